import type { BlockHit, BlockIndex } from './block-index.ts';
import type { IndexedBlock } from './indexed-block.ts';
import type { Question, QuestionTerm } from './question.ts';

/** What a conversation has been about so far, for ranking the blocks that answer its next question. */
export interface Context {
  /** The blocks shown so far, the last turn's first. */
  readonly shown: readonly ShownBlock[];
  /** The earlier questions, the last first. */
  readonly questions: readonly Question[];
}

export interface ShownBlock {
  readonly indexed: IndexedBlock;
  /** How many turns ago; 1 is the last. */
  readonly ago: number;
}

/** How a block goes on with a conversation, each feature from 0 to 1; what each means is beside it. */
export interface FollowUpFeatures {
  /** What the ranking gives the block for the question alone, a fifth of it. */
  readonly alone: number;
  /** The same where the question leans on what came before: "and he?" */
  readonly leaning: number;
  /** Whether the last turn, or any turn, showed something of its article. */
  readonly lastArticle: number;
  readonly anyArticle: number;
  readonly leaningArticle: number;
  /** Whether it was shown itself, in the last turn or before. */
  readonly shownLast: number;
  /** `shownLast` times `alone`, and where the question leans. */
  readonly shownLastAlone: number;
  readonly shownLastLeaning: number;
  readonly shownBefore: number;
  /** Share of the weight of the last question that stands in the block, and of all earlier ones together. */
  readonly lastQuestion: number;
  readonly questions: number;
  /** How much of what is rare in the block stands in the last block shown, or in any. */
  readonly likeLast: number;
  readonly likeShown: number;
  /** The logarithm of its length in words, over that of the mean length. */
  readonly length: number;
}

export function followUpFeatures(
  { indexed }: Pick<BlockHit, 'indexed'>,
  alone: number,
  leans: boolean,
  { shown, questions }: Context,
  index: BlockIndex,
): FollowUpFeatures {
  const last = shown.filter(({ ago }) => ago === 1);
  const sameArticle = (list: readonly ShownBlock[]): number =>
    list.some((one) => one.indexed.article === indexed.article) ? 1 : 0;
  const isShown = (list: readonly ShownBlock[]): number => (list.some((one) => one.indexed === indexed) ? 1 : 0);
  return {
    alone: alone / 5,
    leaning: leans ? alone / 5 : 0,
    lastArticle: sameArticle(last),
    anyArticle: sameArticle(shown),
    leaningArticle: leans ? sameArticle(last) : 0,
    shownLast: isShown(last),
    shownLastAlone: (isShown(last) * alone) / 5,
    shownLastLeaning: leans ? isShown(last) : 0,
    shownBefore: isShown(shown) - isShown(last),
    lastQuestion: covered(questions[0]?.terms ?? [], indexed),
    questions: covered(
      questions.flatMap(({ terms }) => terms),
      indexed,
    ),
    likeLast: likeness(indexed, last, index),
    likeShown: likeness(indexed, shown, index),
    length: Math.log((1 + indexed.length) / (1 + index.meanLength.block)),
  };
}

function covered(terms: readonly QuestionTerm[], { counts }: IndexedBlock): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : terms.reduce((sum, { term, weight }) => sum + (counts.has(term) ? weight : 0), 0) / total;
}

/** Share of the rarity of the block's terms that stands in the blocks shown, without its own place among them. */
function likeness(indexed: IndexedBlock, shown: readonly ShownBlock[], index: BlockIndex): number {
  const others = shown.filter((one) => one.indexed !== indexed);
  let [all, same] = [1e-9, 0];
  for (const term of indexed.counts.keys()) {
    const rarity = index.rarity(term);
    all += rarity;
    if (others.some((one) => one.indexed.counts.has(term))) same += rarity;
  }
  return same / all;
}
