import type { Card } from '../../src/discord/render/card.ts';

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
}

/** All components of a card, nested ones after the one they are in. */
export function componentsOf(card: Card): readonly Component[] {
  const flat = (component: Component): Component[] => [component, ...(component.components ?? []).flatMap(flat)];
  return card.components.flatMap(flat);
}

/** The texts of a card, in order. */
export function textsOf(card: Card): readonly string[] {
  return componentsOf(card).flatMap(({ content }) => content ?? []);
}

/** The lines that a reader sees. */
export function linesOf(card: Card): readonly string[] {
  return textsOf(card)
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '');
}

/** What stands in each block quote of a card, without the quotes' marks and the escapes. */
export function quotesOf(card: Card): readonly string[] {
  // Split by line feeds only: what else ends a line for a regular expression, such as U+2028, is text to Discord.
  const quotes: string[][] = [];
  for (const text of textsOf(card)) {
    let open: string[] | null = null;
    for (const line of text.split('\n')) {
      if (!line.startsWith('> ')) open = null;
      else if (open === null) quotes.push((open = [line.slice(2)]));
      else open.push(line.slice(2));
    }
  }
  return quotes.map((lines) => lines.join('\n').replace(/\\([^])|\*\*/g, '$1'));
}
