import { analyseArticle } from '../../src/corpus/analysed-article.ts';
import { findQuotations } from '../../src/quotes/find-quotations.ts';
import type { Quotation } from '../../src/quotes/quotation.ts';
import { anArticle } from '../support/an-article.ts';

/** The quotations of an article of these paragraphs, or of this one, in English. */
export function quotationsIn(paragraphs: string | readonly string[]): readonly Quotation[] {
  return findQuotations(
    analyseArticle(anArticle({ paragraphs: typeof paragraphs === 'string' ? [paragraphs] : paragraphs })),
  );
}

/** Each quotation as a reader sees it: its parts, then who said it, "?" where the article does not say. */
export function attributions(paragraphs: string | readonly string[]): string[] {
  return quotationsIn(paragraphs).map((quotation) => {
    const { attribution, spans } = quotation;
    const name = attribution.kind === 'stated' ? attribution.speaker.name : '?';
    return `${spans.map((span) => span.text).join(' / ')} \u2190 ${name}`; // LEFTWARDS ARROW
  });
}
