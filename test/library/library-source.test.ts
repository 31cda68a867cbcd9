import { mkdtemp, rename as move, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary, type FolderSource } from '../../src/library/library-source.ts';

const article = (text: string): string => `---\ntitle: Council votes\n---\n\n${text}\n`;
const BROKEN = '---\ntitle: Council votes\npublished: 2 March\n---\n\nThe wall is to be higher.\n';

let folder: string;
let source: FolderSource;
let unwatch: () => void;
/** What the source has said. */
let lines: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'library-'));
  lines = [];
  await write('wall.md', article('The wall is to be rebuilt.'));
  await write('quay.md', article('The quay is to be widened.'));
  source = await openLibrary(folder, (line) => lines.push(line));
  unwatch = source.watch();
});
afterEach(async () => {
  unwatch();
  await rm(folder, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
const rename = (from: string, to: string): Promise<void> => move(path.join(folder, from), path.join(folder, to));
const remove = (name: string): Promise<void> => rm(path.join(folder, name));

/** The text of each article's first paragraph, by the article's id. */
const articles = (): Record<string, string | undefined> =>
  Object.fromEntries([...source.current().entries].map(([id, entry]) => [id, entry.article.blocks[1]?.text]));

/** Waits until something is so; nothing but the file system says when. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });

describe('while the folder is watched', () => {
  it('a changed, a new and a deleted file are noticed', async () => {
    await write('wall.md', article('The wall is to be higher.'));
    await write('pier.md', article('The pier is to be painted.'));
    await remove('quay.md');
    await soon(articles).toEqual({ wall: 'The wall is to be higher.', pier: 'The pier is to be painted.' });
  });

  it('a broken file is named and keeps its old article, until it is right again', async () => {
    await write('wall.md', BROKEN);
    await soon(() => lines.join('\n')).toMatch(/wall\.md:3: "published" is "2 March".*\n2 articles read again/);
    expect(articles()).toEqual({ wall: 'The wall is to be rebuilt.', quay: 'The quay is to be widened.' });

    await write('wall.md', article('The wall is to be higher.'));
    await soon(articles).toEqual({ wall: 'The wall is to be higher.', quay: 'The quay is to be widened.' });
  });

  it('a broken file that is deleted takes its old article with it', async () => {
    await write('wall.md', BROKEN);
    await soon(() => lines.join('\n')).toContain('2 articles read again');
    await remove('wall.md');
    await soon(articles).toEqual({ quay: 'The quay is to be widened.' });
  });

  it('a file that is renamed takes its article along, whatever its form', async () => {
    await rename('wall.md', 'harbour.md');
    await soon(articles).toEqual({ harbour: 'The wall is to be rebuilt.', quay: 'The quay is to be widened.' });
    await write('quay.html', '<h1>Council votes</h1><p>The quay is to be shorter.</p>');
    await remove('quay.md');
    await soon(articles).toEqual({ harbour: 'The wall is to be rebuilt.', quay: 'The quay is to be shorter.' });
  });

  it('of two files with one name, the broken one keeps its article and its id', async () => {
    await write('wall.html', '<h1>Council votes</h1><p>The wall is to be a dyke.</p>');
    await soon(articles).toEqual({
      wall: 'The wall is to be a dyke.',
      'wall-2': 'The wall is to be rebuilt.',
      quay: 'The quay is to be widened.',
    });
    await write('wall.html', '<h1>Council votes</h1>');
    await soon(() => lines.join('\n')).toContain('wall.html:1: there is no article in the page');
    await soon(() => lines.at(-1)).toBe('3 articles read again');
    expect(articles()).toEqual({
      wall: 'The wall is to be a dyke.',
      'wall-2': 'The wall is to be rebuilt.',
      quay: 'The quay is to be widened.',
    });
  });

  it('a broken file is not taken for another of the same name that is gone', async () => {
    await write('wall.html', '<h1>Council votes</h1>');
    await remove('wall.md');
    await soon(articles).toEqual({ quay: 'The quay is to be widened.' });
  });

  it('the articles stay when not one file is right any more', async () => {
    await write('wall.md', BROKEN);
    await write('quay.md', BROKEN);
    await soon(() => lines.join('\n')).toContain('There is no article in');
    expect(articles()).toEqual({ wall: 'The wall is to be rebuilt.', quay: 'The quay is to be widened.' });
  });
});
