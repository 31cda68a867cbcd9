import type { AnalysedText, Token } from '../text/analyse.ts';
import type { MarkedSpan } from './quotation-marks.ts';

/**
 * A word or mark of the article's own voice, or a whole quotation seen as one piece. Offsets in UTF-16 code units of
 * the block's text; `end` is exclusive.
 */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** In lower case; empty for a quotation. */
  readonly word: string;
  readonly text: string;
  readonly pos: Token['pos'];
  readonly lemma: string;
  /** The words between quotation marks that this unit stands for. */
  readonly mark: MarkedSpan | null;
}

/** A run of units, `units.slice(first, last)`. */
export interface Run {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** A block as its author tells it: sentences in which each quotation is one unit, however many sentences it holds. */
export interface Narration {
  readonly units: readonly Unit[];
  readonly sentences: readonly Run[];
}

/** Puts each marked span of `text` in the place of its words. */
export function narrate(text: AnalysedText, marks: readonly MarkedSpan[]): Narration {
  const units: Unit[] = [];
  let next = 0;
  for (const token of text.tokens) {
    for (let mark = marks[next]; mark !== undefined && mark.start <= token.start; mark = marks[++next]) {
      units.push(unitOfMark(text.text, mark));
    }
    const inside = marks[next - 1];
    if (inside !== undefined && token.start < inside.end) continue;
    units.push({ ...token, word: token.text.toLowerCase().replaceAll('\u2019', "'"), mark: null }); // RIGHT SINGLE QUOTATION MARK
  }
  return { units, sentences: sentencesOf(text, units) };
}

function unitOfMark(text: string, mark: MarkedSpan): Unit {
  const { start, end } = mark;
  return { start, end, word: '', text: text.slice(start, end), pos: 'X', lemma: '', mark };
}

function sentencesOf(text: AnalysedText, units: readonly Unit[]): Run[] {
  const sentences: Run[] = [];
  let first = 0;
  for (const { end } of text.sentences) {
    let last = first;
    while (last < units.length && (units[last]?.start ?? Infinity) < end) last++;
    const tail = units[last - 1];
    // A sentence that ends inside a quotation does not end the article's own.
    if (last === first || tail === undefined || tail.end > end) continue;
    sentences.push({ first, last });
    first = last;
  }
  if (first < units.length) sentences.push({ first, last: units.length });
  return sentences;
}
