import { analyse, type AnalysedText } from '../text/analyse.ts';
import type { Article } from './article.ts';

/** An article with each of its blocks taken apart; `texts[n]` belongs to `article.blocks[n]`. */
export interface AnalysedArticle {
  readonly article: Article;
  readonly texts: readonly AnalysedText[];
}

export function analyseArticle(article: Article): AnalysedArticle {
  return { article, texts: article.blocks.map((block) => analyse(block.text, article.language)) };
}
