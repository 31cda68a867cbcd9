import { BM25, type BlockIndex } from './block-index.ts';
import type { IndexedArticle, IndexedBlock, IndexedMention, IndexedSentence, Place } from './indexed-block.ts';
import type { MentionKind } from './mentions.ts';
import type { Question, QuestionTerm } from './question.ts';

/** How a block answers a question, each feature from 0 to about 1 so that weights compare; what each means is beside it. */
export interface MatchFeatures {
  /** BM25 of the block, as a share of the most that the question's words could give. */
  readonly block: number;
  /** Share of the question's weight whose words stand in the block. */
  readonly covered: number;
  /** The same for the best sentence, and for that sentence with the one before it. */
  readonly sentence: number;
  readonly window: number;
  /** BM25 of the whole article, and the better of the two neighbours. */
  readonly article: number;
  readonly neighbour: number;
  /** Share of the weight that the title holds. */
  readonly title: number;
  /** Share of the question's neighbouring words that are neighbours in the best sentence, in order or within three. */
  readonly phrase: number;
  readonly near: number;
  /** Share of the weight whose very word forms stand in the block. */
  readonly surface: number;
  /** Share of the weight of names and numbers, by their capitals and digits, that the block lacks. */
  readonly missing: number;
  /** Whether the best sentence holds words of the kind wanted that the question does not have itself. */
  readonly kind: number;
  /** Whether such words stand beside the thing asked for. */
  readonly thing: number;
  /** Whether the block holds words of the kind wanted at all. */
  readonly typed: number;
  /**
   * Share of what the article holds of the question that the block holds, each word by its rarity within the article; a
   * name that came before counts as held: the block says "he".
   */
  readonly carried: number;
  /** The logarithm of the block's length in words, over that of the mean length. */
  readonly length: number;
}

/** The names of the features, in the order in which weights are fitted. */
export const MATCH_FEATURES = [
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
  'typed',
  'carried',
  'length',
] as const satisfies readonly (keyof MatchFeatures)[];

export interface Match {
  readonly features: MatchFeatures;
  /** 0-based place of the sentence that answers best. */
  readonly sentence: number;
  /** That of another which answers nearly as well. */
  readonly runnerUp: number | null;
}

/** Matches blocks with one question; what several blocks share is worked out once. */
export function matcherFor(question: Question, index: BlockIndex): (indexed: IndexedBlock) => Match {
  const weights = weightsOf(question);
  const known = new Map<IndexedBlock | IndexedArticle, number>();
  const bm25 = (held: IndexedBlock | IndexedArticle, mean: number): number => {
    const score = known.get(held) ?? bm25Of(question, held, mean, weights.total);
    known.set(held, score);
    return score;
  };
  return (indexed) => matchBlock(question, indexed, index, weights, bm25);
}

/** What the terms of a question weigh together, and those of them that are names and numbers. */
interface Weights {
  readonly total: number;
  readonly special: number;
}

function weightsOf({ terms }: Question): Weights {
  const sum = (some: readonly QuestionTerm[]): number => some.reduce((all, { weight }) => all + weight, 0);
  return { total: Math.max(1e-9, sum(terms)), special: sum(terms.filter(({ special }) => special)) };
}

function matchBlock(
  question: Question,
  indexed: IndexedBlock,
  { meanLength }: BlockIndex,
  { total, special }: Weights,
  bm25: (held: IndexedBlock | IndexedArticle, mean: number) => number,
): Match {
  const { article } = indexed;
  const found = question.terms.map((term) => findTerm(term, indexed));
  const share = (holds: (term: QuestionTerm, found: Found) => boolean): number =>
    question.terms.reduce((sum, term, n) => {
      const one = found[n] ?? NOWHERE;
      return sum + (holds(term, one) ? term.weight * one.worth : 0);
    }, 0) / total;
  const matches = matchSentences(question, indexed, found, total);
  let best = 0;
  for (const [n, one] of matches.entries()) if (worthOf(one) > worthOf(matches[best] ?? one) + 1e-9) best = n;
  const { covered: sentence, phrase, near, kind, thing } = matches[best] ?? NO_MATCH;
  const [before, after] = [article.blocks[indexed.place - 1], article.blocks[indexed.place + 1]];
  const missing = share(
    ({ special: counts, term }, { places }) => counts && places.length === 0 && !article.title.has(term),
  );
  return {
    sentence: best,
    runnerUp: runnerUp(matches, best),
    features: {
      block: bm25(indexed, meanLength.block),
      covered: share((_, { places }) => places.length > 0),
      sentence,
      window: share((_, { places }) => places.some((place) => place.sentence === best || place.sentence === best - 1)),
      article: bm25(article, meanLength.article),
      neighbour: Math.max(
        before === undefined ? 0 : bm25(before, meanLength.block),
        after === undefined ? 0 : bm25(after, meanLength.block),
      ),
      title: share(({ term }) => article.title.has(term)),
      phrase,
      near,
      surface: share(({ surface }, { places }) => places.some((place) => place.surface === surface)),
      missing: special === 0 ? 0 : (missing * total) / special,
      kind,
      thing,
      typed: matches.some((one) => one.kind > 0) ? 1 : 0,
      carried: carriedBy(question, indexed, found),
      length: Math.log((1 + indexed.length) / (1 + meanLength.block)),
    },
  };
}

/** Where a term of the question stands in a block. */
interface Found {
  readonly places: readonly Place[];
  /** 1, or what a word counts that says the same. */
  readonly worth: number;
}

const NOWHERE: Found = { places: [], worth: 1 };

/** What a word that says the same counts beside the word itself. */
const SYNONYM = 0.5;

/** Finds a term in a block, or else a word that says the same. */
export function findTerm({ term, synonyms }: QuestionTerm, { places }: IndexedBlock): Found {
  const own = places.get(term);
  if (own !== undefined) return { places: own, worth: 1 };
  const synonym = synonyms.find((other) => places.has(other));
  return synonym === undefined ? NOWHERE : { places: places.get(synonym) ?? [], worth: SYNONYM };
}

interface SentenceMatch {
  covered: number;
  surface: number;
  phrase: number;
  near: number;
  readonly kind: number;
  readonly thing: number;
}

const NO_MATCH: SentenceMatch = { covered: 0, surface: 0, phrase: 0, near: 0, kind: 0, thing: 0 };

/** Orders the sentences of one block: how much of the question each covers, and what else counts beside it. */
const worthOf = ({ covered, surface, phrase, near, kind, thing }: SentenceMatch): number =>
  covered + 0.15 * surface + 0.2 * kind + 0.05 * (thing + phrase + near);

/** How much less a sentence may be worth that answers nearly as well as the best one. */
const NEARLY = 0.15;

function runnerUp(matches: readonly SentenceMatch[], best: number): number | null {
  const least = worthOf(matches[best] ?? NO_MATCH) - NEARLY;
  let found: number | null = null;
  let most = Math.max(0, least);
  for (const [n, match] of matches.entries()) {
    if (n !== best && worthOf(match) > most) [found, most] = [n, worthOf(match)];
  }
  return found;
}

/** How each sentence matches; `found` is where each term of the question stands in the block. */
function matchSentences(
  question: Question,
  { sentences }: IndexedBlock,
  found: readonly Found[],
  total: number,
): SentenceMatch[] {
  const matches = sentences.map((sentence): SentenceMatch => ({ ...NO_MATCH, ...kindOf(question, sentence) }));
  const pair = 1 / Math.max(1, found.length - 1);
  for (const [n, { places, worth }] of found.entries()) {
    const { weight = 0, surface } = question.terms[n] ?? {};
    addOnce(matches, 'covered', (weight * worth) / total, places);
    addOnce(
      matches,
      'surface',
      weight / total,
      places.filter((place) => place.surface === surface),
    );
    const next = (found[n + 1] ?? NOWHERE).places;
    if (places.length === 0 || next.length === 0) continue;
    addOnce(matches, 'phrase', pair, placesBeside(places, next, 1, 1));
    addOnce(matches, 'near', pair, placesBeside(places, next, -3, 3));
  }
  return matches;
}

/** Adds `amount` to every sentence in which there is a place; places come in the order of the sentences. */
function addOnce(
  matches: readonly SentenceMatch[],
  feature: 'covered' | 'surface' | 'phrase' | 'near',
  amount: number,
  places: readonly Place[],
): void {
  let last = -1;
  for (const { sentence } of places) {
    const match = matches[sentence];
    if (sentence === last || match === undefined) continue;
    match[feature] += amount;
    last = sentence;
  }
}

/** The places that one of the others follows in the same sentence, at least `from` and at most `to` words later. */
const placesBeside = (places: readonly Place[], others: readonly Place[], from: number, to: number): Place[] =>
  places.filter(({ sentence, word }) =>
    others.some((other) => other.sentence === sentence && other.word >= word + from && other.word <= word + to),
  );

/** Okapi BM25 as a share of what it would be if every term stood there without end. */
function bm25Of(
  { terms }: Question,
  { counts, length }: IndexedBlock | IndexedArticle,
  mean: number,
  total: number,
): number {
  const { k, b } = BM25;
  let sum = 0;
  for (const { term, weight, synonyms } of terms) {
    const synonym = counts.has(term) ? undefined : synonyms.find((other) => counts.has(other));
    const count = synonym === undefined ? counts.get(term) : (counts.get(synonym) ?? 0) * SYNONYM;
    if (count !== undefined) sum += (weight * count) / (count + k * (1 - b + (b * length) / mean));
  }
  return sum / total;
}

/** Whether the sentence holds words of the kind wanted that are not the question's own, and beside the thing asked for. */
function kindOf(question: Question, sentence: IndexedSentence): { kind: number; thing: number } {
  if (question.wants === null) return { kind: 0, thing: 0 };
  const fresh = freshMentions(question, sentence);
  return { kind: fresh.length > 0 ? 1 : 0, thing: fresh.some(isBeside(question.thing)) ? 1 : 0 };
}

/** The words of the kind wanted that are not the question's own; only those beside the thing asked for, where there are such. */
export function freshMentions({ wants, thing, terms }: Question, sentence: IndexedSentence): readonly IndexedMention[] {
  if (wants === null) return [];
  const isAsked = (own: string): boolean => terms.some(({ term }) => term === own);
  const fresh = sentence.mentions.filter(({ kind, terms: own }) => {
    if (!SUITABLE[wants].includes(kind)) return false;
    // Part of a name is the name; "the 16th century" answers "which century?".
    return kind === 'name' || kind === 'place' ? !own.some(isAsked) : own.length === 0 || !own.every(isAsked);
  });
  const beside = fresh.filter(isBeside(thing));
  return beside.length > 0 ? beside : fresh;
}

/** Whether the thing is among the three words after the mention. */
const isBeside =
  (thing: string | null) =>
  ({ following }: IndexedMention): boolean =>
    thing !== null && following.includes(thing);

/** The kinds of mention that can be what is wanted. */
const SUITABLE: Readonly<Record<MentionKind, readonly MentionKind[]>> = {
  // What stands as a place may be a body that acts.
  name: ['name', 'place'],
  place: ['place'],
  time: ['time'],
  money: ['money'],
  percentage: ['percentage'],
  age: ['age'],
  duration: ['duration'],
  number: ['number', 'percentage', 'duration', 'money'],
};

function carriedBy({ terms }: Question, { article, place }: IndexedBlock, found: readonly Found[]): number {
  let [held, all] = [0, 0];
  for (const [n, { term, weight, special, synonyms }] of terms.entries()) {
    const standing = [term, ...synonyms].map((one) => article.holders.get(one)).find((one) => one !== undefined);
    if (standing === undefined) continue;
    const rarity = weight * Math.log(1 + (article.blocks.length - standing.count + 0.5) / (standing.count + 0.5));
    const { places, worth } = found[n] ?? NOWHERE;
    all += rarity;
    if (places.length > 0) held += rarity * worth;
    else if (special && standing.first < place) held += rarity;
  }
  return all === 0 ? 0 : held / all;
}
