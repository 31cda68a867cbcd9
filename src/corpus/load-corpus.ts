import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from './article.ts';
import { decodePage } from './page/decode-page.ts';
import { CORPUS_ENDINGS, isPage, readArticle } from './read-article.ts';

/** What the corpus folders hold. */
export interface Corpus {
  /** In the order of the folders, then of the files' names. */
  readonly articles: readonly Article[];
  /** What is wrong with files that were left out, a line each: `file:line: what was found, what is expected`. */
  readonly problems: readonly string[];
  /** What somebody should know though nothing is wrong: files that share a name. */
  readonly notes: readonly string[];
}

/** Tells that no article could be had, in words for whoever set up the folders. */
export class CorpusError extends Error {}

/** Largest corpus file in bytes: a long book's worth; more is no article. */
const LARGEST_FILE = 2_000_000;

/** Largest saved page in bytes. Pages hold scripts, and some browsers put the pictures in; nearly all of it is passed over. */
const LARGEST_PAGE = 10_000_000;

/** Files read at once. */
const AT_ONCE = 32;

/**
 * Reads all articles of `folders`. A file that is wrong is left out and named in `problems`.
 *
 * @throws CorpusError if a folder cannot be read, or if there is not one article in all of them.
 */
export async function loadCorpus(folders: readonly string[]): Promise<Corpus> {
  const files = (await Promise.all(folders.map(listFiles))).flat();
  const contents: FileContent[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    contents.push(...(await Promise.all(files.slice(from, from + AT_ONCE).map(readContent))));
  }
  const corpus = readAll(files, contents);
  if (corpus.articles.length > 0) return corpus;
  const where = folders.map((folder) => `"${folder}"`).join(', ');
  throw new CorpusError([`There is no article in ${where}; expected files ending in ${CORPUS_ENDINGS.slice(0, -1).join(', ')} or ${CORPUS_ENDINGS.at(-1) ?? ''}.`, ...corpus.problems].join('\n'));
}

type FileContent = { readonly text: string } | { readonly problem: string };

function readAll(files: readonly string[], contents: readonly FileContent[]): Corpus {
  const articles: Article[] = [];
  const problems: string[] = [];
  const notes: string[] = [];
  const taken = new Set<string>();
  for (const [n, file] of files.entries()) {
    const content = contents[n];
    if (content === undefined || 'problem' in content) {
      problems.push(`${file}:1: ${content?.problem ?? 'cannot be read'}`);
      continue;
    }
    const { name, ext } = path.parse(file);
    const id = freeId(name, taken);
    const read = readArticle(id, ext.toLowerCase(), content.text);
    if (read.kind === 'problems') {
      problems.push(...read.problems.map(({ line, message }) => `${file}:${line}: ${message}`));
      continue;
    }
    taken.add(id);
    articles.push(read.article);
    if (id !== name) notes.push(`${file}: another file is called "${name}" too; this one is "${id}"`);
  }
  return { articles, problems, notes };
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  let id = name;
  for (let n = 2; taken.has(id); n++) id = `${name}-${n}`;
  return id;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .filter((entry) => CORPUS_ENDINGS.includes(path.extname(entry.name).toLowerCase()))
      .map((entry) => path.join(folder, entry.name))
      .sort();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const said = new Map([
      ['ENOENT', 'does not exist'],
      ['ENOTDIR', 'is not a folder'],
      ['EACCES', 'may not be read'],
    ]).get(reason);
    throw new CorpusError(`The corpus folder "${folder}" ${said ?? `cannot be read (${reason})`}; expected a folder of articles.`);
  }
}

async function readContent(file: string): Promise<FileContent> {
  try {
    const { size } = await stat(file);
    const saved = isPage(path.extname(file).toLowerCase());
    if (saved && size > LARGEST_PAGE) {
      return { problem: `the page has ${size} bytes; expected at most ${LARGEST_PAGE}: save it as "HTML only", or paste its text into a .txt file` };
    }
    if (saved) return { text: decodePage(await readFile(file)) };
    if (size > LARGEST_FILE) return { problem: `the file has ${size} bytes; expected at most ${LARGEST_FILE}` };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)) };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'the file is not UTF-8 text; save it as UTF-8' };
    return { problem: `the file cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'})` };
  }
}
