import type { Language } from '../../corpus/article.ts';
import { wordsOf } from '../../search/terms.ts';
import { fold } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';

/** What the model of `weights.ts` knows about two words that follow each other. */
export interface PairFeatures {
  /** Natural logarithm of the number of the article's sentences in which they do. */
  readonly recurring: number;
  /** 1 where they do so among the article's first `TOP` sentences. */
  readonly atTop: number;
  /** 1 where they hold a digit. */
  readonly number: number;
}

/** How many sentences at the top of an article say what it is about. */
export const TOP = 3;

/** The words of a text that carry a topic, and its words in twos. */
export interface Terms {
  readonly terms: ReadonlySet<string>;
  /** Each two words that follow each other, small ones included, in order: "harbour wall"; repetitions included. */
  readonly pairs: readonly string[];
}

/** Stems each word once, for both. */
export function termsAndPairsOf(text: string, language: Language): Terms {
  const known = wordsOf(text, language);
  const terms = known.map(({ term }) => term);
  const stems = new Map(known.map(({ surface, term }) => [surface, term]));
  const words =
    language === 'en'
      ? (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stems.get(word) ?? stem(word))
      : terms;
  return { terms: new Set(terms), pairs: words.slice(1).map((word, n) => `${words[n] ?? ''} ${word}`) };
}

/** The features of all pairs of an article, of whose sentences `sentences` are the pairs, in order. */
export function pairFeaturesOf(
  sentences: readonly { readonly pairs: readonly string[] }[],
): ReadonlyMap<string, PairFeatures> {
  const counts = new Map<string, number>();
  for (const { pairs } of sentences) for (const pair of new Set(pairs)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const top = new Set(sentences.slice(0, TOP).flatMap(({ pairs }) => pairs));
  return new Map(
    [...counts].map(([pair, count]) => [
      pair,
      { recurring: Math.log(count), atTop: Number(top.has(pair)), number: Number(/\p{N}/u.test(pair)) },
    ]),
  );
}
