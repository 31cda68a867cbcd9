import type { Article } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import type { Attribution, Quotation } from '../quotes/quotation.ts';

/** An answer to /who-said. Each kind is told to the reader in its own words. */
export type WhoSaidAnswer =
  | { readonly kind: 'answered'; readonly matches: readonly [QuotationMatch, ...QuotationMatch[]] }
  /** The article says these words in its own voice. */
  | { readonly kind: 'not-quoted'; readonly nearest: readonly [Passage, ...Passage[]] }
  | { readonly kind: 'no-match'; readonly near: readonly QuotationMatch[]; readonly nearest: readonly Passage[] };

export interface QuotationMatch {
  readonly quotation: Quotation;
  /** The whole block of the quotation's first span. */
  readonly passage: Passage;
  readonly match: 'exact' | 'altered' | 'near';
  /** From the asker's words to the article's: `same` and `added` together are the article's. Empty unless altered. */
  readonly changes: readonly Change[];
  /** What the changes turn over; empty where they are of style only. */
  readonly alterations: readonly Alteration[];
  /** Where the asker's words stand inside the quotation: what to mark in bold. */
  readonly matched: readonly Passage[];
  /** 0 to 1; compares matches of one question only. */
  readonly score: number;
  /** Other places where the same words of the same speaker stand. */
  readonly elsewhere: readonly Quotation[];
}

export interface Change {
  /** `removed` was asked and is not in the article, `added` is in the article and was not asked. */
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A change that can reverse what was said: a "not", a number or a name that is not the article's. */
export type Alteration = 'negation' | 'number' | 'name';

/** An answer to /ask. */
export type AskAnswer =
  | {
      readonly kind: 'answered';
      readonly reading: string;
      readonly answers: readonly [AnsweringPassage, ...AnsweringPassage[]];
    }
  | { readonly kind: 'no-answer'; readonly reading: string; readonly nearest: readonly AnsweringPassage[] };

export interface AnsweringPassage {
  /** The whole block. */
  readonly passage: Passage;
  /** The sentences or words inside `passage` that answer, in reading order. */
  readonly highlight: readonly Passage[];
  /** Whose words the highlight is, where it is somebody's. */
  readonly attribution: Attribution;
  /** 0 to 1, the same for every question and every corpus. */
  readonly score: number;
}

/** A question asked before in the same conversation, and the blocks that its answer showed. */
export interface EarlierTurn {
  readonly question: string;
  readonly shown: readonly { readonly article: string; readonly block: number }[];
}

/** An answer to /summary. */
export type SummaryAnswer =
  | {
      readonly kind: 'answered';
      /** One article in the order of its text; a digest of several in the order of the library. */
      readonly points: readonly [SummaryPoint, ...SummaryPoint[]];
      /** How many paragraphs the points come from, of how many that there are. */
      readonly coverage: { readonly paragraphs: number; readonly of: number };
    }
  | { readonly kind: 'none' };

export interface SummaryPoint {
  /** One sentence, or a key point given by the editors. */
  readonly passage: Passage;
  readonly attribution: Attribution;
}

export const SUMMARY_LENGTHS = ['short', 'medium', 'long'] as const;

export type SummaryLength = (typeof SUMMARY_LENGTHS)[number];

/** An answer to /quotes. */
export type QuotesAnswer =
  { readonly kind: 'answered'; readonly quotations: readonly [Quotation, ...Quotation[]] } | { readonly kind: 'none' };

/** An answer to a check of quotations. */
export type CheckAnswer =
  | { readonly kind: 'answered'; readonly checks: readonly [CheckedQuotation, ...CheckedQuotation[]] }
  /** The text has no words. */
  | { readonly kind: 'none' };

export interface CheckedQuotation {
  /** Without its quotation marks. */
  readonly quoted: string;
  /** Whom the text claims to quote, in its words. */
  readonly claimed: string | null;
  /** Where it begins: UTF-16 code units from the start of the text. */
  readonly start: number;
  readonly verdict: Verdict;
  /** The statements behind the verdict; for `stitched` one a piece, for `absent` what comes near. */
  readonly matches: readonly QuotationMatch[];
  /** For `narration`, where the words stand; for `absent`, the nearest places. */
  readonly nearest: readonly Passage[];
}

/**
 * `misattributed`: somebody else said it than the text claims; `stitched`: pieces of separate statements joined;
 * `narration`: the article says it in its own voice; `absent`: it is not in the articles.
 */
export type Verdict = 'exact' | 'altered' | 'misattributed' | 'stitched' | 'narration' | 'absent';

/** Which article an option names, or why none. */
export type ArticleChoice =
  | { readonly kind: 'found'; readonly article: Article }
  | { readonly kind: 'unknown'; readonly asked: string; readonly closest: readonly Article[] };
