import type { ArticleId } from '../corpus/article.ts';
import type { BlockHit, BlockIndex } from './block-index.ts';
import { confidenceOf } from './confidence.ts';
import { matcherFor, type Match } from './match-features.ts';
import type { Question } from './question.ts';
import { rankOf } from './ranking-weights.ts';

/** A block that may answer a question. */
export interface RankedBlock {
  readonly hit: BlockHit;
  readonly match: Match;
  /** Orders the blocks for one question; higher is better. */
  readonly rank: number;
  /** Works out how sure it is, from 0 to 1, that the block answers; the same for every question and every corpus. */
  readonly confidence: () => number;
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
    const rank = rankOf(match.features, index.meanLength.block) - (hit.indexed.isHeading ? HEADING_LOSS : 0);
    return { hit, match, rank, confidence: () => confidenceOf(index, question, hit.indexed, match, rank) };
  };
}
