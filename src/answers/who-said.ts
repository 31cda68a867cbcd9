import type { ArticleId } from '../corpus/article.ts';
import { wholeBlock } from '../corpus/passage.ts';
import { fold } from '../text/fold.ts';
import type { QuotationMatch, WhoSaidAnswer } from './answer.ts';
import type { Library } from './library.ts';

export interface WhoSaidRequest {
  readonly text: string;
  readonly speaker: string | null;
  readonly article: ArticleId | null;
  readonly limit: number;
}

/** Finds who is quoted with the words `text`. */
export function whoSaid(library: Library, { text, article, limit }: WhoSaidRequest): WhoSaidAnswer {
  const wanted = fold(text);
  const matches = [...library.entries.values()]
    .filter((entry) => article === null || entry.article.id === article)
    .flatMap((entry) =>
      entry.quotations
        .filter((quotation) => quotation.spans.some((span) => fold(span.text).includes(wanted)))
        .map((quotation): QuotationMatch => ({
          quotation,
          passage: wholeBlock(entry.article, quotation.spans[0].block),
          match: 'exact',
          changes: [],
          matched: [],
          score: 1,
          elsewhere: [],
        })),
    )
    .slice(0, limit);
  const [first, ...rest] = matches;
  return first === undefined
    ? { kind: 'no-match', near: [], nearest: [] }
    : { kind: 'answered', matches: [first, ...rest] };
}
