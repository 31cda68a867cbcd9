import type { Block, BlockKind } from './article.ts';

/** A piece of an article before it is counted. */
export interface UnlabelledBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

const NAMES = {
  headline: 'headline',
  standfirst: 'standfirst',
  'key-point': 'key point',
  heading: 'heading',
  paragraph: 'paragraph',
} as const satisfies Record<BlockKind, string>;

/** Gives each block the label that a reader would count: "paragraph 3". Headline and standfirst stand alone and need no number. */
export function labelBlocks(headline: string, rest: readonly UnlabelledBlock[]): readonly [Block, ...Block[]] {
  const counts = new Map<BlockKind, number>();
  const labelled = rest.map(({ kind, text }): Block => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { kind, text, label: kind === 'standfirst' && count === 1 ? NAMES[kind] : `${NAMES[kind]} ${count}` };
  });
  return [{ kind: 'headline', text: headline, label: NAMES.headline }, ...labelled];
}
