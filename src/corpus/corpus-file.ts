import type { Article } from './article.ts';
import type { UnlabelledBlock } from './label-blocks.ts';

/** One thing that is wrong with a file, and what was expected. */
export interface CorpusProblem {
  /** 1-based, as editors count. */
  readonly line: number;
  readonly message: string;
}

/** A file as its format's reader gives it, before it has an id and a language. */
export type ReadFile =
  | {
      readonly kind: 'read';
      readonly head: Pick<Article, 'title' | 'source' | 'author' | 'url' | 'published'>;
      readonly blocks: readonly UnlabelledBlock[];
      /** The language that the file says it is in, a BCP 47 tag like "en-GB"; null where it does not. */
      readonly languageTag: string | null;
    }
  | { readonly kind: 'problems'; readonly problems: readonly [CorpusProblem, ...CorpusProblem[]] };
