import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageAt, wholeBlock, type Passage } from '../../../src/corpus/passage.ts';
import { blockQuote, escape, unescape } from '../../../src/discord/render/escape.ts';
import { anArticle } from '../../support/an-article.ts';
import { aText } from '../../support/arbitraries.ts';

describe('escape puts a backslash before', () => {
  it.each([
    ['emphasis', '*a* _b_ ~~c~~ ||d|| `e`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`'],
    ['a backslash', 'C:\\temp', 'C\\:\\\\temp'],
    ['a mention', '<@1> @everyone <#2>', '\\<\\@1\\> \\@everyone \\<#2\\>'],
    ['a time', '<t:0>', '\\<t\\:0\\>'],
    ['a masked link', '[a](b)', '\\[a\\]\\(b)'],
    ['an address, which Discord would link', 'see https://example.com', 'see https\\://example.com'],
    ['an emoji', ':+1: and :x:', '\\:+1: and \\:x:'],
    ['a heading', '# a\n## b', '\\# a\n\\## b'],
    ['small print', '-# a', '\\-# a'],
    ['a quotation', '> a', '\\> a'],
    ['a list', '- a\n* b\n+ c\n  1. d\n2) e', '\\- a\n\\* b\n\\+ c\n  1\\. d\n2\\) e'],
  ])('%s', (_case, text, expected) => {
    expect(escape(text)).toBe(expected);
  });
});

it.each(['5,000 helmets - an offer', 'at 14:00, 3.5 per cent', 'He said: "No."', 'No. 5 (of 9)'])(
  'leaves “%s” as it is, but for colons before a word',
  (text) => {
    expect(escape(text).replace('\\:', ':')).toBe(text);
  },
);

it('taking the escapes out gives the text back', () => {
  fc.assert(
    fc.property(aText, (text) => {
      expect(unescape(escape(text))).toBe(text);
    }),
  );
});

const aMarkedBlock = aText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    marks: fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 40 })), { maxLength: 6 }),
  }),
);

describe('a block quote', () => {
  it.each([
    ['marks words', 'The wall will not hold.', [[4, 8]], '> The **wall** will not hold.'],
    ['keeps every line in the quote', 'One.\n\nTwo.', [], '> One.\n> \n> Two.'],
    ['marks each line on its own', 'One.\nTwo.', [[0, 8]], '> **One.**\n> **Two**.'],
    ['joins marks that touch', 'abcd', [[0, 1], [1, 3]], '> **abc**d'], // prettier-ignore
    ['leaves white space at the ends out of the bold', 'a b c', [[1, 4]], '> a **b** c'],
    ['marks nothing where all of it would be', 'abc', [[0, 3]], '> abc'],
    ['sees what a mark stands beside', 'https://a.org', [[0, 6]], '> **https\\:**//a.org'],
  ])('%s', (_case, text, marks, expected) => {
    expect(quoted(text, marks)).toBe(expected);
  });

  it('gives the passage back when its own marks and the escapes are taken out', () => {
    fc.assert(
      fc.property(aMarkedBlock, ({ text, marks }) => {
        const quote = quoted(
          text,
          marks.map(([start, length]) => [start, Math.min(start + length, text.length)]),
        );
        expect(quote.split('\n').every((line) => line.startsWith('> '))).toBe(true);
        expect(withoutOurMarks(quote)).toBe(text);
      }),
    );
  });

  it('pings nobody and links nothing', () => {
    fc.assert(
      fc.property(aMarkedBlock, ({ text }) => {
        expect(quoted(text, [])).not.toMatch(/(?<!\\)[<@`|[]|https?:\/\/|\]\(/);
      }),
    );
  });
});

function quoted(text: string, marks: readonly (readonly number[])[]): string {
  const article = anArticle({ paragraphs: [text] });
  return blockQuote(
    wholeBlock(article, 1),
    marks.map(([start = 0, end = 0]): Passage => passageAt(article, { block: 1, start, end })),
  );
}

/** What the reader sees: without the quote's mark, the bold, and one backslash before each escaped mark. */
function withoutOurMarks(quote: string): string {
  const lines = quote.split('\n').map((line) => line.slice(2));
  return unescape(lines.join('\n').replace(/(\\[^])|\*\*/g, '$1'));
}
