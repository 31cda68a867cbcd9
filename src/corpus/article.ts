/** Names an article: the file's name without its ending, `name-2` for the second of two that share it. */
export type ArticleId = string;

export type BlockKind = 'headline' | 'standfirst' | 'key-point' | 'heading' | 'paragraph';

/** The smallest piece of an article that is shown on its own. */
export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** What a reader counts: "headline", "key point 1", "paragraph 3"; each kind counts from 1 on its own. */
  readonly label: string;
}

/** A news article, as its file gives it. Never changed after it was read. */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  /** The outlet that published it, "The Saltmarsh Courier". */
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** Calendar day in the outlet's time zone, `YYYY-MM-DD`. */
  readonly published: string | null;
  /** `en`, or `und` for every language without rules of its own here. */
  readonly language: Language;
  /** Block 0 is always the headline, and holds the title. */
  readonly blocks: readonly [Block, ...Block[]];
}

export type Language = 'en' | 'und';
