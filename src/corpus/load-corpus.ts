import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Article, ArticleId } from './article.ts';
import { decodePage } from './page/decode-page.ts';
import { CORPUS_ENDINGS, isPage, readArticle } from './read-article.ts';

/** What the corpus folders hold. */
export interface Corpus {
  /** In the order of the folders, then of the files' names. */
  readonly articles: readonly Article[];
  /** What is wrong with files that were left out, a line each: `file:line: what was found, what is expected`. */
  readonly problems: readonly string[];
  /** What somebody should know though nothing is wrong: files that share a name, and saved pages in a form that is not read. */
  readonly notes: readonly string[];
  /** The file that each id belongs to, those of files that are wrong too. */
  readonly files: ReadonlyMap<ArticleId, string>;
}

/** Tells that no article could be had, in words for whoever set up the folders. */
export class CorpusError extends Error {}

/** Largest corpus file in bytes: a long book's worth; more is no article. */
const LARGEST_FILE = 2_000_000;

/** Largest saved page in bytes. Pages hold scripts, and some browsers put the pictures in; nearly all of it is passed over. */
const LARGEST_PAGE = 10_000_000;

/** Files read at once. */
const AT_ONCE = 32;

/** Forms in which articles are saved that are not read here; somebody who puts one in should hear of it. */
const OTHER_FORMS: ReadonlySet<string> = new Set(['.mhtml', '.mht', '.webarchive', '.xhtml', '.pdf', '.doc', '.docx', '.rtf', '.markdown']);

/**
 * Reads all articles of `folders`. A file that is wrong is left out and named in `problems`.
 *
 * @throws CorpusError if a folder cannot be read, or if there is not one article in all of them.
 */
export async function loadCorpus(folders: readonly string[]): Promise<Corpus> {
  const listed = await Promise.all(folders.map(listFiles));
  const files = listed.flatMap((folder) => folder.files);
  const reader = new CorpusReader();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    const contents = await Promise.all(some.map(readContent));
    for (const [n, file] of some.entries()) {
      reader.take(file, contents[n] ?? { problem: 'cannot be read' });
      await setImmediate(); // A running bot answers between two files.
    }
  }
  const { articles, problems, files: byId } = reader;
  const notes = [...reader.notes, ...listed.flatMap((folder) => folder.notes)];
  if (articles.length > 0) return { articles, problems, notes, files: byId };
  const where = folders.map((folder) => `"${folder}"`).join(', ');
  const expected = `${CORPUS_ENDINGS.slice(0, -1).join(', ')} or ${CORPUS_ENDINGS.at(-1) ?? ''}`;
  throw new CorpusError([`There is no article in ${where}; expected files ending in ${expected}.`, ...problems, ...notes].join('\n'));
}

/** `now`, and of each file that is still there and has become wrong, the article that it had `before`. */
export function keepOld(now: Corpus, before: Corpus): Corpus {
  const isRead = new Set(now.articles.map(({ id }) => id));
  const kept = before.articles.filter(
    ({ id }) => !isRead.has(id) && now.files.has(id) && now.files.get(id) === before.files.get(id),
  );
  return { ...now, articles: [...now.articles, ...kept] };
}

type FileContent = { readonly text: string } | { readonly problem: string };

/** Collects what the files hold, one by one. */
class CorpusReader {
  readonly articles: Article[] = [];
  readonly problems: string[] = [];
  readonly notes: string[] = [];
  readonly files = new Map<ArticleId, string>();

  take(file: string, content: FileContent): void {
    const { name, ext } = path.parse(file);
    const id = this.#freeId(name);
    // A file that is wrong keeps its id, so that mending or breaking one never renames another.
    this.files.set(id, file);
    if (id !== name) this.notes.push(`${file}: another file is called "${name}" too; this one is "${id}"`);
    if ('problem' in content) {
      this.problems.push(`${file}:1: ${content.problem}`);
      return;
    }
    const read = readArticle(id, ext.toLowerCase(), content.text);
    if (read.kind === 'read') this.articles.push(read.article);
    else this.problems.push(...read.problems.map(({ line, message }) => `${file}:${line}: ${message}`));
  }

  #freeId(name: string): ArticleId {
    let id = name;
    for (let n = 2; this.files.has(id); n++) id = `${name}-${n}`;
    return id;
  }
}

async function listFiles(folder: string): Promise<{ readonly files: readonly string[]; readonly notes: readonly string[] }> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
    const withEnding = (isOne: (ending: string) => boolean): string[] =>
      names.filter((name) => isOne(path.extname(name).toLowerCase())).map((name) => path.join(folder, name));
    return {
      files: withEnding((ending) => CORPUS_ENDINGS.includes(ending)),
      notes: withEnding((ending) => OTHER_FORMS.has(ending)).map(
        (file) => `${file}: not read; save the page as "HTML only", or put its text into a .txt file`,
      ),
    };
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
    const found = await stat(file);
    if (!found.isFile()) return { problem: 'this is not a file; expected an article' };
    const { size } = found;
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
