import type { ArticleId } from '../corpus/article.ts';
import { wholeBlock } from '../corpus/passage.ts';
import { termsOf } from '../search/terms.ts';
import type { AnsweringPassage, AskAnswer, EarlierTurn } from './answer.ts';
import type { Library } from './library.ts';

export interface AskRequest {
  readonly question: string;
  readonly article: ArticleId | null;
  readonly history: readonly EarlierTurn[];
  readonly limit: number;
}

/** Finds the blocks that answer a question, best first. */
export function ask(library: Library, { question, article, limit }: AskRequest): AskAnswer {
  const hits = library.index.search(termsOf(question, 'en'), limit, article);
  const best = hits[0]?.score ?? 1;
  const answers = hits.flatMap((hit): AnsweringPassage[] => {
    const entry = library.entries.get(hit.article);
    if (entry === undefined) return [];
    const passage = wholeBlock(entry.article, hit.block);
    return [{ passage, highlight: [passage], attribution: { kind: 'not-stated' }, score: hit.score / best }];
  });
  const [first, ...rest] = answers;
  return first === undefined
    ? { kind: 'no-answer', reading: question, nearest: [] }
    : { kind: 'answered', reading: question, answers: [first, ...rest] };
}
