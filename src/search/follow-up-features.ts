import type { BlockIndex } from './block-index.ts';
import type { IndexedArticle, IndexedBlock } from './indexed-block.ts';
import { asksFurther } from './leaning.ts';
import { matcherFor, type Match } from './match-features.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { RankedBlock } from './rank-blocks.ts';
import { isInFields } from './word-fields.ts';

/** What a conversation has shown and asked so far, the last turn first. */
export type Context = readonly ContextTurn[];

export interface ContextTurn {
  readonly question: string;
  readonly shown: readonly IndexedBlock[];
}

/** A question in a conversation. */
export interface FollowUp {
  /** With what reading it in context puts in, where that tells paragraphs apart. */
  readonly question: Question;
  /** With all that reading it in context puts in. */
  readonly read: Question;
  /** Whether it needs what was said before to be understood. */
  readonly leans: boolean;
  readonly context: Context;
}

/** How a block goes on with a conversation, each feature from -1 to about 2 so that weights compare. */
export interface FollowUpFeatures {
  /** What the ranking gives the block for the question, a fifth of it; the same where the question leans on what came before. */
  readonly alone: number;
  readonly leaning: number;
  /** Of the match with the question, see `MatchFeatures`. */
  readonly block: number;
  readonly article: number;
  readonly title: number;
  readonly missing: number;
  readonly kind: number;
  readonly neighbour: number;
  readonly length: number;
  /** Share of the question as read in context that the best sentence holds with the one before it. */
  readonly window: number;
  /** Share of the question's weight that the block lacks but has words of the same field for. */
  readonly field: number;
  /** Its length, where the question has a short answer. */
  readonly long: number;
  /** Whether the last turn, or any turn, showed something of its article, and where the question leans on that. */
  readonly lastArticle: number;
  readonly anyArticle: number;
  readonly leaningArticle: number;
  /** How much better than anything in the articles shown another article answers, for the blocks of those shown. */
  readonly elsewhere: number;
  /** Whether it was shown itself, in any turn and in the last. */
  readonly shown: number;
  readonly shownLast: number;
  /** The same where the question asks for something further, or leans on what came before. */
  readonly shownFurther: number;
  readonly shownLeaning: number;
  /** How much better than what was not shown a block shown answers; a longer one has more left to tell. */
  readonly shownLead: number;
  /** How much of what is rare in the block stands in the last blocks shown, or in any. */
  readonly likeLast: number;
  readonly likeShown: number;
  /** How much of what is rare in it stands in other blocks that are left of its article. */
  readonly shared: number;
  /** Share of the years in the blocks that are left that come before its own: a story goes on in time. */
  readonly later: number;
}

/** What the features of all candidates of a question are measured against. */
interface Scene {
  readonly shown: ReadonlySet<IndexedBlock>;
  readonly last: ReadonlySet<IndexedBlock>;
  readonly articles: ReadonlySet<IndexedArticle>;
  readonly lastArticles: ReadonlySet<IndexedArticle>;
  readonly lastTerms: ReadonlyMap<string, number>;
  readonly shownTerms: ReadonlyMap<string, number>;
  /** Best rank of the candidates in the articles shown, in other articles, and of those not shown themselves. */
  readonly best: { readonly inside: number; readonly outside: number; readonly unshown: number };
  /** Of the articles shown last, what was not shown yet. */
  readonly left: ReadonlySet<IndexedBlock>;
  /** In how many of the blocks left each of their terms stands. */
  readonly leftTerms: ReadonlyMap<string, number>;
  readonly years: readonly number[];
}

/** What the ranking for a question alone is divided by, to be comparable with the other features. */
const RANK_UNIT = 5;

/** Reads the features of each of `candidates`, which are ranked for the question of `followUp`. */
export function featureReader(
  followUp: FollowUp,
  candidates: readonly RankedBlock[],
  index: BlockIndex,
): (candidate: RankedBlock) => FollowUpFeatures {
  const scene = sceneOf(followUp, candidates);
  const matchRead = matcherFor(followUp.read, index);
  return (candidate) => featuresOf(followUp, candidate, matchRead(candidate.hit.indexed), scene, index);
}

function featuresOf(
  { question, leans }: FollowUp,
  { hit: { indexed }, match, rank }: RankedBlock,
  { features: { window } }: Match,
  scene: Scene,
  index: BlockIndex,
): FollowUpFeatures {
  const { best } = scene;
  const { block, article, title, missing, kind, neighbour, length } = match.features;
  const [shown, shownLast] = [Number(scene.shown.has(indexed)), Number(scene.last.has(indexed))];
  const anyArticle = Number(scene.articles.has(indexed.article));
  const lastArticle = Number(scene.lastArticles.has(indexed.article));
  const alone = rank / RANK_UNIT;
  const long = Math.log(1 + indexed.length) / LONG;
  return {
    alone,
    leaning: leans ? alone : 0,
    block,
    article,
    title,
    missing,
    kind,
    neighbour,
    length,
    window,
    field: shareOf(question.terms, ({ term }) => !indexed.counts.has(term) && isInFields(term, indexed.fields)),
    long: question.wants === null ? 0 : long,
    lastArticle,
    anyArticle,
    leaningArticle: leans ? lastArticle : 0,
    elsewhere: anyArticle * between(-1, (best.outside - best.inside) / RANK_UNIT, 2),
    shown,
    shownLast,
    shownFurther: asksFurther(question) ? shown : 0,
    shownLeaning: leans ? shownLast : 0,
    shownLead: shown * long * between(-1, (rank - best.unshown) / RANK_UNIT, 2),
    likeLast: likeness(indexed, scene.lastTerms, scene.last, index),
    likeShown: likeness(indexed, scene.shownTerms, scene.shown, index),
    shared: likeness(indexed, scene.leftTerms, scene.left, index),
    later: laterShare(indexed, scene),
  };
}

/** Natural logarithm of the number of words of a long block. */
const LONG = 4;

function sceneOf({ context }: FollowUp, candidates: readonly RankedBlock[]): Scene {
  const shown = new Set(context.flatMap((turn) => turn.shown));
  const last = new Set(context[0]?.shown ?? []);
  const articles = new Set([...shown].map(({ article }) => article));
  const lastArticles = new Set([...last].map(({ article }) => article));
  const bestOf = (belongs: (block: IndexedBlock) => boolean): number =>
    candidates.reduce((best, { hit, rank }) => (belongs(hit.indexed) ? Math.max(best, rank) : best), 0);
  const left = new Set([...lastArticles].flatMap(({ blocks }) => blocks).filter((block) => !shown.has(block)));
  return {
    shown,
    last,
    articles,
    lastArticles,
    lastTerms: holdersOf(last),
    shownTerms: holdersOf(shown),
    best: {
      inside: bestOf(({ article }) => articles.has(article)),
      outside: bestOf(({ article }) => !articles.has(article)),
      unshown: bestOf((block) => !shown.has(block)),
    },
    left,
    leftTerms: holdersOf(left),
    years: [...left].flatMap(({ year }) => year ?? []),
  };
}

/** In how many of the blocks each of their terms stands. */
function holdersOf(blocks: Iterable<IndexedBlock>): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { counts } of blocks) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  return holders;
}

function shareOf(terms: readonly QuestionTerm[], holds: (term: QuestionTerm) => boolean): number {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  return total === 0 ? 0 : terms.reduce((sum, term) => sum + (holds(term) ? term.weight : 0), 0) / total;
}

/** Share of the rarity of the block's terms that stands in `others`, without its own place among them. */
function likeness(
  block: IndexedBlock,
  holders: ReadonlyMap<string, number>,
  others: ReadonlySet<IndexedBlock>,
  index: BlockIndex,
): number {
  const own = Number(others.has(block));
  let [all, same] = [1e-9, 0];
  for (const term of block.counts.keys()) {
    const rarity = index.rarity(term);
    all += rarity;
    if ((holders.get(term) ?? 0) > own) same += rarity;
  }
  return same / all;
}

function laterShare({ year }: IndexedBlock, { years }: Scene): number {
  if (year === null || years.length < 2) return 0;
  return Math.min(1, years.filter((other) => other < year).length / (years.length - 1));
}

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));
