import type { Article } from '../../src/corpus/article.ts';
import { labelBlocks } from '../../src/corpus/label-blocks.ts';

/** A complete article; pass only what the test is about. */
export function anArticle(
  parts: Partial<Omit<Article, 'blocks'>> & {
    readonly paragraphs?: readonly string[];
    readonly keyPoints?: readonly string[];
  } = {},
): Article {
  const { paragraphs = ['The council met on Monday.'], keyPoints = [], ...head } = parts;
  const title = head.title ?? 'Council votes to rebuild the harbour wall';
  return {
    id: 'harbour-vote',
    source: 'The Saltmarsh Courier',
    author: null,
    url: 'https://example.com/harbour-vote',
    published: '2024-03-02',
    language: 'en',
    ...head,
    title,
    blocks: labelBlocks(title, [
      ...keyPoints.map((text) => ({ kind: 'key-point' as const, text })),
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    ]),
  };
}
