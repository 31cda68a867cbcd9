import { ButtonStyle, ComponentType, type APIButtonComponent, type APIMessageTopLevelComponent } from 'discord.js';
import { escape, lines, md, small, type Markdown } from './escape.ts';

/** Most UTF-16 code units of text on one card. https://docs.discord.com/developers/components/reference */
export const CARD_LENGTH = 4000;

/** Most UTF-8 bytes of all texts of a message together, each counted with 12 more. Measured: beyond it Discord answers with a 500. */
const CARD_BYTES = 10_170;
const BYTES_PER_TEXT = 12;

/** Longest address on a link button. */
export const LONGEST_BUTTON_URL = 512;

/** The text display that holds what was asked: found by this number when a button is pressed. */
export const ASKED_ID = 7001;

/** The text display that holds the question as it was read, and the words before it. */
export const READING_ID = 7002;
export const READ_AS = 'read as: ';

/** A message of components, as our code hands it to discord.js. */
export interface Card {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly hidden: boolean;
}

/** What a card says before its parts. */
export interface Frame {
  /** What was asked, shown above the card in small print. */
  readonly asked: Markdown | null;
  /** The question as it was read, below it, where that is another. */
  readonly reading?: Markdown | null;
  /** What the answer is, in a line: "Nobody is quoted saying that." */
  readonly head: Markdown | null;
}

/** What a card says. Each part is shown whole or not at all. */
export interface CardText extends Frame {
  readonly parts: readonly Markdown[];
  /** 24-bit RGB. */
  readonly colour: number;
}

/** Puts text and buttons on a card. Parts that do not fit are left out whole and counted. */
export function card(text: CardText, buttons: readonly APIButtonComponent[], hidden: boolean): Card {
  const content = fitWhole(text);
  return {
    hidden,
    components: [
      ...smallPrint(text).map(({ id, content: line }) => ({
        type: ComponentType.TextDisplay as const,
        id,
        content: line,
      })),
      {
        type: ComponentType.Container,
        accent_color: text.colour,
        components: [{ type: ComponentType.TextDisplay, content }],
      },
      ...rowsOf(buttons),
    ],
  };
}

/** What stands above a card. */
function smallPrint({ asked, reading = null }: Frame): readonly { id: number; content: Markdown }[] {
  return [
    ...(asked === null ? [] : [{ id: ASKED_ID, content: small(asked) }]),
    ...(reading === null ? [] : [{ id: READING_ID, content: small(md`${escape(READ_AS)}${reading}`) }]),
  ];
}

/** Most buttons in a row. https://docs.discord.com/developers/components/reference */
const ROW = 5;

function rowsOf(buttons: readonly APIButtonComponent[]): readonly APIMessageTopLevelComponent[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(n * ROW, (n + 1) * ROW),
  }));
}

/** The card with buttons below it. */
export function withButtons(card: Card, buttons: readonly APIButtonComponent[]): Card {
  return { ...card, components: [...card.components, ...rowsOf(buttons)] };
}

/** A card of our own words only. */
export function notice(text: Markdown, hidden = true): Card {
  return { hidden, components: [{ type: ComponentType.TextDisplay, content: text }] };
}

export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

export function button(
  label: string,
  customId: string,
  style: ButtonStyle.Secondary | ButtonStyle.Danger = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id: customId };
}

/**
 * Puts as many parts as fit on a card, in order, each whole or not at all: a quotation cut short is no longer what was said.
 *
 * The last line counts the parts left out.
 */
export function fitWhole({ parts, ...frame }: Frame & { readonly parts: readonly Markdown[] }): Markdown {
  for (let shown = parts.length; shown > 0; shown--) {
    const left = parts.length - shown;
    const some = [...parts.slice(0, shown), ...(left > 0 ? [leftOut(left)] : [])];
    if (fits(frame, some)) return body(frame, some);
  }
  return body(frame, parts.length > 0 ? [leftOut(parts.length)] : []);
}

/** Spreads items over cards, in order and as many as fit on each; an item too long for any card stands alone. */
export function paginate<T>(items: readonly T[], fitsOn: (some: readonly T[]) => boolean): readonly (readonly T[])[] {
  const pages: T[][] = [];
  for (const item of items) {
    const page = pages.at(-1);
    if (page !== undefined && fitsOn([...page, item])) page.push(item);
    else pages.push([item]);
  }
  return pages;
}

/** Whether one card has room for all of `parts`. */
export function fits(frame: Frame, parts: readonly Markdown[]): boolean {
  const texts = [...smallPrint(frame).map(({ content }) => content), body(frame, parts)];
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_PER_TEXT, 0);
  return length <= CARD_LENGTH && bytes <= CARD_BYTES;
}

function body({ head }: Frame, parts: readonly Markdown[]): Markdown {
  return lines(...(head === null ? [] : [head]), ...spaced(parts));
}

/** An empty line between two parts ends the block quote of the first. */
export function spaced(parts: readonly Markdown[]): readonly Markdown[] {
  return parts.flatMap((part, n) => (n === 0 ? [part] : [md``, part]));
}

function leftOut(count: number): Markdown {
  return small(
    count === 1 ? md`1 more passage does not fit on this card` : md`${count} more passages do not fit on this card`,
  );
}
