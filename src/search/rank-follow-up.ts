import type { ArticleId } from '../corpus/article.ts';
import type { BlockHit, BlockIndex } from './block-index.ts';
import { featureReader, type Context, type FollowUp } from './follow-up-features.ts';
import { FOLLOW_UP_FEATURES, FOLLOW_UP_WEIGHTS } from './follow-up-weights.ts';
import type { IndexedBlock } from './indexed-block.ts';
import { pointsBack } from './leaning.ts';
import type { Question } from './question.ts';
import { blockRanker, rankBlocks, type RankedBlock } from './rank-blocks.ts';

/** Most blocks of an article shown before that are looked at for what they are, whatever words they hold. */
const LOOKED_AT = 80;

/** Most articles shown before that are looked at so. */
const ARTICLES = 3;

/** What a block shown before gains in rank when it is what is asked for: more than it loses for having been shown. */
const COMES_BACK = 8;

/** Least confidence in a block that a question points back at. */
const POINTED_AT = 0.6;

/**
 * Finds the blocks that go on with a conversation, best first.
 *
 * @param asked the question as it was asked: that orders the blocks.
 * @param read the question read in context: that tells what matches, and how sure it is.
 */
export function rankFollowUp(
  index: BlockIndex,
  asked: Question,
  read: Question,
  context: Context,
  article: ArticleId | null,
): RankedBlock[] {
  const candidates = candidatesOf(index, asked, read, context, article);
  const featuresOf = featureReader(followUpOf(asked, read, context), candidates, index);
  const returning = returningTo(asked, context, candidates);
  const rankRead = blockRanker(index, read);
  return candidates
    .map((candidate): RankedBlock => {
      const { hit } = candidate;
      const ranked = rankRead(hit);
      const features = featuresOf(candidate);
      const rank = FOLLOW_UP_FEATURES.reduce((sum, name) => sum + features[name] * FOLLOW_UP_WEIGHTS[name], 0);
      if (!returning.has(hit.indexed)) return { ...ranked, rank };
      return { ...ranked, rank: rank + COMES_BACK, confidence: Math.max(ranked.confidence, POINTED_AT) };
    })
    .sort((a, b) => b.rank - a.rank);
}

/** What the question's words find, and the articles shown last; ranked for the question as it was asked. */
export function candidatesOf(
  index: BlockIndex,
  asked: Question,
  read: Question,
  context: Context,
  article: ArticleId | null,
): RankedBlock[] {
  const found = [...rankBlocks(index, asked, article), ...rankBlocks(index, read, article)].map(
    ({ hit }) => hit.indexed,
  );
  const recent = [...new Set(context.flatMap(({ shown }) => shown.map((block) => block.article)))].slice(0, ARTICLES);
  const near = recent
    .filter(({ id }) => article === null || id === article)
    .flatMap(({ blocks }) => blocks.slice(0, LOOKED_AT));
  return [...new Set([...found, ...near])].map(hitOf).map(blockRanker(index, asked));
}

/** Of what reading in context puts in, only names that tell paragraphs apart are carried along. */
export function followUpOf(asked: Question, read: Question, context: Context): FollowUp {
  const own = new Set(asked.terms.map(({ term }) => term));
  const titles = (context[0]?.shown ?? []).map((block) => block.article.title);
  const carried = read.terms.filter(
    ({ term, special }) => special && !own.has(term) && !titles.some((title) => title.has(term)),
  );
  return { asked, carried, context };
}

/**
 * What was shown and is asked for again: by "when?" and the like, by the very question that it answered, or by a
 * question of several words that stand together nowhere else.
 */
function returningTo(asked: Question, context: Context, candidates: readonly RankedBlock[]): ReadonlySet<IndexedBlock> {
  if (pointsBack(asked)) return new Set(context[0]?.shown ?? []);
  const same = context.find(({ question }) => question.trim() === asked.text.trim());
  if (same !== undefined) return new Set(same.shown);
  if (asked.terms.length < MANY_TERMS) return new Set();
  const whole = candidates.filter(({ match }) => match.features.covered >= WHOLE).map(({ hit }) => hit.indexed);
  return new Set(whole.length > 1 ? [] : whole.filter((block) => context.some(({ shown }) => shown.includes(block))));
}

/** Terms of a question from which a block that holds them all is what it asks for; a word or two are there by chance. */
const MANY_TERMS = 3;

/** Share of the question's weight from which a block holds all of it. */
const WHOLE = 0.99;

const hitOf = (indexed: IndexedBlock): BlockHit => ({
  article: indexed.article.id,
  block: indexed.block,
  score: 0,
  indexed,
});
