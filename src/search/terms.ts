import { fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { ENGLISH_STOP_WORDS } from '../text/stop-words.ts';

/** A word that carries a topic. Offsets are UTF-16 code units from the start of the text; `end` is exclusive. */
export interface Word {
  /** As the index knows it: folded, and stemmed where the text is English. */
  readonly term: string;
  /** Folded only. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** "5,000" and "1.5" are one word, and so is "U.S."; everything else is a run of letters and digits. */
const ENGLISH_WORD = /\p{N}+(?:[.,]\p{N}+)+|\p{Lu}(?:\.\p{Lu})+\.?|[\p{L}\p{M}\p{N}]+/gu;

/** Words by Unicode's boundaries and, for scripts without spaces, the dictionaries of ICU. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of `text` in order, without English stop words where it is English. */
export function wordsOf(text: string, language: 'en' | 'und'): Word[] {
  return language === 'en' ? englishWords(text) : segmentedWords(text);
}

/** The terms of `wordsOf`, repetitions included. */
export function termsOf(text: string, language: 'en' | 'und'): string[] {
  return wordsOf(text, language).map(({ term }) => term);
}

function englishWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: raw, index } of text.matchAll(ENGLISH_WORD)) {
    const surface = fold(raw).replace(/[.,]/g, '');
    // "US" and "U.S." are a country; "us" is a pronoun.
    const country = surface === 'us' && raw.startsWith('U') && raw !== 'Us';
    if (surface === '' || (ENGLISH_STOP_WORDS.has(surface) && !country)) continue;
    words.push({
      term: country ? surface : (DIGITS.get(surface) ?? stem(surface)),
      surface,
      start: index,
      end: index + raw.length,
    });
  }
  return words;
}

/** "Five sacks" are "5 sacks". */
const DIGITS = new Map(
  'two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, n) => [word, String(n + 2)]),
);

function segmentedWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    const surface = fold(segment);
    if (surface !== '') words.push({ term: surface, surface, start: index, end: index + segment.length });
  }
  return words;
}
