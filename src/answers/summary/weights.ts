import type { SentenceFeatures } from './features.ts';
import type { PairFeatures } from './pairs.ts';

/** What each feature of a pair of words and of its sentence counts, and what every pair has. */
export type Weights = Readonly<Record<keyof PairFeatures | keyof SentenceFeatures | 'base', number>>;

/**
 * Weights of the linear model that says how likely two words that follow each other do so in the editors' own key
 * points, after "Using Supervised Bigram-based ILP for Extractive Summarization" (Li, Qian and Liu, 2013).
 * `bench/fit-summary.ts` finds them on 143 news articles: likely are those that the article comes back to or begins
 * with, that tell a number, and that stand in a short sentence about what the whole article is about.
 *
 * Found on four fifths of the articles and judged on the fifth that was left, short summaries share 0.374 of their
 * words and 0.151 of their pairs of words with the key points (F1), at 67 words on average.
 */
export const WEIGHTS: Weights = {
  base: 0.03,
  recurring: 0.142,
  atTop: 0.106,
  number: 0.039,
  early: 0.02,
  depth: -0.042,
  centrality: 0.199,
  opening: -0.131,
  length: -0.047,
  stated: -0.01,
};

const PAIR_FEATURES = ['recurring', 'atTop', 'number'] as const;
const SENTENCE_FEATURES = ['early', 'depth', 'centrality', 'opening', 'length', 'stated'] as const;

/** The names of the features, in one order. */
export const FEATURES = [...PAIR_FEATURES, ...SENTENCE_FEATURES] as const;

/** The part of a pair's worth that it has in every sentence. */
export function worthOfPair(features: PairFeatures, weights: Weights): number {
  return PAIR_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

/** The part of a pair's worth that its sentence gives it. */
export function worthInSentence(features: SentenceFeatures, weights: Weights): number {
  return SENTENCE_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], weights.base);
}
