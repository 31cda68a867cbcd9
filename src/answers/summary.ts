import type { ArticleId } from '../corpus/article.ts';
import { passageAt } from '../corpus/passage.ts';
import type { SummaryAnswer, SummaryLength, SummaryPoint } from './answer.ts';
import type { Library } from './library.ts';

export interface SummaryRequest {
  readonly article: ArticleId | null;
  readonly focus: string | null;
  readonly length: SummaryLength;
}

/** Chooses sentences that tell what an article says. */
export function summarise(library: Library, { article }: SummaryRequest): SummaryAnswer {
  const entry = article === null ? [...library.entries.values()][0] : library.entries.get(article);
  if (entry === undefined) return { kind: 'none' };
  const points = entry.analysed.texts.slice(1, 4).flatMap((text, n): SummaryPoint[] =>
    text.sentences.slice(0, 1).map(({ start, end }) => ({
      passage: passageAt(entry.article, { block: n + 1, start, end }),
      attribution: { kind: 'not-stated' },
    })),
  );
  const [first, ...rest] = points;
  if (first === undefined) return { kind: 'none' };
  return {
    kind: 'answered',
    points: [first, ...rest],
    coverage: { paragraphs: points.length, of: entry.article.blocks.length - 1 },
  };
}
