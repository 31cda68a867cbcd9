import type { MEETING_FEATURES, TOPIC_FEATURES } from './confidence.ts';

type Weights<Names extends readonly string[]> = Readonly<Record<Names[number], number>>;

/**
 * What makes it likely that the first block is about what a question asks about: logistic regression over questions
 * that have an answer and questions about articles that are not there, put to many articles at once and to one alone.
 * Fitted by `bench/fit-confidence.ts`, as are all weights here, which also prints the figures out of fold.
 */
export const TOPIC_WEIGHTS: Weights<typeof TOPIC_FEATURES> = {
  constant: -2.004,
  rank: 0.121,
  terms: 0.083,
  size: -0.713,
  block: 4.054,
  covered: 1.265,
  sentence: 0.953,
  window: 0.611,
  article: 3.735,
  neighbour: 1.9,
  title: 10.122,
  phrase: 1.443,
  near: 0.974,
  surface: 2.102,
  missing: -1.106,
  kind: -0.185,
  thing: -0.554,
  length: -0.774,
};

/**
 * What makes it likely that the best sentence of that block meets the question: logistic regression over questions that
 * have an answer and questions about the same paragraphs that have none, half and half.
 */
export const MEETING_WEIGHTS: Weights<typeof MEETING_FEATURES> = {
  constant: 0.362,
  unmet: -0.341,
  nouns: 0.629,
  description: -1.263,
  number: -0.98,
  denial: -2.05,
  opposite: -1.542,
  otherNumber: -1.772,
  otherName: -0.42,
  otherDescription: -0.33,
  order: -0.409,
  surface: -1.199,
  window: 1.232,
  covered: -0.997,
  sentence: 0.504,
  title: 1.239,
  kind: 0.189,
  thing: 0.78,
  near: 0.603,
};

/**
 * Added to the log odds that a question is met: every second question of those that the weights were fitted on was
 * worded to mislead, and of those that people ask perhaps one in twenty is.
 */
export const MISLEADING_IS_RARE = 3;

/** Confidence from which a block counts as an answer: 95 in 100 answerable questions lie above it. */
export const ANSWER_THRESHOLD = 0.45;
