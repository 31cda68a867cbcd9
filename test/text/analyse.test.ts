import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/text/analyse.ts';
import { aText } from '../support/arbitraries.ts';

const sentences = (text: string, language: 'en' | 'und' = 'en'): string[] =>
  analyse(text, language).sentences.map(({ start, end }) => text.slice(start, end));

describe('a sentence ends', () => {
  it.each([
    ['at a full stop before a capital', 'It rained. We left.', ['It rained.', 'We left.']],
    ['behind the mark that closes after it', '"It rained." We left.', ['"It rained."', 'We left.']],
    ['at a line break', 'It rained\nWe left', ['It rained', 'We left']],
    [
      'behind a word that is a short form elsewhere',
      'She said no. He sat. We left.',
      ['She said no.', 'He sat.', 'We left.'],
    ],
    [
      'at full stops of other scripts',
      '\u4E0B\u96E8\u4E86\u3002\u6211\u4EEC\u8D70\u4E86\u3002',
      ['\u4E0B\u96E8\u4E86\u3002', '\u6211\u4EEC\u8D70\u4E86\u3002'],
      'und',
    ],
  ] as const)('%s', (_case, text, expected, language: 'en' | 'und' = 'en') => {
    expect(sentences(text, language)).toEqual(expected);
  });
});

describe('a sentence goes on', () => {
  it.each([
    ['after a title', 'Dr. Ruiz spoke to Mr. Okafor.'],
    ['after an initial', 'J. Okafor spoke.'],
    ['inside a number', 'It costs 3.5 million.'],
    ['before the number of something', 'He lives at No. 10 in the row.'],
    ['after an abbreviated country', 'The U.S. Senate voted.'],
    ['when a small letter follows a question', '"Who pays?" asked Maria Ruiz.'],
  ])('%s', (_case, text) => {
    expect(sentences(text)).toEqual([text]);
  });
});

it('gives every token the place where it stands, in order, and loses no word of English', () => {
  fc.assert(
    fc.property(aText, fc.constantFrom('en', 'und'), (text, language) => {
      const { tokens } = analyse(text, language);
      let from = 0;
      for (const token of tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(from);
        from = token.end;
      }
      const covered = tokens.map((token) => token.text).join('');
      for (const word of text.match(/[a-z]{2,}/gi) ?? []) expect(covered).toContain(word);
    }),
  );
});

it('puts every token into exactly one sentence', () => {
  fc.assert(
    fc.property(aText, fc.constantFrom('en', 'und'), (text, language) => {
      const analysed = analyse(text, language);
      expect(analysed.sentences.flatMap(({ first, last }) => analysed.tokens.slice(first, last))).toEqual(
        analysed.tokens,
      );
    }),
  );
});
