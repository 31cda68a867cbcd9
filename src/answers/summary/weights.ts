import type { Features } from './features.ts';

/** What each feature of a sentence counts. */
export type Weights = Readonly<Record<keyof Features, number>>;

/**
 * Weights of the linear model that scores a sentence, as `bench/fit-summary.ts` finds them on 143 news articles with
 * key points by their editors: a good sentence holds the words that the article keeps coming back to and those of its
 * headline, stands near the top, is short, and says things itself.
 *
 * Found on four fifths of the articles and judged on the fifth that was left, short summaries share 0.367 of their
 * words and 0.143 of their pairs of words with the key points (F1). `title` is the one weight set by hand, from 0.059:
 * a headline that carries more than the story, such as a section's name, lowers every share of it.
 */
export const WEIGHTS: Weights = {
  early: 0.043,
  depth: -0.046,
  title: 0.08,
  centrality: 0.311,
  opening: 0.016,
  numbers: 0.015,
  names: -0.047,
  quoted: -0.018,
  length: -0.127,
  brief: -0.02,
  personal: -0.013,
};

/** The names of the features, in one order. */
export const FEATURES: readonly (keyof Features)[] = [
  'early',
  'depth',
  'title',
  'centrality',
  'opening',
  'numbers',
  'names',
  'quoted',
  'length',
  'brief',
  'personal',
];

/** How well a sentence sums up its article; compares sentences of all articles. */
export function scoreOf(features: Features, weights = WEIGHTS): number {
  return FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}
