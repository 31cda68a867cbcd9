import type { BlockIndex } from './block-index.ts';
import { MEETING_WEIGHTS, MISLEADING_IS_RARE, TOPIC_WEIGHTS } from './confidence-weights.ts';
import { evidenceIn, type Evidence } from './evidence.ts';
import type { IndexedBlock } from './indexed-block.ts';
import { findTerm, MATCH_FEATURES, type Match, type MatchFeatures } from './match-features.ts';
import type { MentionKind } from './mentions.ts';
import { isAnothers } from './owners.ts';
import type { Question, QuestionTerm } from './question.ts';
import { weigh } from './weigh.ts';
import { isInFields } from './word-fields.ts';

/** What tells whether a block is about what a question asks about, beside how it matches. */
export interface TopicFeatures extends MatchFeatures {
  readonly constant: 1;
  /** What the ranking gives the block. */
  readonly rank: number;
  /** Number of the question's terms. */
  readonly terms: number;
  /** The logarithm of the number of blocks: how many there are tells how much of a match is chance. */
  readonly size: number;
}

/** What tells whether the best sentence of a block meets a question that it is about. */
export interface MeetingFeatures extends MatchFeatures, Evidence {
  readonly constant: 1;
}

/** The names of the features, in the order in which weights are fitted. */
export const TOPIC_FEATURES = ['constant', 'rank', 'terms', 'size', ...MATCH_FEATURES] as const;
export const MEETING_FEATURES = [
  'constant',
  'unmet',
  'nouns',
  'description',
  'number',
  'denial',
  'opposite',
  'otherNumber',
  'otherName',
  'otherDescription',
  'order',
  'surface',
  'window',
  'covered',
  'sentence',
  'title',
  'kind',
  'thing',
  'near',
] as const satisfies readonly (keyof MeetingFeatures)[];

/** What is left of the confidence in a block that has what is asked for as another's. */
const ANOTHERS = 0.4;

/** What is left of it in a brief block that holds nothing of the kind asked for, where only such words can answer. */
const LACKING = 0.4;

/** Kinds of words without which no block answers; a number may stand there as "none" or "a few". */
const NEEDED: ReadonlySet<MentionKind | null> = new Set<MentionKind>(['time', 'money', 'age']);

/** What is left of it in a brief block that has only the names of a question for a short answer: "When was Ann born?" */
const NAMES_ONLY = 0.4;

/** Most words, stop words not counted, of a brief block: a longer one may tell it in other words. */
const BRIEF = 30;

/** Share of a question from which more words in the title tell no more: a headline is a sentence, a name is not. */
const MOST_OF_TITLE = 0.25;

export function topicFeatures(index: BlockIndex, question: Question, match: Match, rank: number): TopicFeatures {
  const { title, ...features } = match.features;
  const [terms, size] = [question.terms.length, Math.log(1 + index.size)];
  return { constant: 1, rank, terms, size, ...features, title: Math.min(title, MOST_OF_TITLE) };
}

export function meetingFeatures(question: Question, indexed: IndexedBlock, match: Match): MeetingFeatures {
  return { constant: 1, ...match.features, ...evidenceIn(question, indexed, match.sentence) };
}

/**
 * How likely it is, from 0 to 1, that a block answers a question: that it is about what is asked, times that it meets
 * all of what is asked if so. It is the same for every question and every corpus, so that one threshold fits all.
 */
export function confidenceOf(
  index: BlockIndex,
  question: Question,
  indexed: IndexedBlock,
  match: Match,
  rank: number,
): number {
  const topic = weigh(TOPIC_FEATURES, topicFeatures(index, question, match, rank), TOPIC_WEIGHTS);
  const meeting = weigh(MEETING_FEATURES, meetingFeatures(question, indexed, match), MEETING_WEIGHTS);
  return likelihood(topic) * likelihood(meeting + MISLEADING_IS_RARE) * plausibility(question, indexed, match);
}

/** What is left of the confidence where something speaks against the block that is too rare to be learnt. */
function plausibility(question: Question, indexed: IndexedBlock, { features }: Match): number {
  const own = isAnothers(question.tokens, indexed) ? ANOTHERS : 1;
  if (indexed.length > BRIEF || question.wants === null) return own;
  const held = NEEDED.has(question.wants) && features.typed === 0 ? LACKING : 1;
  return own * held * (hasNamesOnly(question, indexed) ? NAMES_ONLY : 1);
}

function hasNamesOnly({ terms }: Question, indexed: IndexedBlock): boolean {
  const common = terms.filter(({ pos }) => pos !== 'PROPN');
  const isTold = (term: QuestionTerm): boolean =>
    findTerm(term, indexed).places.length > 0 || isInFields(term.term, indexed.fields);
  return common.length > 0 && !common.some(isTold);
}

/** The logistic function. */
const likelihood = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
