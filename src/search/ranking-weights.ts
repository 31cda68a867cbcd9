import type { MatchFeatures } from './match-features.ts';

/**
 * What each feature counts when the blocks found for one question are put in order: softmax regression over the
 * candidates of each question. Fitted by `bench/fit-ranking.ts`, which also prints the figures out of fold.
 */
export const RANKING_WEIGHTS: MatchFeatures = {
  block: 1.59,
  covered: 2.26,
  sentence: 2.1,
  window: 2.11,
  article: 0.9,
  neighbour: 0.36,
  title: 0.22,
  phrase: 1.2,
  near: 1.44,
  surface: 2.25,
  missing: -0.82,
  kind: 0.51,
  thing: 0.26,
  length: -0.32,
};
