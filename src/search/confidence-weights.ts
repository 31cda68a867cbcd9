import type { MEETING_FEATURES, TOPIC_FEATURES } from './confidence.ts';

type Weights<Names extends readonly string[]> = Readonly<Record<Names[number], number>>;

/**
 * What makes it likely that the first block is about what a question asks about: logistic regression over questions
 * that have an answer and questions about articles that are not there, put to many articles at once and to one alone.
 * Fitted by `bench/fit-confidence.ts`, as are all weights here, which also prints the figures out of fold.
 */
export const TOPIC_WEIGHTS: Weights<typeof TOPIC_FEATURES> = {
  constant: -2.295,
  rank: 0.121,
  terms: 0.082,
  size: -0.688,
  block: 3.48,
  covered: 1.148,
  sentence: 1.029,
  window: 0.955,
  article: 3.535,
  neighbour: 2.46,
  title: 10.019,
  phrase: 1.657,
  near: 0.679,
  surface: 2.208,
  missing: -1.009,
  kind: -0.133,
  thing: -0.693,
  length: -0.74,
};

/**
 * What makes it likely that the best sentence of that block meets the question: logistic regression over questions that
 * have an answer and questions about the same paragraphs that have none, half and half.
 */
export const MEETING_WEIGHTS: Weights<typeof MEETING_FEATURES> = {
  constant: 0.222,
  unmet: -0.289,
  nouns: 0.588,
  description: -1.145,
  number: -0.965,
  denial: -1.905,
  opposite: -1.481,
  otherNumber: -2.275,
  otherName: -0.367,
  otherDescription: -0.378,
  order: -0.439,
  surface: -1.176,
  window: 1.049,
  covered: -0.693,
  sentence: 0.501,
  title: 1.111,
  kind: 0.164,
  thing: 0.766,
  near: 0.619,
};

/**
 * Added to the log odds that a question is met: every second question of those that the weights were fitted on was
 * worded to mislead, and of those that people ask perhaps one in seventy is.
 */
export const MISLEADING_IS_RARE = 4.25;

/** Confidence from which a block counts as an answer: 95 in 100 answerable questions lie above it. */
export const ANSWER_THRESHOLD = 0.51;
