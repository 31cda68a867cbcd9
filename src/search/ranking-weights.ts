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
