import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Article } from './article.ts';
import type { CorpusProblem } from './corpus-file.ts';

/** The settings at the head of a Markdown file. The title may stand in the text instead. */
export type FrontMatter = Pick<Article, 'source' | 'author' | 'url' | 'published'> & { readonly title: string | null };

const words = z
  .union([z.string(), z.number().transform(String)], 'expected some words')
  .transform((text) => text.replace(/\s+/g, ' ').trim())
  .transform((text) => (text === '' ? null : text));

const day = z
  .string('expected one like 2024-03-02')
  .regex(/^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/, 'which is not a date; expected one like 2024-03-02')
  .transform((text) => text.slice(0, 10))
  .refine((text) => isCalendarDay(text), 'which is not a day of the calendar');

const address = z
  .string('expected an address like https://example.com/article')
  .refine((text) => isWebAddress(text), 'which is not a web address; expected one like https://example.com/article');

const fields = z.object({
  title: words.nullish(),
  source: words.nullish(),
  author: words.nullish(),
  url: address.nullish(),
  published: day.nullish(),
});

/**
 * Reads YAML front matter. Keys that are not ours are passed over.
 *
 * @param firstLine 1-based line of the file on which `yaml` begins.
 */
export function readFrontMatter(yaml: string, firstLine: number): FrontMatter | { readonly problems: readonly CorpusProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => firstLine + Math.max(1, lines.linePos(offset).line) - 1;
  const [error] = document.errors; // those after the first follow from it
  if (error !== undefined) {
    const message = `the front matter is not YAML (${error.message}); a value with a colon in it needs quotation marks`;
    return { problems: [{ line: lineAt(error.pos[0]), message }] };
  }
  const parsed = fields.safeParse(document.toJS() ?? {});
  if (parsed.success) {
    const { title = null, source = null, author = null, url = null, published = null } = parsed.data;
    return { title, source, author, url, published };
  }
  return {
    problems: parsed.error.issues.map(({ path, message }) => {
      const key = String(path[0] ?? '');
      if (key === '') return { line: firstLine, message: 'the front matter is not a list of settings; expected lines like "title: …"' };
      const found = valueAt(document, key);
      return { line: lineAt(found.offset), message: `"${key}" is ${JSON.stringify(found.value)}, ${message}` };
    }),
  };
}

function valueAt(document: Document, key: string): { readonly offset: number; readonly value: unknown } {
  const pair = isMap(document.contents)
    ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const offset = isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
  return { offset, value: isScalar(pair?.value) ? pair.value.value : document.get(key) };
}

function isCalendarDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day at the start of a date as ISO 8601 writes it, in the time zone that it is written in; null where there is none. */
export function calendarDay(text: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(text)?.[0] ?? null;
  return day !== null && isCalendarDay(day) ? day : null;
}

export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
