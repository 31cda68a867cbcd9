import type { ArticleId } from '../corpus/article.ts';
import { speakerMatches } from '../quotes/match-speaker.ts';
import type { QuotesAnswer } from './answer.ts';
import type { Library } from './library.ts';

export interface QuotesRequest {
  readonly article: ArticleId | null;
  readonly speaker: string | null;
  readonly topic: string | null;
}

/** Lists what people are quoted as saying, in reading order. */
export function quotesOf(library: Library, { article, speaker }: QuotesRequest): QuotesAnswer {
  const [first, ...rest] = [...library.entries.values()]
    .filter((entry) => article === null || entry.article.id === article)
    .flatMap((entry) => entry.quotations)
    .filter((quotation) => speaker === null || speakerMatches(quotation, speaker) > 0);
  return first === undefined ? { kind: 'none' } : { kind: 'answered', quotations: [first, ...rest] };
}
