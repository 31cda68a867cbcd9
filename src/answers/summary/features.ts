import type { Attribution } from '../../quotes/quotation.ts';
import { TOP } from './pairs.ts';
import type { Sentence } from './sentences.ts';

/** What the model of `weights.ts` knows about a sentence. All are 0 to 1. */
export interface SentenceFeatures {
  /** 1 for the first sentence of the article, 1/2 for the second, 1/3 for the third. */
  readonly early: number;
  /** 0 for the first sentence of the article, 1 for the last. */
  readonly depth: number;
  /** Cosine between its terms and those of the whole article. */
  readonly centrality: number;
  /** Cosine between its terms and those of the article's first `TOP` sentences. */
  readonly opening: number;
  /** Its length, 1 from `LONG` words on. */
  readonly length: number;
  /** 1 where it is somebody's statement. */
  readonly stated: number;
}

/** Words of a long sentence. */
const LONG = 40;

/**
 * The features of each of an article's sentences, in order; takes time in proportion to the article's length.
 *
 * @param attributions whose statement each sentence is.
 */
export function featuresOf(sentences: readonly Sentence[], attributions: readonly Attribution[]): SentenceFeatures[] {
  const whole = centroidOf(sentences);
  const opening = centroidOf(sentences.slice(0, TOP));
  return sentences.map((sentence, n) => ({
    early: 1 / (n + 1),
    depth: n / Math.max(1, sentences.length - 1),
    centrality: cosine(sentence.terms, whole),
    opening: cosine(sentence.terms, opening),
    length: Math.min(1, sentence.tokens.filter(({ pos }) => pos !== 'PUNCT' && pos !== 'SYM').length / LONG),
    stated: Number(attributions[n]?.kind === 'stated'),
  }));
}

/** In how many sentences each term stands, and the length of that vector. */
interface Centroid {
  readonly counts: ReadonlyMap<string, number>;
  readonly norm: number;
}

function centroidOf(sentences: readonly Sentence[]): Centroid {
  const counts = new Map<string, number>();
  for (const { terms } of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, norm: Math.hypot(...counts.values()) };
}

function cosine(terms: ReadonlySet<string>, { counts, norm }: Centroid): number {
  let dot = 0;
  for (const term of terms) dot += counts.get(term) ?? 0;
  return dot === 0 ? 0 : dot / (Math.sqrt(terms.size) * norm);
}
