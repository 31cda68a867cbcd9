import type { ArticleId } from '../corpus/article.ts';
import type { BlockHit, BlockIndex } from './block-index.ts';
import { matcherFor, type Match, type MatchFeatures } from './match-features.ts';
import type { Question } from './question.ts';
import { CONFIDENCE_WEIGHTS, RANKING_WEIGHTS } from './ranking-weights.ts';

/** A block that may answer a question. */
export interface RankedBlock {
  readonly hit: BlockHit;
  readonly match: Match;
  /** Orders the blocks for one question; higher is better. */
  readonly rank: number;
  /** How sure it is, from 0 to 1, that the block answers; the same for every question and every corpus. */
  readonly confidence: number;
}

/** How many blocks the index hands over to be ranked. */
const CANDIDATES = 40;

/** What a heading loses in rank. */
const HEADING_LOSS = 4;

/** Finds the blocks that may answer `question`, best first. */
export function rankBlocks(index: BlockIndex, question: Question, article: ArticleId | null): RankedBlock[] {
  const terms = question.terms.map(({ term }) => term);
  return index
    .search(terms, CANDIDATES, article)
    .map(blockRanker(index, question))
    .sort((a, b) => b.rank - a.rank);
}

/** Ranks blocks for one question, whether their words were found or not. */
export function blockRanker(index: BlockIndex, question: Question): (hit: BlockHit) => RankedBlock {
  const matchBlock = matcherFor(question, index);
  return (hit) => {
    const match = matchBlock(hit.indexed);
    const rank = weigh(match.features, RANKING_WEIGHTS) - (hit.indexed.isHeading ? HEADING_LOSS : 0);
    return { hit, match, rank, confidence: confidenceOf(question, match, rank, index.size) };
  };
}

/** How many blocks there are tells how much of a match is chance. */
function confidenceOf(question: Question, match: Match, rank: number, size: number): number {
  const { constant, size: sizeWeight, rank: rankWeight, terms, ...features } = CONFIDENCE_WEIGHTS;
  const sum =
    constant +
    sizeWeight * Math.log(1 + size) +
    rankWeight * rank +
    terms * question.terms.length +
    weigh(match.features, features);
  return 1 / (1 + Math.exp(-sum));
}

function weigh(features: MatchFeatures, weights: MatchFeatures): number {
  return FEATURES.reduce((sum, name) => sum + features[name] * weights[name], 0);
}

const FEATURES = [
  'block',
  'covered',
  'sentence',
  'window',
  'article',
  'neighbour',
  'title',
  'phrase',
  'near',
  'surface',
  'missing',
  'kind',
  'thing',
  'length',
] as const satisfies readonly (keyof MatchFeatures)[];
