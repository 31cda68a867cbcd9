import type { AskAnswer, CheckAnswer, QuotesAnswer, SummaryAnswer, WhoSaidAnswer } from '../answers/answer.ts';
import { chooseArticle } from '../answers/article-choice.ts';
import { ask } from '../answers/ask.ts';
import { check } from '../answers/check/check.ts';
import type { Library } from '../answers/library.ts';
import { quotesOf } from '../answers/quotes-of.ts';
import { summarise } from '../answers/summary.ts';
import { whoSaid } from '../answers/who-said.ts';
import type { Article } from '../corpus/article.ts';
import { RequestError, type Request } from './request.ts';

/** What the core says to a request, by the request's `op`. */
export type Response =
  | { readonly op: 'who-said'; readonly answer: WhoSaidAnswer }
  | { readonly op: 'ask'; readonly answer: AskAnswer }
  | { readonly op: 'summary'; readonly answer: SummaryAnswer }
  | { readonly op: 'quotes'; readonly answer: QuotesAnswer }
  | { readonly op: 'check'; readonly text: string; readonly answer: CheckAnswer }
  | { readonly op: 'show'; readonly article: Article }
  | { readonly op: 'articles'; readonly articles: readonly Article[] };

/**
 * Answers a request from the library.
 *
 * @throws RequestError if it names an article that is not there.
 */
export function respond(library: Library, request: Request): Response {
  switch (request.op) {
    case 'who-said':
      return { op: 'who-said', answer: whoSaid(library, { ...request, article: articleId(library, request.article) }) };
    case 'ask':
      return { op: 'ask', answer: ask(library, { ...request, article: articleId(library, request.article) }) };
    case 'summary':
      return {
        op: 'summary',
        answer: summarise(library, { ...request, article: articleId(library, request.article) }),
      };
    case 'quotes':
      return { op: 'quotes', answer: quotesOf(library, { ...request, article: articleId(library, request.article) }) };
    case 'check':
      return {
        op: 'check',
        text: request.text,
        answer: check(library, { ...request, article: articleId(library, request.article) }),
      };
    case 'show':
      return { op: 'show', article: namedArticle(library, request.article) };
    case 'articles':
      return { op: 'articles', articles: [...library.entries.values()].map((entry) => entry.article) };
  }
}

function articleId(library: Library, asked: string | null): string | null {
  return asked === null ? null : namedArticle(library, asked).id;
}

function namedArticle(library: Library, asked: string): Article {
  const choice = chooseArticle(library, asked);
  if (choice.kind === 'found') return choice.article;
  const closest = choice.closest.map((article) => `"${article.id}"`);
  const hint = closest.length > 0 ? `did you mean ${closest.join(' or ')}?` : '"articles" lists those that there are';
  throw new RequestError(`there is no article "${asked}"; ${hint}`);
}
