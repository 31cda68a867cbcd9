import type { MatchFeatures } from './match-features.ts';

/**
 * What each feature counts when the blocks found for one question are put in order: softmax regression over the
 * candidates of each question. Fitted by `bench/fit-ranking.ts`, which also prints the figures out of fold.
 */
export const RANKING_WEIGHTS: MatchFeatures = {
  block: 1.57,
  covered: 2.31,
  sentence: 2.11,
  window: 2.11,
  article: 0.93,
  neighbour: 0.41,
  title: 0.24,
  phrase: 1.13,
  near: 1.34,
  surface: 2.3,
  missing: -0.83,
  kind: 0.55,
  thing: 0.22,
  length: -0.33,
};

/**
 * What makes it likely that the first block answers the question at all: logistic regression over answerable and
 * unanswerable questions, put to many articles at once and to one alone. `rank` multiplies the sum of the ranking,
 * `terms` the number of the question's terms, `size` the logarithm
 * of the number of blocks, so that one threshold fits a single article and a large corpus.
 */
export const CONFIDENCE_WEIGHTS: MatchFeatures & Record<'constant' | 'size' | 'rank' | 'terms', number> = {
  constant: -1.68,
  size: -0.29,
  rank: 0.332,
  terms: 0.0775,
  block: 1.35,
  covered: 0.42,
  sentence: 0.2,
  window: 0.14,
  article: 0.48,
  neighbour: 0.51,
  title: 1.49,
  phrase: 0.11,
  near: 0.81,
  surface: 0.54,
  missing: -1.19,
  kind: -0.06,
  thing: 0.15,
  length: -0.29,
};

/** Confidence from which a block counts as an answer: 95 in 100 answerable questions lie above it. */
export const ANSWER_THRESHOLD = 0.48;
