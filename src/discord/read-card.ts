import { z } from 'zod';
import { ASKED_ID, READING_ID, READ_AS } from './render/card.ts';
import { unescape } from './render/escape.ts';

/** One of our cards, as it stands in a message. */
export interface ShownCard {
  /** What was asked in words; null where the card shows nothing. */
  readonly asked: string | null;
  /** The question as it was read, where the card says so. */
  readonly reading: string | null;
  readonly customIds: readonly string[];
  /** The lines in block quotes, as they are on the wire. */
  readonly quoted: readonly string[];
}

interface Component {
  readonly id?: number | undefined;
  readonly content?: string | undefined;
  readonly custom_id?: string | undefined;
  readonly components?: readonly Component[] | undefined;
}

const component: z.ZodType<Component> = z.object({
  id: z.number().optional(),
  content: z.string().optional(),
  custom_id: z.string().optional(),
  get components() {
    return z.array(component).optional();
  },
});

/** Reads a card from the components of a message, as Discord gives them. */
export function readCard(components: unknown): ShownCard {
  const parsed = z.array(component).safeParse(components);
  const all = (parsed.data ?? []).flatMap(withInner);
  const line = (wanted: number, head: string): string | null => {
    const content = all.find(({ id }) => id === wanted)?.content;
    return content === undefined ? null : unescape(content.replace(`-# ${head}`, ''));
  };
  return {
    asked: line(ASKED_ID, ''),
    reading: line(READING_ID, READ_AS),
    customIds: all.flatMap(({ custom_id: customId }) => customId ?? []),
    quoted: all.flatMap(({ content }) => content?.split('\n') ?? []).filter((line) => line.startsWith('> ')),
  };
}

function withInner(one: Component): readonly Component[] {
  return [one, ...(one.components ?? []).flatMap(withInner)];
}
