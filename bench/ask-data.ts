import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/corpus/article.ts';
import { analyse } from '../src/text/analyse.ts';

const passages = z.array(z.object({ id: z.string(), doc: z.string(), title: z.string(), text: z.string() }));
const queries = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    doc: z.string().optional(),
    answers: z.array(z.string()).optional(),
    unanswerable: z.boolean().optional(),
    why: z.string().optional(),
    conv: z.string().optional(),
    turn: z.number().optional(),
  }),
);

export interface Collection {
  readonly articles: readonly Article[];
  readonly questions: z.infer<typeof queries>;
  /** The places, as "article#block", where each question is answered. */
  readonly answering: ReadonlyMap<string, ReadonlySet<string>>;
}

export const placeKey = (article: string, block: number): string => `${article}#${block}`;

/**
 * Reads a folder with passages.jsonl, queries.jsonl and qrels.tsv.
 *
 * Conversations come with paragraphs in the order in which they answer; `shuffled` takes that order away.
 */
export function readCollection(folder: string, shuffled = false): Collection {
  const docs = new Map<string, z.infer<typeof passages>>();
  for (const passage of passages.parse(jsonLines(folder, 'passages.jsonl'))) {
    docs.set(passage.doc, [...(docs.get(passage.doc) ?? []), passage]);
  }
  const placeOf = new Map<string, string>();
  const articles = [...docs].map(([id, given]): Article => {
    const list = shuffled ? given.toSorted((a, b) => scatter(a.id) - scatter(b.id)) : given;
    for (const [n, passage] of list.entries()) placeOf.set(passage.id, placeKey(id, n + 1));
    return articleOf(
      id,
      list[0]?.title ?? id,
      list.map(({ text }) => text),
    );
  });
  const answering = new Map<string, Set<string>>();
  for (const line of lines(folder, 'qrels.tsv')) {
    const [query = '', passage = ''] = line.split('\t');
    answering.set(query, (answering.get(query) ?? new Set()).add(placeOf.get(passage) ?? ''));
  }
  return { articles, questions: queries.parse(jsonLines(folder, 'queries.jsonl')), answering };
}

const newsArticles = z.array(z.object({ id: z.string(), title: z.string(), paragraphs: z.array(z.string()) }));
const newsQuestions = z.array(
  z.object({ article: z.string(), question: z.string(), paragraphs: z.array(z.number().int().nonnegative()) }),
);

/**
 * Reads a file of news articles, one a line, with the questions of `news-questions.jsonl` beside this file: what readers
 * would ask, in other words than the article's, and the 0-based paragraphs that answer. Those that none answers ask for
 * what an article of that kind could well say. Articles without a question are left out.
 */
export function readNews(file: string): Collection {
  const asked = newsQuestions.parse(jsonLines(import.meta.dirname, 'news-questions.jsonl'));
  const wanted = new Set(asked.map(({ article }) => article));
  const given = newsArticles.parse(jsonLines(path.dirname(file), path.basename(file)));
  return {
    articles: given
      .filter(({ id }) => wanted.has(id))
      .map(({ id, title, paragraphs }) => articleOf(id, title, paragraphs)),
    questions: asked.map(({ article, question }, n) => ({ id: `news-${n}`, text: question, doc: article })),
    answering: new Map(
      asked.flatMap(({ article, paragraphs }, n) =>
        paragraphs.length === 0 ? [] : [[`news-${n}`, new Set(paragraphs.map((one) => placeKey(article, one + 1)))]],
      ),
    ),
  };
}

/**
 * The same articles in short paragraphs of one or two sentences, as news has them. Questions whose answering words do not
 * tell which of the pieces answers are left out.
 */
export function inShortParagraphs({ articles, questions, answering }: Collection): Collection {
  const pieces = new Map<string, { readonly place: string; readonly text: string }[]>();
  const short = articles.map(({ id, title, blocks }) => {
    const texts: string[] = [];
    for (const [n, { text }] of blocks.entries()) {
      if (n === 0) continue;
      const own = cut(text);
      pieces.set(
        placeKey(id, n),
        own.map((piece, at) => ({ place: placeKey(id, texts.length + at + 1), text: piece })),
      );
      texts.push(...own);
    }
    return articleOf(id, title, texts);
  });
  const moved = questions.flatMap(({ id, answers = [] }): [string, ReadonlySet<string>][] => {
    const own = [...(answering.get(id) ?? [])].flatMap((place) => pieces.get(place) ?? []);
    const right = own.filter(({ text }) => answers.some((answer) => text.includes(answer)));
    return right.length === 1 || right.length === 2 ? [[id, new Set(right.map(({ place }) => place))]] : [];
  });
  return { articles: short, questions, answering: new Map(moved) };
}

function cut(text: string): string[] {
  const { sentences } = analyse(text, 'en');
  const pieces: string[] = [];
  for (let at = 0; at < sentences.length;) {
    const some = sentences.slice(at, at + 1 + (scatter(`${at} ${text}`) % 2));
    pieces.push(text.slice(some[0]?.start, some.at(-1)?.end));
    at += some.length;
  }
  return pieces;
}

function articleOf(id: string, title: string, paragraphs: readonly string[]): Article {
  return {
    id,
    title,
    source: null,
    author: null,
    url: null,
    published: null,
    language: 'en',
    blocks: [
      { kind: 'headline', label: 'headline', text: title },
      ...paragraphs.map((text, n) => ({ kind: 'paragraph' as const, label: `paragraph ${n + 1}`, text: text.trim() })),
    ],
  };
}

/**
 * A number that says nothing about the text, the same in every run: FNV-1a, then the finalizer of MurmurHash3, without
 * which texts that differ in their last character alone keep their order.
 * https://en.wikipedia.org/wiki/Fowler-Noll-Vo_hash_function https://en.wikipedia.org/wiki/MurmurHash
 */
export function scatter(text: string): number {
  let hash = 2166136261;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const lines = (folder: string, file: string): string[] =>
  readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const jsonLines = (folder: string, file: string): unknown[] =>
  lines(folder, file).map((line): unknown => JSON.parse(line));
