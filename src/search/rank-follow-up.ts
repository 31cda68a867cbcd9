import type { ArticleId } from '../corpus/article.ts';
import type { BlockHit, BlockIndex } from './block-index.ts';
import { ANSWER_THRESHOLD } from './confidence-weights.ts';
import { featureReader, type Context, type FollowUp } from './follow-up-features.ts';
import { FOLLOW_UP_FEATURES, FOLLOW_UP_WEIGHTS } from './follow-up-weights.ts';
import type { IndexedBlock } from './indexed-block.ts';
import { asksAgain, asksForDetail, asksForOther, asksFurther, leansOnEarlier, pointsBack } from './leaning.ts';
import type { Question, QuestionTerm } from './question.ts';
import { blockRanker, rankBlocks, type RankedBlock } from './rank-blocks.ts';
import { weigh } from './weigh.ts';
import { isInFields } from './word-fields.ts';

/** Most blocks of an article shown before that are looked at for what they are, whatever words they hold. */
const LOOKED_AT = 80;

/** Most articles shown before that are looked at so. */
const ARTICLES = 3;

/** What a block shown before gains in rank when it is what is asked for: more than it loses for having been shown. */
const COMES_BACK = 8;

/** What a block gains in rank that tells of "the other" when that is asked for. */
const OTHER = 2;

/** Least confidence in a block that a question points back at. */
const POINTED_AT = 0.6;

/**
 * Finds the blocks that go on with a conversation, best first.
 *
 * @param asked the question as it was asked.
 * @param read the question read in context: that tells what matches, and how sure it is.
 */
export function rankFollowUp(
  index: BlockIndex,
  asked: Question,
  read: Question,
  context: Context,
  article: ArticleId | null,
): RankedBlock[] {
  const elsewhere = changedSubject(index, asked, context, article);
  if (elsewhere !== null) return elsewhere;
  const followUp = followUpOf(asked, read, context);
  const candidates = candidatesOf(index, followUp, article);
  const featuresOf = featureReader(followUp, candidates, index);
  const returning = returningTo(asked, read, context, candidates);
  const rankRead = blockRanker(index, read);
  const carried = carriedBy(asked, read);
  return candidates
    .map((candidate): RankedBlock => {
      const { hit } = candidate;
      const ranked = isNamedBefore(carried, hit.indexed) ? blockRanker(index, asked)(hit) : rankRead(hit);
      const other = asksForOther(asked) && namesOther(hit.indexed) ? OTHER : 0;
      const rank = weigh(FOLLOW_UP_FEATURES, featuresOf(candidate), FOLLOW_UP_WEIGHTS) + other;
      if (!returning.has(hit.indexed)) return { ...ranked, rank };
      return { ...ranked, rank: rank + COMES_BACK, confidence: () => Math.max(ranked.confidence(), POINTED_AT) };
    })
    .sort((a, b) => b.rank - a.rank);
}

/**
 * Blocks for a question that names what the articles shown do not know and others answer: a change of subject. Null for
 * any other question.
 */
function changedSubject(
  index: BlockIndex,
  asked: Question,
  context: Context,
  article: ArticleId | null,
): RankedBlock[] | null {
  const shown = new Set(context.flatMap((turn) => turn.shown.map((block) => block.article)));
  const isNew = ({ term, special, known }: QuestionTerm): boolean =>
    special && known && ![...shown].some(({ counts }) => counts.has(term));
  if (leansOnEarlier(asked) || !asked.terms.some(isNew)) return null;
  const ranked = rankBlocks(index, asked, article);
  const [first] = ranked;
  if (first === undefined || shown.has(first.hit.indexed.article) || first.confidence() < ANSWER_THRESHOLD) return null;
  const inside = ranked.find(({ hit }) => shown.has(hit.indexed.article));
  return inside === undefined || inside.confidence() < STAYS ? ranked : null;
}

/** Least confidence in a block of the articles shown for which a question stays with them. */
const STAYS = 0.05;

/**
 * A question with what reading it in context puts in, but for the words of the title: what an article is about does not
 * tell its paragraphs apart.
 */
export function followUpOf(asked: Question, read: Question, context: Context): FollowUp {
  const titles = (context[0]?.shown ?? []).map((block) => block.article.title);
  const carried = carriedBy(asked, read).filter(({ term }) => !titles.some((title) => title.has(term)));
  return { question: { ...asked, terms: [...asked.terms, ...carried] }, read, leans: leansOnEarlier(asked), context };
}

/** What the words find, and the articles shown last; ranked for the question of `followUp`. */
export function candidatesOf(
  index: BlockIndex,
  { question, read, context }: FollowUp,
  article: ArticleId | null,
): RankedBlock[] {
  const found = [...rankBlocks(index, question, article), ...rankBlocks(index, read, article)].map(
    ({ hit }) => hit.indexed,
  );
  const recent = [...new Set(context.flatMap(({ shown }) => shown.map((block) => block.article)))].slice(0, ARTICLES);
  const near = recent
    .filter(({ id }) => article === null || id === article)
    .flatMap(({ blocks }) => blocks.slice(0, LOOKED_AT));
  return [...new Set([...found, ...near])].map(hitOf).map(blockRanker(index, question));
}

/**
 * What was shown and is asked for again: by "when?" and the like, by "… again?", by a detail that it holds, by the very question that it answered, by several
 * words that stand together nowhere else, or by "when did she leave?" where it tells of her and of leaving.
 */
function returningTo(
  asked: Question,
  read: Question,
  context: Context,
  candidates: readonly RankedBlock[],
): ReadonlySet<IndexedBlock> {
  const last = new Set(context[0]?.shown ?? []);
  if (pointsBack(asked)) return last;
  if (asksForDetail(asked)) {
    const detailed = candidates.filter((one) => last.has(one.hit.indexed) && tellsDetail(asked, one));
    if (detailed.length > 0) return new Set(detailed.map(({ hit }) => hit.indexed));
  }
  if (asksAgain(asked)) return bestTold(asked, context);
  const same = context.find(({ question }) => question.trim() === asked.text.trim());
  if (same !== undefined) return new Set(same.shown);
  if (asksFurther(asked)) return new Set();
  const leans = leansOnEarlier(asked);
  const carried = carriedBy(asked, read);
  const blocks = candidates
    .map(({ hit }) => hit.indexed)
    .filter(({ counts }) => !leans || carried.some(({ term, special }) => special && counts.has(term)));
  const tells = new Map(blocks.map((block) => [block, toldShare(asked.terms, block)]));
  const most = Math.max(...tells.values());
  const [only, ...others] = blocks.filter((block) => tells.get(block) === most);
  if (only === undefined || others.length > 0) return new Set();
  const isTold = leans
    ? most >= MOSTLY && last.has(only)
    : most === 1 && asked.terms.length >= MANY_TERMS && context.some(({ shown }) => shown.includes(only));
  return new Set(isTold ? [only] : []);
}

/** Whether a block holds words of the kind asked for, and its article does not tell elsewhere of the thing asked about. */
function tellsDetail({ terms }: Question, { hit: { indexed }, match }: RankedBlock): boolean {
  const isElsewhere = ({ term }: QuestionTerm): boolean =>
    !indexed.counts.has(term) && indexed.article.counts.has(term) && !indexed.article.title.has(term);
  return match.features.typed > 0 && !terms.some(isElsewhere);
}

/** Of all that was shown, what tells most of the question; the last shown where nothing tells more. */
function bestTold({ terms }: Question, context: Context): ReadonlySet<IndexedBlock> {
  const shown = context.flatMap((turn) => turn.shown);
  const most = Math.max(...shown.map((block) => toldShare(terms, block)));
  return new Set(shown.filter((block) => toldShare(terms, block) === most).slice(0, 1));
}

const namesOther = ({ sentences }: IndexedBlock): boolean =>
  sentences.some(({ tokens }) => tokens.some(({ text }) => /^(?:other|second)$/iu.test(text)));

/** Whether the block before names whom the question is about: then "she" in the block is enough. */
function isNamedBefore(carried: readonly QuestionTerm[], { article, place, counts }: IndexedBlock): boolean {
  const before = article.blocks[place - 1];
  return (
    carried.some(({ special }) => special) &&
    carried.every(({ term }) => !counts.has(term) && before?.counts.has(term) === true)
  );
}

/** The terms that reading a question in context puts in. */
function carriedBy(asked: Question, read: Question): readonly QuestionTerm[] {
  const own = new Set(asked.terms.map(({ term }) => term));
  return read.terms.filter(({ term }) => !own.has(term));
}

/** Terms of a question from which a block that holds them all is what it asks for; fewer are there by chance. */
const MANY_TERMS = 3;

/** Share of a question that leans on what was shown from which what was shown tells of it. */
const MOSTLY = 0.75;

/** What another word of a term's field counts beside the term: "travel" for "go". A name has no other. */
const SAME_FIELD = 0.8;

/** Share of the weight of the terms that a block holds. */
function toldShare(terms: readonly QuestionTerm[], { counts, fields }: IndexedBlock): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const told = terms.map(({ term, special, weight }) => {
    if (counts.has(term)) return weight;
    return !special && isInFields(term, fields) ? SAME_FIELD * weight : 0;
  });
  return total === 0 ? 0 : told.reduce((sum, weight) => sum + weight, 0) / total;
}

const hitOf = (indexed: IndexedBlock): BlockHit => ({
  article: indexed.article.id,
  block: indexed.block,
  score: 0,
  indexed,
});
