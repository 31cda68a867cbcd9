import { analyseArticle } from '../../corpus/analysed-article.ts';
import { labelBlocks } from '../../corpus/label-blocks.ts';
import type { Passage } from '../../corpus/passage.ts';
import { findQuotations } from '../../quotes/find-quotations.ts';
import type { Quotation } from '../../quotes/quotation.ts';
import { findUnreported } from '../../quotes/unreported.ts';
import { languageOf } from '../../text/language.ts';

/** Words that a text gives as somebody's. */
export interface ClaimedQuotation {
  /** Without the quotation marks around it. */
  readonly quoted: string;
  /** Whom the text claims to quote, in its words; null where it names nobody. */
  readonly claimed: string | null;
  /** Where it begins: UTF-16 code units from the start of the text. */
  readonly start: number;
}

/** Every style of quotation mark, at the ends of a quotation. */
const MARKS =
  /^(?:["'`\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A\u300C\u300D]\s*)+|(?:\s*["'`\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB\u2039\u203A\u300C\u300D])+$/gu;
const SPOKEN_MARK =
  /["\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D]|''|(?:^|[\s(])['\u2018]\S[^\n]*['\u2019](?=$|[\s).,;:!?])/mu;

/** A name that stands before a colon, or behind a dash. */
const NAME_BEFORE = /(?:^|[\n.!?;(]\s*|\s[-\u2013\u2014]\s*)([^\s"':;.!?\n][^"':;!?\n]{0,60}?)\s*:\s*$/u;
const NAME_BEHIND = /^\s*[,.]?\s*\(?\s*(?:-{1,2}|\u2013|\u2014|~)\s*([\p{L}][^\n"\u201C;:()]{0,60}?)\s*(?=[\n.;,)]|$)/u; // EN DASH, EM DASH

/** Words that name nobody by themselves. */
const NOBODY = /^(?:he|she|they|it|we|i|you|who|somebody|someone|people|one|the article|article|quote)$/i;

/** Finds each quotation in a text and whom it claims to quote; the whole text where it has no quotation marks. */
export function claimedQuotations(text: string): readonly ClaimedQuotation[] {
  if (text.trim() === '') return [];
  if (!SPOKEN_MARK.test(text)) return [wholeText(text)];
  const paragraphs = [...text.matchAll(/[^\n]*\S[^\n]*/g)];
  const draft = analyseArticle({
    id: 'draft',
    title: 'draft',
    source: null,
    author: null,
    url: null,
    published: null,
    language: languageOf(text),
    blocks: labelBlocks(
      'draft',
      paragraphs.map(([line]) => ({ kind: 'paragraph', text: line })),
    ),
  });
  const quotations = findQuotations(draft);
  const reported = quotations.filter((quotation) => quotation.kind === 'direct');
  const mixed = quotations.filter((quotation) => quotation.kind === 'mixed');
  const marked = findUnreported(draft, reported, 1);
  const found = [...reported, ...marked].sort(
    (a, b) => a.spans[0].block - b.spans[0].block || a.spans[0].start - b.spans[0].start,
  );
  return found.flatMap((quotation): ClaimedQuotation[] => {
    const quoted = quotation.spans
      .map((span) => span.text.replace(MARKS, ''))
      .join(' ')
      .trim();
    const offset = paragraphs[quotation.spans[0].block - 1]?.index ?? 0;
    const block = paragraphs[quotation.spans[0].block - 1]?.[0] ?? '';
    return /[\p{L}\p{N}]/u.test(quoted)
      ? [{ quoted, claimed: claimOf(quotation, mixed, block), start: offset + quotation.spans[0].start }]
      : [];
  });
}

function wholeText(text: string): ClaimedQuotation {
  const named = /^\s*(\p{Lu}[^\n:.!?"]{1,40}):\s+(?=\S)/u.exec(text);
  const start = named?.[0].length ?? 0;
  return { quoted: text.slice(start).trim(), claimed: named?.[1] ?? null, start };
}

function claimOf(quotation: Quotation, mixed: readonly Quotation[], block: string): string | null {
  const [first] = quotation.spans;
  const last = quotation.spans.at(-1) ?? first;
  const around = mixed.find((outer) => outer.spans.some((span) => holds(span, first)));
  const stated = [quotation, around].flatMap((one) =>
    one?.attribution.kind === 'stated' ? [one.attribution.speaker.name] : [],
  );
  const written = [NAME_BEFORE.exec(block.slice(0, first.start))?.[1], NAME_BEHIND.exec(block.slice(last.end))?.[1]];
  const names = [...stated, ...written].flatMap((name) => name?.trim() ?? []);
  return names.find((name) => name !== '' && !NOBODY.test(name)) ?? null;
}

function holds(outer: Passage, inner: Passage): boolean {
  return outer.block === inner.block && outer.start <= inner.start && outer.end >= inner.end;
}
