import type { Features } from './features.ts';

export type Weights = Readonly<Record<keyof Features, number>>;

/**
 * Weights of the linear model that scores a sentence, fitted by `bench/fit-summary.ts`.
 */
export const WEIGHTS: Weights = {
  early: 0.03,
  depth: -0.047,
  opensParagraph: 0.008,
  title: 0.077,
  centrality: 0.309,
  opening: 0.018,
  numbers: 0.006,
  names: -0.057,
  quoted: -0.022,
  length: -0.117,
  brief: -0.005,
  personal: -0.012,
  question: -0.019,
};

/** The names of the features, in one order. */
export const FEATURES: readonly (keyof Features)[] = [
  'early',
  'depth',
  'opensParagraph',
  'title',
  'centrality',
  'opening',
  'numbers',
  'names',
  'quoted',
  'length',
  'brief',
  'personal',
  'question',
];

export function scoreOf(features: Features, weights = WEIGHTS): number {
  return FEATURES.reduce((sum, name) => sum + weights[name] * features[name], 0);
}
