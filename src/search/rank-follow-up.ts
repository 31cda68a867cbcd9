import type { ArticleId } from '../corpus/article.ts';
import type { BlockHit, BlockIndex } from './block-index.ts';
import { followUpFeatures, type Context } from './follow-up-features.ts';
import type { IndexedBlock } from './indexed-block.ts';
import { leansOnEarlier, pointsBack } from './leaning.ts';
import type { Question } from './question.ts';
import { blockRanker, rankBlocks, type RankedBlock } from './rank-blocks.ts';
import { FOLLOW_UP_WEIGHTS } from './ranking-weights.ts';

/** Most blocks of an article shown before that are looked at for what they are, whatever words they hold. */
const LOOKED_AT = 80;

/** Most articles shown before that are looked at so. */
const ARTICLES = 3;

/** Finds the blocks that go on with a conversation, best first. `asked` is the question before it was read in context. */
export function rankFollowUp(
  index: BlockIndex,
  question: Question,
  context: Context,
  article: ArticleId | null,
  asked: Pick<Question, 'text' | 'terms'>,
): RankedBlock[] {
  const leans = leansOnEarlier(asked);
  const found = rankBlocks(index, question, article);
  const known = new Set(found.map(({ hit }) => hit.indexed));
  const recent = [...new Set(context.shown.map(({ indexed }) => indexed.article))].slice(0, ARTICLES);
  const near = recent
    .filter(({ id }) => article === null || id === article)
    .flatMap(({ blocks }) => blocks.slice(0, LOOKED_AT))
    .filter((indexed) => !known.has(indexed));
  const all = [...found, ...near.map(unfound).map(blockRanker(index, question))];
  const whole = all.filter(({ match }) => match.features.covered >= WHOLE);
  const returns =
    asked.terms.length >= MANY_TERMS || context.questions.some(({ text }) => text.trim() === asked.text.trim());
  const shown = new Set(context.shown.map(({ indexed }) => indexed));
  const last = new Set(context.shown.filter(({ ago }) => ago === 1).map(({ indexed }) => indexed));
  return all
    .map((ranked): RankedBlock => {
      const rank = followUpRank(ranked, leans, context, index);
      if (!shown.has(ranked.hit.indexed)) return { ...ranked, rank };
      // What was shown comes back when it is what is asked for: it alone holds every word of the question.
      if (returns && whole.length === 1 && whole[0] === ranked) return { ...ranked, rank: rank + COMES_BACK };
      if (!pointsBack(asked) || !last.has(ranked.hit.indexed)) return { ...ranked, rank };
      return { ...ranked, rank: rank + COMES_BACK, confidence: Math.max(ranked.confidence, POINTED_AT) };
    })
    .sort((a, b) => b.rank - a.rank);
}

/** Share of the question's weight from which a block holds all of it. */
const WHOLE = 0.99;

/** Terms of a question from which a block that holds them all is what it asks for; a word or two are there by chance. */
const MANY_TERMS = 3;

/** What a block shown before gains in rank when it is what is asked for: more than it loses for having been shown. */
const COMES_BACK = 8;

/** Least confidence in a block that a question points back at. */
const POINTED_AT = 0.6;

const unfound = (indexed: IndexedBlock): BlockHit => ({
  article: indexed.article.id,
  block: indexed.block,
  score: 0,
  indexed,
});

function followUpRank({ hit, match, rank }: RankedBlock, leans: boolean, context: Context, index: BlockIndex): number {
  const { block, title, missing, kind } = match.features;
  const features = { ...followUpFeatures(hit, rank, leans, context, index), block, title, missing, kind };
  return FOLLOW_UP_FEATURES.reduce((sum, name) => sum + features[name] * FOLLOW_UP_WEIGHTS[name], 0);
}

const FOLLOW_UP_FEATURES = [
  'alone',
  'leaning',
  'lastArticle',
  'anyArticle',
  'leaningArticle',
  'shownLast',
  'shownLastAlone',
  'shownLastLeaning',
  'shownBefore',
  'lastQuestion',
  'questions',
  'likeLast',
  'likeShown',
  'length',
  'block',
  'title',
  'missing',
  'kind',
] as const satisfies readonly (keyof typeof FOLLOW_UP_WEIGHTS)[];
