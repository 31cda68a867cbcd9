import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt, type Passage } from '../corpus/passage.ts';
import { markedSpans, setOff, usesSingleMarks } from './quotation-marks.ts';
import type { Quotation } from './quotation.ts';

/** Fewest words between marks that can be looked for; fewer are titles and scare quotes. */
const FEWEST_WORDS = 5;

/**
 * Finds what stands between quotation marks although no report was found for it: nobody's words, as far as we can tell,
 * but not the article's own either. Somebody who looks for them must not be told that the article says so itself.
 */
export function findUnreported(
  { article, texts }: AnalysedArticle,
  quotations: readonly Quotation[],
  fewestWords = FEWEST_WORDS,
): readonly Quotation[] {
  const single = usesSingleMarks(texts.map(({ text }) => text));
  const reported = new Map<number, { span: Passage; quotation: Quotation }[]>();
  for (const quotation of quotations) {
    for (const span of quotation.spans) {
      const list = reported.get(span.block);
      if (list === undefined) reported.set(span.block, [{ span, quotation }]);
      else list.push({ span, quotation });
    }
  }
  return texts.flatMap(({ text }, block) =>
    [setOff(text, single), ...markedSpans(text, single)]
      .filter((span) => span !== null)
      .filter(({ start, end }) => (text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? []).length >= fewestWords)
      .filter(
        ({ start, end }) => !(reported.get(block) ?? []).some(({ span }) => span.start <= start && span.end >= end),
      )
      .map(({ start, end }): Quotation => {
        // The words between one pair of marks are one person's, also where a report covers only their beginning.
        const begun = reported
          .get(block)
          ?.find(({ span, quotation }) => span.start === start && quotation.kind === 'direct');
        return {
          article: article.id,
          kind: 'direct',
          spans: [passageAt(article, { block, start, end })],
          cue: begun?.quotation.cue ?? null,
          attribution: begun?.quotation.attribution ?? { kind: 'not-stated' },
        };
      }),
  );
}
