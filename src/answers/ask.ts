import type { ArticleId } from '../corpus/article.ts';
import { wholeBlock } from '../corpus/passage.ts';
import type { Attribution } from '../quotes/quotation.ts';
import { ANSWER_THRESHOLD } from '../search/confidence-weights.ts';
import type { Context } from '../search/follow-up-features.ts';
import { pointsBack } from '../search/leaning.ts';
import { readQuestion, type Question } from '../search/question.ts';
import { rankBlocks, type RankedBlock } from '../search/rank-blocks.ts';
import { rankFollowUp } from '../search/rank-follow-up.ts';
import type { AnsweringPassage, AskAnswer, EarlierTurn } from './answer.ts';
import { askedSpeaker } from './asked-speaker.ts';
import { highlightAnswer } from './highlight-answer.ts';
import type { Library, LibraryEntry } from './library.ts';
import { readFollowUp } from './read-follow-up.ts';
import { statementsOf, tellsOf } from './statements-of.ts';

/** What is left of the confidence in a passage when somebody's words are asked for and it tells none of them. */
const UNQUOTED = 0.4;

export interface AskRequest {
  readonly question: string;
  readonly article: ArticleId | null;
  readonly history: readonly EarlierTurn[];
  readonly limit: number;
}

/**
 * Finds the blocks that answer a question, best first.
 *
 * Statements of a speaker who is asked for come before everything else. Below the threshold of confidence the
 * articles do not say, and what was found is only what stands nearest.
 */
export function ask(library: Library, { question, article, history, limit }: AskRequest): AskAnswer {
  const reading = readFollowUp(library, question, history);
  const read = readQuestion(reading, library.index);
  const asked = question === reading ? read : readQuestion(question, library.index);
  const ranked =
    history.length === 0
      ? rankBlocks(library.index, read, article)
      : rankFollowUp(library.index, asked, read, contextOf(library, history), article);
  const speaker = askedSpeaker(reading);
  const statements =
    speaker === null ? [] : statementsOf(library, speaker, read, article, pointsBack(asked) ? [] : history);
  const asksForWords = speaker !== null && statements.length === 0;
  const others = ranked.slice(0, limit).flatMap((one): AnsweringPassage[] => {
    const entry = library.entries.get(one.hit.article);
    if (entry === undefined) return [];
    const answer = answerFrom(entry, read, one);
    const sentence = one.hit.indexed.sentences[one.match.sentence];
    const tells = speaker === null || (sentence !== undefined && tellsOf(speaker, read, sentence));
    return [asksForWords && !tells ? { ...answer, score: answer.score * UNQUOTED } : answer];
  });
  const answers = statementsFirst(statements, others).slice(0, limit);
  const [first, ...rest] = descending(answers);
  if (first === undefined) return { kind: 'no-answer', reading, nearest: [] };
  return first.score < ANSWER_THRESHOLD
    ? { kind: 'no-answer', reading, nearest: [first, ...rest] }
    : { kind: 'answered', reading, answers: [first, ...rest] };
}

function answerFrom(entry: LibraryEntry, question: Question, ranked: RankedBlock): AnsweringPassage {
  const highlight = highlightAnswer(entry, question, ranked);
  return {
    passage: wholeBlock(entry.article, ranked.hit.block),
    highlight,
    attribution: attributionOf(entry, highlight),
    score: ranked.confidence(),
  };
}

/** Whose words the highlight is: the speaker's in whose quotation all of it lies. */
function attributionOf({ quotations }: LibraryEntry, highlight: AnsweringPassage['highlight']): Attribution {
  const holder = quotations.find(
    ({ spans }) =>
      highlight.length > 0 &&
      highlight.every((part) =>
        spans.some((span) => span.block === part.block && span.start <= part.start && part.end <= span.end),
      ),
  );
  return holder?.attribution ?? { kind: 'not-stated' };
}

/** No passage scores above one that ranks before it. */
function descending(answers: readonly AnsweringPassage[]): AnsweringPassage[] {
  let least = 1;
  return answers.map((answer) => {
    least = Math.min(least, answer.score);
    return { ...answer, score: least };
  });
}

/** The statements, then what else was found, each block once. */
function statementsFirst(
  statements: readonly AnsweringPassage[],
  others: readonly AnsweringPassage[],
): AnsweringPassage[] {
  const places = new Set(statements.map(({ passage }) => placeOf(passage)));
  return [...statements, ...others.filter(({ passage }) => !places.has(placeOf(passage)))];
}

const placeOf = ({ article, block }: { readonly article: ArticleId; readonly block: number }): string =>
  `${article}#${block}`;

/** What ranking needs of the earlier turns, the last first; blocks that are no longer there are left out. */
export function contextOf({ index }: Library, history: readonly EarlierTurn[]): Context {
  return history.toReversed().map(({ question, shown }) => ({
    question,
    shown: shown.flatMap(({ article, block }) => {
      const indexed = index.articles.get(article)?.blocks.find((one) => one.block === block);
      return indexed === undefined ? [] : [indexed];
    }),
  }));
}
