import type { AnalysedArticle } from '../../corpus/analysed-article.ts';
import type { Language } from '../../corpus/article.ts';
import { passageAt, type Passage } from '../../corpus/passage.ts';
import type { MarkedSpan } from '../../quotes/quotation-marks.ts';
import type { Token } from '../../text/analyse.ts';
import { termsAndPairsOf, type Terms } from './pairs.ts';

/** A sentence of a standfirst or a paragraph. */
export interface Sentence extends Terms {
  readonly passage: Passage;
  readonly kind: 'standfirst' | 'paragraph';
  readonly tokens: readonly Token[];
  /** The parts of its block between quotation marks that it has a share in. */
  readonly marked: readonly MarkedSpan[];
  /** UTF-16 code units of it that stand between quotation marks. */
  readonly quotedLength: number;
  /** Whether it begins inside quotation marks that an earlier sentence opens. */
  readonly beginsQuoted: boolean;
  /** Whether its quotation marks close in a later sentence. */
  readonly endsQuoted: boolean;
}

/** The sentences of an article's standfirst and paragraphs, in order; `marks` is what stands between quotation marks, by block. */
export function sentencesIn(
  { article, texts }: AnalysedArticle,
  marks: readonly (readonly MarkedSpan[])[],
): Sentence[] {
  return article.blocks.flatMap(({ kind }, block): Sentence[] => {
    if (kind !== 'paragraph' && kind !== 'standfirst') return [];
    const parts = marks[block] ?? [];
    let from = 0;
    return (texts[block]?.sentences ?? []).map(({ start, end, first, last }): Sentence => {
      while ((parts[from]?.end ?? Infinity) <= start) from++;
      const passage = passageAt(article, { block, start, end });
      return {
        passage,
        kind,
        tokens: texts[block]?.tokens.slice(first, last) ?? [],
        ...termsAndPairsOf(passage.text, article.language),
        ...quotedIn(parts, from, start, end),
      };
    });
  });
}

/** What stands between quotation marks from `start` to `end`; `from` is the first of `parts` that ends after `start`. */
function quotedIn(
  parts: readonly MarkedSpan[],
  from: number,
  start: number,
  end: number,
): Pick<Sentence, 'marked' | 'quotedLength' | 'beginsQuoted' | 'endsQuoted'> {
  let to = from;
  while ((parts[to]?.start ?? Infinity) < end) to++;
  const marked = parts.slice(from, to);
  return {
    marked,
    quotedLength: marked.reduce((sum, part) => sum + Math.min(part.end, end) - Math.max(part.start, start), 0),
    beginsQuoted: (marked[0]?.start ?? Infinity) < start,
    endsQuoted: (marked.at(-1)?.end ?? -Infinity) > end,
  };
}

/** Whether a sentence is one that a writer would call whole: it begins like one, ends like one and has a verb. */
export function isWhole({ passage: { text }, tokens }: Sentence, language: Language): boolean {
  if (language !== 'en') return true;
  return (
    /^\P{L}*[\p{Lu}\p{Lo}\p{Lt}\p{N}]/u.test(text) &&
    /[.!?\u2026]["'\u201D\u2019)\]]*$/u.test(text) && // an ellipsis is an end; closing marks may follow
    tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX')
  );
}
