import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAt, wholeBlock } from '../../src/corpus/passage.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';

describe('a passage', () => {
  it('is the slice of its block, whatever the text', () => {
    fc.assert(
      fc.property(aText, fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const article = anArticle({ paragraphs: [text] });
        expect(passageAt(article, { block: 1, start, end }).text).toBe(text.slice(start, end));
      }),
    );
  });

  it('says where it stands', () => {
    expect(wholeBlock(anArticle({ id: 'vote', paragraphs: ['It rained.', 'We left.'] }), 2)).toEqual({
      article: 'vote',
      block: 2,
      label: 'paragraph 2',
      start: 0,
      end: 8,
      text: 'We left.',
    });
  });

  it.each([
    ['is empty', { block: 1, start: 3, end: 3 }],
    ['leaves its block', { block: 1, start: 0, end: 99 }],
    ['begins before its block', { block: 1, start: -1, end: 3 }],
    ['has no block', { block: 7, start: 0, end: 3 }],
  ])('is refused when it %s', (_case, span) => {
    expect(() => passageAt(anArticle({ paragraphs: ['It rained.'] }), span)).toThrow(RangeError);
  });
});
