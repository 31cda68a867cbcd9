import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../src/corpus/article.ts';

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
    const title = list[0]?.title ?? id;
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
        ...list.map(({ text }, n) => ({ kind: 'paragraph' as const, label: `paragraph ${n + 1}`, text: text.trim() })),
      ],
    };
  });
  const answering = new Map<string, Set<string>>();
  for (const line of lines(folder, 'qrels.tsv')) {
    const [query = '', passage = ''] = line.split('\t');
    answering.set(query, (answering.get(query) ?? new Set()).add(placeOf.get(passage) ?? ''));
  }
  return { articles, questions: queries.parse(jsonLines(folder, 'queries.jsonl')), answering };
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
