import { z } from 'zod';
import { calendarDay, isWebAddress } from '../front-matter.ts';
import { elementsOf, textOf, type Page, type PageElement } from './parse-page.ts';

/** What a page says about its article, for programs. Each is null where the page does not say it, or says it in a form that is none. */
export interface PageFacts {
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** Titles of the article, the likeliest first; the name of the site is cut off their ends. */
  readonly titles: readonly string[];
  /** Whether the page says that not everybody may read all of it. */
  readonly behindPaywall: boolean;
}

const name = z.union([z.string(), z.object({ name: z.string() }).transform((named) => named.name)]);
const names = z.union([name.transform((one) => [one]), z.array(name)]);

/** An article in JSON-LD, as https://schema.org/NewsArticle has it. Of a form that is not known, each key is null. */
const linkedArticle = z.object({
  '@type': z.union([z.string(), z.array(z.string()).transform((types) => types.join(' '))]).refine((type) => /article|posting|report/i.test(type)),
  headline: z.string().nullish().catch(null),
  author: names.nullish().catch(null),
  publisher: name.nullish().catch(null),
  datePublished: z.string().nullish().catch(null),
  isAccessibleForFree: z.union([z.boolean(), z.string().transform((said) => said.toLowerCase() !== 'false')]).nullish().catch(null),
});

export function pageFacts({ root, linkedData, savedFrom }: Page): PageFacts {
  const elements = [...elementsOf(root)];
  const meta = metaOf(elements);
  const linked = linkedData.flatMap(articlesIn)[0];
  const first = (...found: readonly (string | null | undefined)[]): string | null =>
    found.map((text) => oneLine(text ?? '')).find((text) => text !== '') ?? null;

  const source = first(meta.get('og:site_name'), linked?.publisher, meta.get('application-name'));
  const author = first(
    ...[meta.get('author'), meta.get('article:author'), linked?.author?.join(', ')].filter((one) => !URL.canParse(one ?? '')),
    byline(elements),
  );
  const times = elements.filter((element) => element.name === 'time').map(({ attributes }) => attributes['datetime']);
  const days = [meta.get('article:published_time'), meta.get('datepublished'), linked?.datePublished, meta.get('date'), times[0]];
  const titleElement = elements.find((element) => element.name === 'title');
  const titles = [meta.get('og:title'), linked?.headline, meta.get('twitter:title'), titleElement === undefined ? '' : textOf(titleElement)];
  return {
    source,
    author: author?.replace(/^by\s+/i, '') ?? null,
    url: addressOf(elements, meta, savedFrom),
    published: days.map((day) => calendarDay(day?.trim() ?? '')).find((day) => day !== null) ?? null,
    titles: titles.map((title) => withoutSite(oneLine(title ?? ''), source)).filter((title) => title !== ''),
    behindPaywall: linked?.isAccessibleForFree === false || meta.get('article:content_tier') === 'locked',
  };
}

/** The first value of each `meta`, by its name, property or itemprop in lower case. */
function metaOf(elements: readonly PageElement[]): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const { name: tag, attributes } of elements) {
    const key = (attributes['property'] ?? attributes['name'] ?? attributes['itemprop'])?.trim().toLowerCase();
    const content = attributes['content']?.trim();
    if (tag === 'meta' && key !== undefined && content !== undefined && content !== '' && !meta.has(key)) meta.set(key, content);
  }
  return meta;
}

/** The articles in a piece of JSON-LD: the piece itself, one of a list, or one of its graph. */
function articlesIn(json: string): z.infer<typeof linkedArticle>[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return []; // Pages often hold JSON-LD that is none; the page says the same elsewhere.
  }
  const graph = z.object({ '@graph': z.array(z.unknown()) }).safeParse(data);
  const all = graph.success ? graph.data['@graph'] : Array.isArray(data) ? data : [data];
  return all.flatMap((one) => {
    const parsed = linkedArticle.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The first web address of: the canonical link, og:url, the address from which the browser has saved the page. */
function addressOf(elements: readonly PageElement[], meta: ReadonlyMap<string, string>, savedFrom: string | null): string | null {
  const link = elements.find(({ name: tag, attributes }) => tag === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes['rel'] ?? ''));
  const known = [meta.get('og:url') ?? '', savedFrom ?? ''].find(isWebAddress);
  const canonical = link?.attributes['href']?.trim() ?? '';
  const resolved = canonical !== '' && URL.canParse(canonical, known) ? new URL(canonical, known).href : '';
  if (isWebAddress(canonical)) return canonical;
  return isWebAddress(resolved) ? resolved : (known ?? null);
}

function byline(elements: readonly PageElement[]): string | null {
  const marked = elements.find(
    ({ attributes }) => attributes['rel'] === 'author' || (attributes['itemprop'] === 'author' && attributes['content'] === undefined),
  );
  const line = marked ?? elements.find(({ attributes }) => /(?:^|[\s_-])byline(?:$|[\s_-])/i.test(attributes['class'] ?? ''));
  if (line === undefined) return null;
  const named = [...elementsOf(line)].find(({ attributes }) => attributes['itemprop'] === 'name') ?? line;
  const text = textOf(named);
  return text.length <= LONGEST_BYLINE ? text : null;
}

/** In UTF-16 code units; more is a biography. */
const LONGEST_BYLINE = 100;

/** "Wall falls | The Courier" without "| The Courier". */
function withoutSite(title: string, source: string | null): string {
  const end = /^(.+?)\s+[|\u2013\u2014\u00B7-]\s+([^|]+)$/.exec(title); // EN DASH, EM DASH, MIDDLE DOT
  return end?.[1] !== undefined && source !== null && end[2]?.toLowerCase() === source.toLowerCase() ? end[1] : title;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
