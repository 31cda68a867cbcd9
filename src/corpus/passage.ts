import type { Article, ArticleId } from './article.ts';

declare const verbatim: unique symbol;

/** Where some words stand in an article. */
export interface Span {
  /** 0-based; block 0 is the headline. */
  readonly block: number;
  /** UTF-16 code units from the start of the block's text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * Words that stand in an article, with the place where they stand.
 *
 * `passageAt` is the only way to make one, so a function that takes a Passage
 * never has to ask whether its text was really published.
 */
export interface Passage extends Span {
  readonly [verbatim]: true;
  readonly article: ArticleId;
  /** The label of its block, "paragraph 3". */
  readonly label: string;
  readonly text: string;
}

/**
 * Cuts the passage at `span` out of `article`, character for character.
 *
 * @throws RangeError if the span is empty or leaves its block. That is a
 *   bug in the caller: spans come from the same article they are cut from.
 */
export function passageAt(article: Article, { block, start, end }: Span): Passage {
  const within = article.blocks[block];
  if (within === undefined || !(0 <= start && start < end && end <= within.text.length)) {
    throw new RangeError(`${article.id} has no passage at block ${block}, ${start} to ${end}`);
  }
  const text = within.text.slice(start, end);
  // The one assertion of the project: here, and only here, text becomes a passage.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  return { article: article.id, block, label: within.label, start, end, text } as Passage;
}

/** The whole block at `block` (0-based) as a passage. */
export function wholeBlock(article: Article, block: number): Passage {
  return passageAt(article, { block, start: 0, end: article.blocks[block]?.text.length ?? 0 });
}
