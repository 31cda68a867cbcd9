import type { MEETING_FEATURES, TOPIC_FEATURES } from './confidence.ts';

type Weights<Names extends readonly string[]> = Readonly<Record<Names[number], number>>;

/**
 * What makes it likely that the first block is about what a question asks about: logistic regression over questions
 * that have an answer and questions about articles that are not there, put to many articles at once and to one alone.
 * Fitted by `bench/fit-confidence.ts`, as are all weights here, which also prints the figures out of fold.
 */
export const TOPIC_WEIGHTS: Weights<typeof TOPIC_FEATURES> = {
  constant: -3.13,
  rank: 0.163,
  terms: 0.083,
  size: -0.733,
  block: 1.787,
  covered: 0.59,
  sentence: 1.203,
  window: 0.569,
  article: 4.567,
  neighbour: 2.204,
  title: 11.717,
  phrase: 0.869,
  near: 1.031,
  surface: 2.503,
  missing: -0.889,
  kind: 0.254,
  thing: -0.382,
  typed: -0.473,
  carried: 0.69,
  length: -0.645,
};

/**
 * What makes it likely that the best sentence of that block meets the question: logistic regression over questions that
 * have an answer and questions about the same paragraphs that have none, half and half.
 */
export const MEETING_WEIGHTS: Weights<typeof MEETING_FEATURES> = {
  constant: -0.049,
  unmet: -0.214,
  nouns: 0.602,
  description: -1.18,
  number: -1.137,
  denial: -1.905,
  opposite: -1.536,
  otherNumber: -1.589,
  otherName: -0.273,
  otherDescription: -0.411,
  order: -0.414,
  surface: -1.142,
  window: 1.321,
  covered: -0.72,
  sentence: 0.458,
  title: 1.196,
  kind: 0.185,
  thing: 0.84,
  near: 0.633,
};

/**
 * Added to the log odds that a question is met: every second question of those that the weights were fitted on was
 * worded to mislead, and of those that people ask perhaps one in a hundred is.
 */
export const MISLEADING_IS_RARE = 4.75;

/** Confidence from which a block counts as an answer: 95 in 100 answerable questions lie above it. */
export const ANSWER_THRESHOLD = 0.44;
