import MiniSearch from 'minisearch';
import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import type { ArticleId } from '../corpus/article.ts';
import { termsOf } from './terms.ts';

/** Finds the blocks of many articles by their words. */
export interface BlockIndex {
  /** Best first. `query` is made of terms, see `termsOf`. */
  search(query: readonly string[], limit: number, article?: ArticleId | null): readonly BlockHit[];
  /** Whether any block holds the term. */
  has(term: string): boolean;
}

export interface BlockHit {
  readonly article: ArticleId;
  /** 0-based; never 0, which is the headline. */
  readonly block: number;
  /** BM25; compares hits of one query only. */
  readonly score: number;
}

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly title: string;
}

/** BM25+ without its lower bound, with the usual k and b. https://en.wikipedia.org/wiki/Okapi_BM25 */
const BM25 = { k: 1.2, b: 0.75, d: 0 };

/** What a word in the title counts beside one in the block. */
const TITLE_WEIGHT = 0.3;

/** Indexes every block but the headlines. Their text stays where it is: the index holds terms and places only. */
export function indexBlocks(articles: readonly AnalysedArticle[]): BlockIndex {
  const places: { article: ArticleId; block: number }[] = [];
  const entries: Entry[] = [];
  for (const { article } of articles) {
    const title = termsOf(article.title, article.language).join(' ');
    for (const [block, { text }] of article.blocks.entries()) {
      if (block === 0) continue;
      entries.push({ id: places.length, text: termsOf(text, article.language).join(' '), title });
      places.push({ article: article.id, block });
    }
  }
  const index = new MiniSearch<Entry>({
    fields: ['text', 'title'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(entries);
  return {
    has: (term) => index.search(term, { tokenize: (text) => [text] }).length > 0,
    search: (query, limit, article = null) =>
      index
        .search(
          { combineWith: 'OR', queries: [...new Set(query)] },
          {
            bm25: BM25,
            boost: { title: TITLE_WEIGHT },
            filter: ({ id }: { id: unknown }) => article === null || places[Number(id)]?.article === article,
          },
        )
        .slice(0, limit)
        .flatMap(({ id, score }) => {
          const place = places[Number(id)];
          return place === undefined ? [] : [{ ...place, score }];
        }),
  };
}
