import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepOld, loadCorpus } from '../../src/corpus/load-corpus.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'verbatim-corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(path.join(folder, name), content);
const at = (name: string): string => path.join(folder, name);

describe('a corpus', () => {
  it('holds every article, and names what is wrong with the others', async () => {
    await put('a.txt', 'Wall falls\nIt fell.');
    await put('b.md', '---\ntitle: Wall\npublished: soon\n---\nIt fell.');
    await put('c.txt', '');
    await put('d.txt', new Uint8Array([0x57, 0xff, 0xfe]));
    await put('notes.csv', 'not,an,article');
    const { articles, problems } = await loadCorpus([folder]);
    expect(articles.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([
      `${at('b.md')}:3: "published" is "soon", which is not a date; expected one like 2024-03-02`,
      `${at('c.txt')}:1: the file is empty; expected an article`,
      `${at('d.txt')}:1: the file is not UTF-8 text; save it as UTF-8`,
    ]);
  });

  it.each([
    ['UTF-8', [0xe2, 0x80, 0x9c, 0xc3, 0xa9], '<meta charset="utf-8">'],
    ['UTF-8, though the page still declares what it was', [0xe2, 0x80, 0x9c, 0xc3, 0xa9], '<meta charset="iso-8859-1">'],
    ['windows-1252, declared by its old name', [0x93, 0xe9], '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'],
    ['windows-1252, not declared', [0x93, 0xe9], ''],
    ['windows-1252, where the declaration is nonsense', [0x93, 0xe9], '<meta charset="nonsense">'],
    ['another encoding that the page declares', [0x93, 0x8e], '<meta charset="macintosh">', '\u00EC\u00E9'],
  ])('holds a page in %s', async (_case, bytes, head, expected = '\u201C\u00E9') => {
    await put('page.html', Buffer.concat([Buffer.from(`${head}<h1>Wall falls</h1><p>`), Buffer.from(bytes), Buffer.from('</p>')]));
    expect((await loadCorpus([folder])).articles[0]?.blocks[1]?.text).toBe(expected);
  });

  it.each([
    ['UTF-16, little-endian', [0xff, 0xfe], (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16, big-endian', [0xfe, 0xff], (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['UTF-8', [0xef, 0xbb, 0xbf], (text: string) => Buffer.from(text)],
  ])('holds a page with the byte order mark of %s', async (_case, mark, encode) => {
    await put('page.HTM', Buffer.concat([Buffer.from(mark), encode('<h1>Wall</h1><p>\u201C\u00E9</p>')]));
    expect((await loadCorpus([folder])).articles[0]?.blocks.map(({ text }) => text)).toEqual(['Wall', '\u201C\u00E9']);
  });

  it('names a page that is too long, and the way out', async () => {
    await put('a.txt', 'Wall falls\nIt fell.');
    await put('page.html', new Uint8Array(10_000_001));
    expect((await loadCorpus([folder])).problems).toEqual([
      `${at('page.html')}:1: the page has 10000001 bytes; expected at most 10000000: save it as "HTML only", or paste its text into a .txt file`,
    ]);
  });

  it('keeps both of two files that share a name', async () => {
    await put('wall.md', '# Wall\n\nIt fell.');
    await put('wall.txt', 'Wall\nIt stood.');
    const { articles, notes } = await loadCorpus([folder, folder]);
    expect(articles.map(({ id }) => id)).toEqual(['wall', 'wall-2', 'wall-3', 'wall-4']);
    expect(notes).toContain(`${at('wall.txt')}: another file is called "wall" too; this one is "wall-2"`);
  });

  it('gives a file that is wrong its id all the same, so that mending it renames no other', async () => {
    await put('wall.html', '<h1>Wall falls</h1>');
    await put('wall.txt', 'Wall\nIt stood.');
    const { articles, files } = await loadCorpus([folder]);
    expect(articles.map(({ id }) => id)).toEqual(['wall-2']);
    expect([...files]).toEqual([['wall', at('wall.html')], ['wall-2', at('wall.txt')]]);
  });

  it('keeps the old article of a file that has become wrong, and of no other', async () => {
    for (const name of ['pier.txt', 'quay.txt', 'wall.txt']) await put(name, 'Old\nIt stood.');
    const before = await loadCorpus([folder]);
    await put('wall.txt', 'Wall');
    await rm(at('pier.txt'));
    await rm(at('quay.txt'));
    await put('quay.html', '<h1>Quay</h1>');
    await put('new.txt', 'New\nIt stands.');
    expect(keepOld(await loadCorpus([folder]), before).articles.map(({ id, title }) => `${id}: ${title}`)).toEqual(['new: New', 'wall: Old']);
  });

  it('says of saved pages in other forms that they are not read', async () => {
    await put('a.txt', 'Wall falls\nIt fell.');
    await put('page.MHTML', 'MIME-Version: 1.0');
    const { problems, notes } = await loadCorpus([folder]);
    expect(problems).toEqual([]);
    expect(notes).toEqual([`${at('page.MHTML')}: not read; save the page as "HTML only", or put its text into a .txt file`]);
  });
});

describe('a corpus cannot be used when', () => {
  it('its folder is not there', async () => {
    await expect(loadCorpus([at('nowhere')])).rejects.toThrow(`The corpus folder "${at('nowhere')}" does not exist; expected a folder of articles.`);
  });

  it('it has no article', async () => {
    await expect(loadCorpus([folder])).rejects.toThrow(`There is no article in "${folder}"; expected files ending in .html, .htm, .md or .txt.`);
  });

  it('all its files are wrong, each named', async () => {
    await put('c.txt', '');
    await expect(loadCorpus([folder])).rejects.toThrow(`${at('c.txt')}:1: the file is empty; expected an article`);
  });
});
