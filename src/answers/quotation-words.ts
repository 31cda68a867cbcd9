import type { Passage } from '../corpus/passage.ts';
import type { Quotation } from '../quotes/quotation.ts';
import { fold } from '../text/fold.ts';

/** A word of a passage, for comparing: without case, accents and punctuation. */
export interface ComparedWord {
  readonly folded: string;
  /** UTF-16 code units of the passage's block; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly span: Passage;
}

/** Letters and digits with the marks that stand inside words and numbers: "isn't", "5,000", "4.2". */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['\u2019.,][\p{L}\p{N}\p{M}]+)*/gu;

/** Scripts that put no space between words: each character is compared on its own. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** The words of a text in order, with their places in it. */
export function comparedWords(text: string): { folded: string; start: number; end: number }[] {
  return [...text.matchAll(WORD)].flatMap((word) =>
    [...word[0].matchAll(UNSPACED)].map((part) => ({
      folded: fold(part[0]).replace(/[',.]/g, (mark) => (mark === ',' ? '' : mark)),
      start: word.index + part.index,
      end: word.index + part.index + part[0].length,
    })),
  );
}

/** The words of all spans of a quotation, in reading order. */
export function quotationWords(quotation: Quotation): readonly ComparedWord[] {
  return quotation.spans.flatMap((span) =>
    comparedWords(span.text).map((word) => ({
      ...word,
      start: span.start + word.start,
      end: span.start + word.end,
      span,
    })),
  );
}
