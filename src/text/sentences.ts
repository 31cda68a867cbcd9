import type { Token } from './analyse.ts';

/** A sentence. Offsets as in `Token`, without white space at either end; its tokens are `tokens.slice(first, last)`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** Short forms whose full stop does not end a sentence. Lower case, without the stop. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof sen rep reps sens gov gen col lt capt sgt maj cmdr adm hon rev fr st jr sr vs etc no nos vol fig inc
  ltd corp co bros dept univ assn est approx jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
  ave blvd rd mt ft messrs supt det insp dep del pres amb atty v e.g i.e cf al`.split(/\s+/),
);

/** Marks that belong to the sentence before them when they follow its end. */
const CLOSING = /^["'\u201D\u2019\u00BB)\]\u203A]+/u; // closing quotation marks of every style, brackets

/**
 * Finds the sentences of `text`, in order; together they cover all of its tokens.
 *
 * A sentence ends at `.`, `!` or `?` and the marks that close after it, when what follows begins like a sentence.
 * A line break ends one too. Inside quotation marks the same holds: newspapers put whole sentences there.
 */
export function sentencesOf(text: string, tokens: readonly Token[], language: 'en' | 'und'): Sentence[] {
  const ends = language === 'en' ? englishEnds(text) : segmentEnds(text);
  const sentences: Sentence[] = [];
  let first = 0;
  for (const end of [...ends, text.length]) {
    let last = first;
    while (last < tokens.length && (tokens[last]?.start ?? Infinity) < end) last++;
    const [head, tail] = [tokens[first], tokens[last - 1]];
    if (last > first && head !== undefined && tail !== undefined) {
      sentences.push({ start: head.start, end: tail.end, first, last });
    }
    first = last;
  }
  return sentences;
}

function segmentEnds(text: string): number[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(
    (s) => s.index + s.segment.length,
  );
}

function englishEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[.!?\u2026]+|\n/gu)) {
    if (match[0] === '\n') {
      ends.push(match.index);
      continue;
    }
    const closing =
      CLOSING.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 4))?.[0] ?? '';
    const end = match.index + match[0].length + closing.length;
    if (endsSentence(text, match.index, match[0], closing, end)) ends.push(end);
  }
  return ends;
}

/** "she said no. He left", "the cat sat. It slept": short forms that are words of their own. */
const isPlainWord = (before: string, after: string): boolean =>
  (/^(?:no|nos|vol|fig)$/i.test(before) && !/^\s+\p{N}/u.test(after)) ||
  /^(?:sat|sun|wed|mar|mon|fri|mt|ft|al|co|hon|rev)$/.test(before);

function endsSentence(text: string, at: number, mark: string, closing: string, end: number): boolean {
  const after = text.slice(end, end + 40);
  if (!/^\s/u.test(after)) return after === '' || /^["\u201C]\p{Lu}/u.test(after);
  // A sentence begins with a capital, a digit or an opening mark; "he said" goes on with the sentence before.
  if (!/^\s+["'\u201C\u2018\u00AB([\u2013\u2014-]*\s*[\p{Lu}\p{N}\p{Lo}]/u.test(after)) return false;
  if (mark !== '.' || closing !== '') return true;
  const before = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  if (isPlainWord(before, after)) return true;
  if (ABBREVIATIONS.has(before.toLowerCase()))
    return (
      /^\s+["\u201C]?(?:The|A|An|He|She|It|They|In|But|On)\b/u.test(after) &&
      /^(?:inc|ltd|corp|co|etc|jr|sr)$/i.test(before)
    );
  // Initials: "J. Smith", "U.S. Senate". "the U.S. The vote" does end one.
  if (/^(?:\p{Lu}|(?:\p{L}\.)+\p{L})$/u.test(before)) {
    return (
      /^(?:\p{L}\.)+\p{L}$/u.test(before) && /^\s+(?:The|A|An|He|She|It|They|We|In|But|On|And|That|This)\b/u.test(after)
    );
  }
  return true;
}
