import { analyseArticle, type AnalysedArticle } from '../corpus/analysed-article.ts';
import type { Article, ArticleId } from '../corpus/article.ts';
import { readQuotations } from '../quotes/find-quotations.ts';
import type { Quotation } from '../quotes/quotation.ts';
import { findUnreported } from '../quotes/unreported.ts';
import { indexBlocks, type BlockIndex } from '../search/block-index.ts';
import { indexQuotations, type QuotationIndex } from './quotation-index.ts';
import { outlineOf, type Outline } from './summary/outline.ts';
import { indexTopics, type TopicIndex } from './topic-index.ts';

/** Everything that an answer needs, worked out when the articles arrive. */
export interface Library {
  /** In the order of their ids. */
  readonly entries: ReadonlyMap<ArticleId, LibraryEntry>;
  readonly index: BlockIndex;
  /** Of all articles: what is reported, and what stands between quotation marks without a report. */
  readonly quotations: QuotationIndex;
  /** Of what is reported, by what it is about. */
  readonly topics: TopicIndex;
}

export interface LibraryEntry {
  readonly article: Article;
  readonly analysed: AnalysedArticle;
  /** In reading order. */
  readonly quotations: readonly Quotation[];
  /** What a summary can be made of. */
  readonly outline: Outline;
}

/** Reads `articles` once and for all. Their ids differ. */
export function buildLibrary(articles: readonly Article[]): Library {
  const analysed = articles.map(analyseArticle);
  const entries = analysed.map((one): [ArticleId, LibraryEntry] => {
    const { article } = one;
    const quoted = readQuotations(one);
    const outline = outlineOf(one, quoted);
    return [article.id, { article, analysed: one, quotations: quoted.quotations, outline }];
  });
  const quotations = entries.flatMap(([, { analysed: one, quotations: found }]) => [
    ...found,
    ...findUnreported(one, found),
  ]);
  const index = indexBlocks(analysed);
  const topics = indexTopics(
    entries.flatMap(([, entry]) => entry.quotations),
    index.articles,
  );
  return { entries: new Map(entries), index, quotations: indexQuotations(quotations), topics };
}
