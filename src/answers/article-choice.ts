import type { Article } from '../corpus/article.ts';
import { withinOneEdit } from '../text/edits.ts';
import { fold } from '../text/fold.ts';
import type { ArticleChoice } from './answer.ts';
import type { Library } from './library.ts';

/** How many articles a hint names. */
const HINTS = 3;

/** Finds the article that somebody names by its id or its title, or by words that stand in one title only. */
export function chooseArticle(library: Library, asked: string): ArticleChoice {
  const exact = library.entries.get(asked);
  if (exact !== undefined) return { kind: 'found', article: exact.article };

  const wanted = fold(asked).trim();
  const articles = [...library.entries.values()].map((entry) => entry.article);
  const same = articles.filter((article) => fold(article.id) === wanted || fold(article.title) === wanted);
  const holding = wanted === '' ? [] : articles.filter((article) => namesOf(article).includes(wanted));
  const [found, second] = same.length > 0 ? same : holding;
  if (found !== undefined && second === undefined) return { kind: 'found', article: found };
  return {
    kind: 'unknown',
    asked,
    closest: (holding.length > 0 ? holding : suggestArticles(library, asked, HINTS)).slice(0, HINTS),
  };
}

/** Articles whose title or id shares words with what was typed, best first; all of them for nothing typed. */
export function suggestArticles(library: Library, typed: string, limit: number): readonly Article[] {
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...library.entries.values()]
    .map(({ article }) => ({ article, score: words.filter((word) => mentions(namesOf(article), word)).length }))
    .filter(({ score }) => score > 0 || words.length === 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ article }) => article);
}

function namesOf(article: Article): string {
  return fold(`${article.title} ${article.id}`);
}

/** Whether a word of `names` begins with `word`, one letter wrong, missing or too many allowed in longer words. */
function mentions(names: string, word: string): boolean {
  if (names.includes(word)) return true;
  if (word.length < 4) return false;
  return (names.match(/[\p{L}\p{N}]+/gu) ?? []).some((name) => withinOneEdit(name, word));
}
