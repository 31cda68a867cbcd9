import { languageOf } from '../text/language.ts';
import type { Article, ArticleId } from './article.ts';
import type { CorpusProblem, ReadFile } from './corpus-file.ts';
import { labelBlocks } from './label-blocks.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPage } from './read-page.ts';
import { readPasted } from './read-pasted.ts';

/** The formats that a corpus file can have, by the ending of its name. */
export const CORPUS_ENDINGS: readonly string[] = ['.html', '.htm', '.md', '.txt'];

export type ReadArticle =
  | { readonly kind: 'read'; readonly article: Article }
  | { readonly kind: 'problems'; readonly problems: readonly [CorpusProblem, ...CorpusProblem[]] };

/** Turns the content of a corpus file into an article, or says everything that is wrong with it. */
export function readArticle(id: ArticleId, ending: string, content: string): ReadArticle {
  const text = content.replace(/^\uFEFF/, ''); // BYTE ORDER MARK
  if (text.trim() === '') return { kind: 'problems', problems: [{ line: 1, message: 'the file is empty; expected an article' }] };
  if (text.includes('\u0000')) {
    return { kind: 'problems', problems: [{ line: 1, message: 'the file is not text; expected UTF-8' }] };
  }
  const read = readFormat(ending, text);
  if (read.kind === 'problems') return read;
  const { head, blocks, languageTag } = read;
  // A page's templates often say "en" whatever it is written in, so that its text has to agree.
  const isForeign = languageTag !== null && !/^(?:en\b|$)/i.test(languageTag);
  const language = isForeign ? 'und' : languageOf([head.title, ...blocks.map((block) => block.text)].join('\n'));
  return { kind: 'read', article: { id, ...head, language, blocks: labelBlocks(head.title, blocks) } };
}

function readFormat(ending: string, text: string): ReadFile {
  if (isPage(ending)) return readPage(text);
  return ending === '.md' ? readMarkdown(text) : readText(text);
}

/** Whether files with this ending are pages saved from a browser. */
export function isPage(ending: string): boolean {
  return ending === '.html' || ending === '.htm';
}

function readText(text: string): ReadFile {
  const pasted = readPasted(text);
  if (pasted === null || pasted.blocks.length === 0) {
    return { kind: 'problems', problems: [{ line: 1, message: 'there is no text below the headline; expected paragraphs' }] };
  }
  const head = { title: pasted.headline, source: null, author: null, url: null, published: null };
  return { kind: 'read', head, blocks: pasted.blocks, languageTag: null };
}
