import type { ArticleId } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';

/**
 * Words of an article that it reports as somebody's.
 *
 * `direct`: all of the content stands between quotation marks, or in a transcript turn; `mixed`: part of it does;
 * `indirect`: none of it.
 */
export interface Quotation {
  readonly article: ArticleId;
  readonly kind: QuotationKind;
  /** Its parts in reading order, quotation marks included; at least one a block that it runs through. */
  readonly spans: readonly [Passage, ...Passage[]];
  /** The words that report it: "said", "according to". */
  readonly cue: Passage | null;
  readonly attribution: Attribution;
}

export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/** Who an article says a quotation came from. Never a guess. */
export type Attribution =
  | { readonly kind: 'stated'; readonly speaker: Speaker; readonly mention: Passage; readonly evidence: Passage | null }
  | { readonly kind: 'not-stated' };

export interface Speaker {
  /** The full name where the article gives one, else the words that the article uses. */
  readonly name: string;
  /** "Kremlin spokesperson", as the article puts it. Null for the unnamed: their words are the role. */
  readonly role: string | null;
}
