import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt } from '../corpus/passage.ts';
import type { Quotation } from './quotation.ts';

/** Finds the quotations of an article, in reading order. */
export function findQuotations({ article }: AnalysedArticle): readonly Quotation[] {
  return article.blocks.flatMap(({ text }, block) =>
    [...text.matchAll(/"[^"]+"|\u201C[^\u201D]+\u201D/gu)].map((match): Quotation => {
      const span = passageAt(article, { block, start: match.index, end: match.index + match[0].length });
      return { article: article.id, kind: 'direct', spans: [span], cue: null, attribution: { kind: 'not-stated' } };
    }),
  );
}
