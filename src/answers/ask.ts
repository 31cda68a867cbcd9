import type { ArticleId } from '../corpus/article.ts';
import { wholeBlock } from '../corpus/passage.ts';
import type { Attribution } from '../quotes/quotation.ts';
import { readQuestion, type Question } from '../search/question.ts';
import { confidenceOf, rankBlocks, type RankedBlock } from '../search/rank-blocks.ts';
import { ANSWER_THRESHOLD } from '../search/ranking-weights.ts';
import type { AnsweringPassage, AskAnswer, EarlierTurn } from './answer.ts';
import { highlightAnswer } from './highlight-answer.ts';
import type { Library, LibraryEntry } from './library.ts';

export interface AskRequest {
  readonly question: string;
  readonly article: ArticleId | null;
  readonly history: readonly EarlierTurn[];
  readonly limit: number;
}

/**
 * Finds the blocks that answer a question, best first.
 *
 * Below the threshold of confidence the articles do not say, and what was found is only what stands nearest.
 */
export function ask(library: Library, { question, article, limit }: AskRequest): AskAnswer {
  const read = readQuestion(question, library.index, 'en');
  const answers = rankBlocks(library.index, read, article)
    .slice(0, limit)
    .flatMap((ranked): AnsweringPassage[] => {
      const entry = library.entries.get(ranked.hit.article);
      return entry === undefined ? [] : [answerFrom(entry, read, ranked)];
    });
  const [first, ...rest] = descending(answers);
  if (first === undefined) return { kind: 'no-answer', reading: question, nearest: [] };
  return first.score < ANSWER_THRESHOLD
    ? { kind: 'no-answer', reading: question, nearest: [first, ...rest] }
    : { kind: 'answered', reading: question, answers: [first, ...rest] };
}

function answerFrom(entry: LibraryEntry, question: Question, ranked: RankedBlock): AnsweringPassage {
  const highlight = highlightAnswer(entry, question, ranked);
  return {
    passage: wholeBlock(entry.article, ranked.hit.block),
    highlight,
    attribution: attributionOf(entry, highlight),
    score: confidenceOf(question, ranked),
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
