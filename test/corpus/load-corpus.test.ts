import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';

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

  it('keeps both of two files that share a name', async () => {
    await put('wall.md', '# Wall\n\nIt fell.');
    await put('wall.txt', 'Wall\nIt stood.');
    const { articles, notes } = await loadCorpus([folder, folder]);
    expect(articles.map(({ id }) => id)).toEqual(['wall', 'wall-2', 'wall-3', 'wall-4']);
    expect(notes).toContain(`${at('wall.txt')}: another file is called "wall" too; this one is "wall-2"`);
  });
});

describe('a corpus cannot be used when', () => {
  it('its folder is not there', async () => {
    await expect(loadCorpus([at('nowhere')])).rejects.toThrow(`The corpus folder "${at('nowhere')}" does not exist; expected a folder of articles.`);
  });

  it('it has no article', async () => {
    await expect(loadCorpus([folder])).rejects.toThrow(`There is no article in "${folder}"; expected files ending in .md or .txt.`);
  });

  it('all its files are wrong, each named', async () => {
    await put('c.txt', '');
    await expect(loadCorpus([folder])).rejects.toThrow(`${at('c.txt')}:1: the file is empty; expected an article`);
  });
});
