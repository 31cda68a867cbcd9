import fc from 'fast-check';

/** What articles really hold: several scripts, all quotation marks, emoji, and Discord's own marks. */
const SNIPPETS = [
  'The mayor said',
  'Dr. Ruiz',
  "isn't",
  '5,000',
  '$3.5m',
  'U.S.',
  '"It will not hold,"',
  '\u201Cit will\u201D', // curly quotation marks
  '\u201E\u0442\u0430\u043A\u201C', // low-9 quotation mark, Cyrillic
  '\u00AB\u00E7a ira\u00BB', // guillemets
  "''so be it''",
  '\u2018no\u2019',
  '\u0645\u0631\u062D\u0628\u0627', // Arabic, right to left
  '\u4F60\u597D\u3002', // Chinese, ideographic full stop
  '\u{1F600}',
  '\u200F', // RIGHT-TO-LEFT MARK
  '\u00A0', // NO-BREAK SPACE
  '\u2026', // HORIZONTAL ELLIPSIS
  '**bold**',
  '@everyone',
  '<@1>',
  '<t:0>',
  '# title',
  '-# small',
  '> quote',
  '[a](https://example.com)',
  '`code`',
  '||spoiler||',
  '"',
  '.',
  '\n',
] as const;

/** Text as it may stand in a block: never empty at its ends. */
export const aText = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...SNIPPETS) }, fc.string({ unit: 'grapheme', maxLength: 12 })),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(' ').trim())
  .filter((text) => text !== '');
