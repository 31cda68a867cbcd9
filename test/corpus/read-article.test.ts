import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/corpus/read-article.ts';

/** The blocks of a file, a line each: "label: text". */
function read(ending: '.md' | '.txt', lines: readonly string[]): string[] {
  const result = readArticle('a', ending, lines.join('\n'));
  if (result.kind === 'problems') return result.problems.map(({ line, message }) => `${line}: ${message}`);
  return result.article.blocks.map(({ label, text }) => `${label}: ${text}`);
}

describe('pasted text', () => {
  it.each([
    ['has a headline and a paragraph a line', ['Wall falls', 'It fell.', 'Nobody was hurt.'], ['headline: Wall falls', 'paragraph 1: It fell.', 'paragraph 2: Nobody was hurt.']],
    [
      'keeps line breaks inside paragraphs where blank lines separate them',
      ['Wall falls', '', 'It fell', 'at noon.', '', 'Nobody was hurt.'],
      ['headline: Wall falls', 'paragraph 1: It fell\nat noon.', 'paragraph 2: Nobody was hurt.'],
    ],
    [
      'has a standfirst and key points',
      ['Wall falls', 'The harbour is closed', 'Summary', '- It fell', '- Nobody was hurt', 'It fell at noon.'],
      ['headline: Wall falls', 'standfirst: The harbour is closed', 'key point 1: It fell', 'key point 2: Nobody was hurt', 'paragraph 1: It fell at noon.'],
    ],
    ['has no standfirst without a summary', ['Wall falls', 'The harbour is closed', 'It fell at noon.'], ['headline: Wall falls', 'paragraph 1: The harbour is closed', 'paragraph 2: It fell at noon.']],
    ['may speak of a summary', ['Wall falls', 'Summary', 'It fell at noon.'], ['headline: Wall falls', 'paragraph 1: Summary', 'paragraph 2: It fell at noon.']],
    ['has headings between paragraphs', ['Wall falls', 'It fell.', 'What now', 'Nobody knows.'], ['headline: Wall falls', 'paragraph 1: It fell.', 'heading 1: What now', 'paragraph 2: Nobody knows.']],
    ['does not take a short quotation for a heading', ['Wall falls', 'It fell.', '"It is gone"', 'Nobody knows.'], ['headline: Wall falls', 'paragraph 1: It fell.', 'paragraph 2: "It is gone"', 'paragraph 3: Nobody knows.']],
  ])('%s', (_case, lines, expected) => {
    expect(read('.txt', lines)).toEqual(expected);
  });

  it('keeps line breaks as the file has them', () => {
    expect(read('.txt', ['Wall falls\r\n\r\nIt fell\r\nat noon.\r\n'])).toEqual(['headline: Wall falls', 'paragraph 1: It fell\r\nat noon.']);
  });
});

describe('Markdown', () => {
  const head = ['---', 'title: Wall falls', 'published: 2024-03-02', '---', ''];

  it.each([
    ['is read as its reader sees it', ['It [fell](https://example.com) at', '*noon*, 3 \\* 4 `m`.'], ['paragraph 1: It fell at noon, 3 * 4 m.']],
    ['makes list items paragraphs', ['- It fell.', '- Nobody was hurt.'], ['paragraph 1: It fell.', 'paragraph 2: Nobody was hurt.']],
    ['makes list items under "Key points" key points', ['## Key points', '- It fell', '', 'It fell at noon.', '', '- loudly'], ['key point 1: It fell', 'paragraph 1: It fell at noon.', 'paragraph 2: loudly']],
    ['knows headings', ['It fell.', '', '## What now', '', 'Nobody knows.'], ['paragraph 1: It fell.', 'heading 1: What now', 'paragraph 2: Nobody knows.']],
    ['does not repeat the title', ['# Wall falls', '', 'It fell.'], ['paragraph 1: It fell.']],
  ])('%s', (_case, lines, expected) => {
    expect(read('.md', [...head, ...lines])).toEqual(['headline: Wall falls', ...expected]);
  });

  it('takes the title from the first heading when the front matter has none', () => {
    expect(read('.md', ['# Wall falls', '', 'It fell.'])).toEqual(['headline: Wall falls', 'paragraph 1: It fell.']);
  });
});

describe('a file is refused when', () => {
  it.each([
    ['it is empty', '.txt', [' ', ''], ['1: the file is empty; expected an article']],
    ['it holds a headline only', '.txt', ['Wall falls'], ['1: there is no text below the headline; expected paragraphs']],
    ['it is not text', '.txt', ['Wall\u0000falls'], ['1: the file is not text; expected UTF-8']],
    [
      'its front matter is wrong, everything at once',
      '.md',
      ['---', 'title: Wall falls', 'url: example', 'published: 2 March', '---', 'It fell.'],
      ['3: "url" is "example", which is not a web address; expected one like https://example.com/article', '4: "published" is "2 March", which is not a date; expected one like 2024-03-02'],
    ],
    ['its day is not in the calendar', '.md', ['---', 'title: Wall', 'published: 2024-02-30', '---', 'It fell.'], ['3: "published" is "2024-02-30", which is not a day of the calendar']],
    ['its front matter never ends', '.md', ['---', 'title: Wall falls', 'It fell.'], ['1: the front matter never ends; expected a line "---" after it']],
    ['it has no title', '.md', ['It fell.'], ['1: there is no title; expected "title: …" in the front matter or a first line "# …"']],
    ['it has no text', '.md', ['# Wall falls'], ['1: there is no text below the title; expected paragraphs']],
  ] as const)('%s', (_case, ending, lines, expected) => {
    expect(read(ending, lines)).toEqual(expected);
  });

  it('its front matter is not YAML', () => {
    expect(read('.md', ['---', 'title: Wall: a story: of', '---', 'It fell.'])).toEqual([expect.stringMatching(/^2: the front matter is not YAML .*quotation marks$/)]);
  });
});

it.each([
  ['en', 'The wall of the harbour fell on Monday, and nobody was hurt.'],
  ['und', 'Die Mauer am Hafen ist am Montag eingest\u00FCrzt, niemand wurde verletzt.'],
  ['und', '\u6D77\u6E2F\u7684\u5899\u5728\u661F\u671F\u4E00\u5012\u584C\u4E86\u3002'],
])('is known to be %s: %s', (language, paragraph) => {
  expect(readArticle('a', '.txt', `1\n${paragraph}`)).toMatchObject({ article: { language } });
});
