import type { AnalysedArticle } from '../../corpus/analysed-article.ts';
import type { Article } from '../../corpus/article.ts';
import { wholeBlock, type Passage } from '../../corpus/passage.ts';
import type { QuotedArticle } from '../../quotes/find-quotations.ts';
import type { Occurrence, Person } from '../../quotes/people/registry.ts';
import type { Attribution, Quotation } from '../../quotes/quotation.ts';
import { termsOf } from '../../search/terms.ts';
import type { Token } from '../../text/analyse.ts';
import { fold } from '../../text/fold.ts';
import { isNamed } from '../named-speaker.ts';
import { attributionsAt } from './attribution.ts';
import { featuresOf } from './features.ts';
import { isName, leaningOf, type Known } from './leaning.ts';
import { pairFeaturesOf, termsAndPairsOf } from './pairs.ts';
import { isWhole, sentencesIn, type Sentence } from './sentences.ts';
import { sharesOf } from './shares.ts';
import { WEIGHTS, worthInSentence, worthOfPair, type Weights } from './weights.ts';

/** What a summary of one article can be made of; worked out when the article arrives. */
export interface Outline {
  /** Given by the editors, in order. */
  readonly keyPoints: readonly Candidate[];
  /** The sentences of standfirst and paragraphs that can be shown, in order. */
  readonly sentences: readonly Candidate[];
  /** How many paragraphs the article has. */
  readonly paragraphs: number;
  /** Whom the article names. */
  readonly people: readonly Person[];
}

/** A sentence that a summary may show, or a key point given by the editors. */
export interface Candidate {
  readonly passage: Passage;
  readonly attribution: Attribution;
  /** Counted between white space. */
  readonly words: number;
  readonly terms: ReadonlySet<string>;
  /** The same for texts that differ in nothing but case, accents, white space and end punctuation. */
  readonly statement: string;
  /** The sentences that have to be shown with this one: what it refers to, who it speaks of, and the rest of a quotation. */
  readonly needs: readonly Candidate[];
  /** Each two of its words that follow each other, in order. */
  readonly pairs: readonly Pair[];
  /** What it adds to the worth of each of its pairs. */
  readonly worth: number;
  /** Whom it names in the article's own voice. */
  readonly people: readonly Person[];
}

/** Two words that follow each other in an article: one object, wherever they do. */
export interface Pair {
  /** How likely the editors' own summary has them, the part of the sentence apart; see `weights.ts`. */
  readonly worth: number;
}

const NOT_STATED: Attribution = { kind: 'not-stated' };

/** Words of the longest quotation that is shown whole or not at all: most of a short summary. */
const WHOLE_QUOTATION = 60;

/** What is known of an article before its sentences are looked at one by one. */
interface Ground {
  readonly article: Article;
  readonly quotations: readonly Quotation[];
  readonly occurrences: readonly Occurrence[];
  /** All pairs of the article's sentences, by the two words. */
  readonly pairs: ReadonlyMap<string, Pair>;
  readonly weights: Weights;
  /** The terms of the headline. */
  readonly headline: ReadonlySet<string>;
}

/** Takes time in proportion to the article's length. */
export function outlineOf(
  analysed: AnalysedArticle,
  { quotations, marks, registry }: QuotedArticle,
  weights = WEIGHTS,
): Outline {
  const { article } = analysed;
  const { people, occurrences } = registry;
  const sentences = sentencesIn(analysed, marks);
  const features = [...pairFeaturesOf(sentences)];
  const ground: Ground = {
    article,
    quotations,
    occurrences: occurrences.flat(),
    pairs: new Map(features.map(([pair, one]) => [pair, { worth: worthOfPair(one, weights) }])),
    weights,
    headline: new Set(termsOf(article.title, article.language)),
  };
  const keyPoints = keyPointsOf(ground);
  return {
    keyPoints,
    sentences: candidatesOf(sentences, keyPoints, ground),
    paragraphs: article.blocks.filter(({ kind }) => kind === 'paragraph').length,
    people,
  };
}

function keyPointsOf(ground: Ground): Candidate[] {
  const { article, quotations } = ground;
  const said = new Set<string>();
  const passages = article.blocks.flatMap(({ kind, text }, block) => {
    if (kind !== 'key-point' || said.has(statementOf(text))) return [];
    said.add(statementOf(text));
    return [wholeBlock(article, block)];
  });
  const attributions = attributionsAt(passages, quotations);
  const people = peopleIn(passages, ground);
  return passages.map((passage, n) => ({
    ...described({ passage, ...termsAndPairsOf(passage.text, article.language) }, ground),
    attribution: attributions[n] ?? NOT_STATED,
    needs: [],
    worth: 0,
    people: people[n] ?? [],
  }));
}

function peopleIn(places: readonly Passage[], { occurrences }: Ground): readonly (readonly Person[])[] {
  return sharesOf(places, occurrences).map((some) => [...new Set(some.map(({ person }) => person))]);
}

/**
 * The sentences that can be shown: whole, said for the first time, with a speaker where all of it is quoted, and
 * leaning on nothing that cannot be shown with it.
 */
function candidatesOf(sentences: readonly Sentence[], keyPoints: readonly Candidate[], ground: Ground): Candidate[] {
  const { article, quotations, weights } = ground;
  const passages = sentences.map(({ passage }) => passage);
  const attributions = attributionsAt(passages, quotations);
  const people = peopleIn(passages, ground);
  const worths = featuresOf(sentences, attributions).map((features) => worthInSentence(features, weights));
  const said = new Set([statementOf(article.title), ...keyPoints.map(({ statement }) => statement)]);
  const paragraphs = new Set(
    sentences.filter(({ kind }) => kind === 'paragraph').map(({ passage }) => statementOf(passage.text)),
  );
  const drafts: Draft[] = [];
  let before: Support | null = null;
  for (const [n, sentence] of sentences.entries()) {
    const attribution = attributions[n] ?? NOT_STATED;
    const support = supportOf(sentence, attribution, before, ground);
    before = null;
    const base = described(sentence, ground);
    // A standfirst that stands again as a paragraph is one statement, and the paragraph is where it is shown.
    const isSaid = said.has(base.statement) || (sentence.kind === 'standfirst' && paragraphs.has(base.statement));
    if (isSaid || !isWhole(sentence, article.language) || isAnonymous(sentence, attribution)) continue;
    if (support === 'missing') continue;
    said.add(base.statement);
    const needs = support === null ? [] : [support.candidate];
    const candidate = { ...base, attribution, needs, worth: worths[n] ?? 0, people: people[n] ?? [] };
    before = { candidate, naming: support?.naming === true || sentence.tokens.some(isName) };
    drafts.push({ candidate, needs, sentence });
  }
  keepQuotationsWhole(drafts);
  introducePeople(drafts, ground);
  return drafts.map(({ candidate }) => candidate);
}

/** A candidate whose needs are not all known yet. */
interface Draft {
  readonly candidate: Candidate;
  /** The candidate's own list. */
  readonly needs: Candidate[];
  readonly sentence: Sentence;
}

/**
 * Makes each sentence that calls somebody by the last name need the one before it that gives the full name, unless the
 * headline has the name, or it stands beside the sentence as the speaker's.
 */
function introducePeople(drafts: readonly Draft[], { article, headline }: Ground): void {
  const introducing = new Map<Person, Candidate>();
  for (const { candidate, needs } of drafts) {
    const { attribution, passage, people } = candidate;
    for (const person of people) {
      const named = introducing.get(person);
      const isSpeaker = attribution.kind === 'stated' && attribution.speaker.name === person.name;
      const isInHeadline = termsOf(person.surname, article.language).every((term) => headline.has(term));
      if (passage.text.includes(person.name)) introducing.set(person, named ?? candidate);
      else if (named !== undefined && !isSpeaker && !isInHeadline && !needs.includes(named)) needs.push(named);
    }
  }
}

/** Makes each sentence of a quotation need the next, unless the quotation is longer than a summary has room for. */
function keepQuotationsWhole(drafts: readonly Draft[]): void {
  let run: Draft[] = [];
  for (const [n, draft] of drafts.entries()) {
    run.push(draft);
    const next = drafts[n + 1];
    if (draft.sentence.endsQuoted && next?.needs.includes(draft.candidate) === true && next.sentence.beginsQuoted)
      continue;
    const words = run.reduce((sum, { candidate }) => sum + candidate.words, 0);
    if (words <= WHOLE_QUOTATION) {
      for (const [m, { needs }] of run.entries())
        needs.push(...run.slice(m + 1, m + 2).map(({ candidate }) => candidate));
    }
    run = [];
  }
}

function described(
  { passage, terms, pairs }: Pick<Sentence, 'passage' | 'terms' | 'pairs'>,
  { pairs: known }: Ground,
): Pick<Candidate, 'passage' | 'terms' | 'words' | 'statement' | 'pairs'> {
  return {
    passage,
    terms,
    words: passage.text.split(/\s+/u).length,
    statement: statementOf(passage.text),
    pairs: pairs.flatMap((pair) => known.get(pair) ?? []),
  };
}

function statementOf(text: string): string {
  return fold(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '');
}

/** Whether it is a quotation, or a part of one, whose speaker nothing in the sentence tells. */
function isAnonymous({ passage, quotedLength, beginsQuoted, endsQuoted }: Sentence, attribution: Attribution): boolean {
  if (attribution.kind === 'stated') return false;
  return beginsQuoted || endsQuoted || passage.text.length - quotedLength <= 1;
}

/** A sentence that another may lean on. */
interface Support {
  readonly candidate: Candidate;
  /** Whether it, or what it leans on itself, names somebody. */
  readonly naming: boolean;
}

/**
 * What has to be shown with a sentence: null where it stands on its own, `missing` where nothing would help.
 *
 * @param before the sentence directly before it; null where that one cannot be shown.
 */
function supportOf(
  { passage, tokens, marked, beginsQuoted }: Sentence,
  attribution: Attribution,
  before: Support | null,
  { article, headline }: Ground,
): Support | 'missing' | null {
  const mention = attribution.kind === 'stated' && isNamed(attribution.speaker) ? attribution.mention : null;
  const known: Known = {
    isShown: (token) => mention !== null && holds(mention, passage.block, token),
    isQuoted: (token) => marked.some(({ start, end }) => start <= token.start && token.end <= end),
    headline,
  };
  const leaning = article.language === 'en' ? leaningOf(tokens, known) : 'on-nothing';
  if (leaning === 'on-nothing' && !beginsQuoted) return null;
  const isNear = before !== null && passage.block - before.candidate.passage.block <= 1;
  return !isNear || (leaning === 'on-a-name' && !before.naming) ? 'missing' : before;
}

function holds(mention: Passage, block: number, { start, end }: Token): boolean {
  return mention.block === block && mention.start <= start && end <= mention.end;
}
