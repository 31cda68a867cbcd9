import MiniSearch from 'minisearch';
import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import type { ArticleId } from '../corpus/article.ts';
import { indexArticle, type IndexedArticle, type IndexedBlock } from './indexed-block.ts';
import { closestTerms, spellingsOf } from './spelling.ts';

/** Finds the blocks of many articles by their words. */
export interface BlockIndex {
  /** Best first. `query` is made of terms, see `termsOf`. */
  search(query: readonly string[], limit: number, article?: ArticleId | null): readonly BlockHit[];
  /** Whether any block holds the term. */
  has(term: string): boolean;
  /** How much a term tells: the logarithm of how rare it is among the blocks, highest for a term that is in none. */
  rarity(term: string): number;
  /** Terms of the index that a term may be a typing error for. */
  closest(term: string): readonly string[];
  readonly languages: ReadonlySet<'en' | 'und'>;
  /** Number of blocks. */
  readonly size: number;
  readonly articles: ReadonlyMap<ArticleId, IndexedArticle>;
  /** Mean number of words of an article and of a block, stop words not counted. */
  readonly meanLength: { readonly article: number; readonly block: number };
}

export interface BlockHit {
  readonly article: ArticleId;
  /** 0-based; never 0, which is the headline. */
  readonly block: number;
  /** BM25; compares hits of one query only. */
  readonly score: number;
  readonly indexed: IndexedBlock;
}

interface Entry {
  readonly id: number;
  readonly text: string;
  readonly title: string;
}

/** BM25+ without its lower bound, with the usual k and b. https://en.wikipedia.org/wiki/Okapi_BM25 */
export const BM25 = { k: 1.2, b: 0.75, d: 0 };

/** What a word in the title counts beside one in the block. */
export const TITLE_WEIGHT = 0.3;

/** Indexes every block but the headlines. Their text stays where it is: the index holds terms and places only. */
export function indexBlocks(analysed: readonly AnalysedArticle[]): BlockIndex {
  const articles = analysed.map(indexArticle);
  const blocks = articles.flatMap((article) => article.blocks);
  const index = new MiniSearch<Entry>({
    fields: ['text', 'title'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
  });
  index.addAll(blocks.map(entryOf));
  const holders = new Map<string, number>();
  for (const { counts } of blocks) for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const spellings = spellingsOf(holders.keys());
  return {
    languages: new Set(articles.map(({ language }) => language)),
    size: blocks.length,
    articles: new Map(articles.map((article) => [article.id, article])),
    meanLength: { article: mean(articles), block: mean(blocks) },
    has: (term) => holders.has(term),
    rarity: (term) => {
      const held = holders.get(term) ?? 0;
      return Math.log(1 + (blocks.length - held + 0.5) / (held + 0.5));
    },
    closest: (term) => closestTerms(term, spellings),
    search: (query, limit, article = null) =>
      index
        .search(
          { combineWith: 'OR', queries: [...new Set(query)] },
          {
            bm25: BM25,
            boost: { title: TITLE_WEIGHT },
            ...(article === null ? {} : { filter: ({ id }) => blocks[Number(id)]?.article.id === article }),
          },
        )
        .slice(0, limit)
        .flatMap(({ id, score }): BlockHit[] => {
          const indexed = blocks[Number(id)];
          return indexed === undefined ? [] : [{ article: indexed.article.id, block: indexed.block, score, indexed }];
        }),
  };
}

function entryOf({ sentences, article }: IndexedBlock, id: number): Entry {
  const text = sentences.flatMap(({ words }) => words.map(({ term }) => term)).join(' ');
  return { id, text, title: [...article.title].join(' ') };
}

const mean = (parts: readonly { readonly length: number }[]): number =>
  parts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, parts.length);
