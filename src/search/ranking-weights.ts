import { MATCH_FEATURES, type MatchFeatures } from './match-features.ts';
import { weigh } from './weigh.ts';

/**
 * What each feature counts when the blocks found for one question are put in order: softmax regression over the
 * candidates of each question. Fitted by `bench/fit-ranking.ts`, which also prints the figures out of fold.
 *
 * Long paragraphs, as of an encyclopedia, hold all that an answer needs. Short ones, as of news, lean on what came before
 * them, and what kind of words they hold tells more.
 */
const LONG: MatchFeatures = {
  block: 2.05,
  covered: 2.22,
  sentence: 2.52,
  window: 2.31,
  article: 1.88,
  neighbour: 0.77,
  title: 0.47,
  phrase: 1.58,
  near: 1.51,
  surface: 2.7,
  missing: -0.67,
  kind: 0.81,
  thing: 0.43,
  typed: 0.56,
  carried: 1.8,
  length: -0.54,
};

const SHORT: MatchFeatures = {
  block: 1.3,
  covered: 1.39,
  sentence: 1.13,
  window: 0.95,
  article: 4.71,
  neighbour: 3.11,
  title: 1.53,
  phrase: 0.52,
  near: 0.74,
  surface: 1.27,
  missing: -0.56,
  kind: 1.08,
  thing: 0.6,
  typed: 1.48,
  carried: 3.26,
  length: -0.25,
};

/** Mean lengths of a block, in words that are no stop words, from which the one or the other weights count alone. */
const LENGTHS = { long: 70, short: 20 };

/** What the blocks of an index rank by, given their mean length. */
export function rankOf(features: MatchFeatures, meanLength: number): number {
  const long = Math.min(1, Math.max(0, (meanLength - LENGTHS.short) / (LENGTHS.long - LENGTHS.short)));
  return long * weigh(MATCH_FEATURES, features, LONG) + (1 - long) * weigh(MATCH_FEATURES, features, SHORT);
}
