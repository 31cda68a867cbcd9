import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt, type Passage } from '../corpus/passage.ts';
import { readPeople } from './people.ts';
import { markedSpans, usesSingleMarks, type MarkedSpan } from './quotation-marks.ts';
import type { Quotation, QuotationKind } from './quotation.ts';
import { findReports, type Range, type Report } from './reports.ts';
import { resolveSpeaker, type SpokenBefore } from './resolve-speaker.ts';

/** A quotation before its speaker is known by name. Ranges are places in `block`. */
interface Draft {
  readonly block: number;
  spans: { block: number; range: Range }[];
  readonly kind: QuotationKind;
  readonly cue: Range | null;
  readonly mention: Range | null;
  /** Whether its last mark is missing, so that the next block may go on with it. */
  open: boolean;
}

/** Fewest words between quotation marks that are a statement without a cue; fewer are a title or scare quotes. */
const STATEMENT_WORDS = 6;

/**
 * Finds the quotations of an article, in reading order.
 *
 * A quotation ends at the first mark that closes it, or at the end of its
 * block: newspapers leave a quotation open when it runs on into the next, and
 * open it again there. Such a run is one quotation with a span in each block.
 */
export function findQuotations(analysed: AnalysedArticle): readonly Quotation[] {
  const { article, texts } = analysed;
  const single = usesSingleMarks(texts.map((text) => text.text));
  const drafts: Draft[] = [];
  for (const [block, text] of texts.entries()) {
    const marked = markedSpans(text.text, single);
    const reports = article.language === 'en' ? findReports(text, marked) : [];
    append(drafts, draftsOf(block, text.text, marked, reports));
  }
  const people = readPeople(analysed);
  const before: SpokenBefore[] = [];
  return drafts.flatMap((draft): Quotation[] => {
    const [first, ...rest] = draft.spans.map(({ block, range }) => passageAt(article, { block, ...range }));
    if (first === undefined) return [];
    const at = (range: Range | null): Passage | null =>
      range === null ? null : passageAt(article, { block: draft.block, ...range });
    const mention = at(draft.mention);
    const attribution =
      mention === null ? ({ kind: 'not-stated' } as const) : resolveSpeaker(analysed, people, mention, before);
    if (attribution.kind === 'stated') before.push({ attribution, block: draft.block, end: draft.mention?.end ?? 0 });
    return [{ article: article.id, kind: draft.kind, spans: [first, ...rest], cue: at(draft.cue), attribution }];
  });
}

/** Adds the drafts of a block; one that goes on with an open quotation of the block before joins it. */
function append(drafts: Draft[], added: readonly Draft[]): void {
  const [first, ...rest] = added;
  const open = drafts.at(-1);
  const span = first?.spans[0];
  if (
    first !== undefined &&
    span !== undefined &&
    open?.open === true &&
    open.spans.at(-1)?.block === first.block - 1 &&
    span.range.start <= 1 &&
    (first.mention === null || first.kind === 'direct')
  ) {
    if (first.mention === null) {
      open.spans.push(...first.spans);
      open.open = first.open;
      drafts.push(...rest);
      return;
    }
  }
  drafts.push(...added);
}

function draftsOf(block: number, text: string, marked: readonly MarkedSpan[], reports: readonly Report[]): Draft[] {
  const drafts: Draft[] = [];
  const used = new Set<MarkedSpan>();
  for (const report of reports) {
    const draft = draftOf(block, text, marked, report, reports, used);
    if (draft !== null) drafts.push(draft);
  }
  for (const span of marked) {
    if (!used.has(span) && isStatement(text, span))
      drafts.push({
        block,
        spans: [{ block, range: span }],
        kind: 'direct',
        cue: null,
        mention: null,
        open: !span.closed,
      });
  }
  return drafts.sort((a, b) => (a.spans[0]?.range.start ?? 0) - (b.spans[0]?.range.start ?? 0));
}

function draftOf(
  block: number,
  text: string,
  marked: readonly MarkedSpan[],
  report: Report,
  reports: readonly Report[],
  used: Set<MarkedSpan>,
): Draft | null {
  const free = (span: MarkedSpan | undefined): span is MarkedSpan => span !== undefined && !used.has(span);
  const leading = marked.filter(
    (span) =>
      free(span) &&
      span.end <= report.clause.start &&
      /^[\s,]*(?:and |but )?$/u.test(text.slice(span.end, report.clause.start)),
  );
  const inAfter =
    report.after === null
      ? []
      : marked.filter(
          (span) => free(span) && span.start < (report.after?.end ?? 0) && span.end > (report.after?.start ?? 0),
        );
  const direct: MarkedSpan[] = [...leading];
  const gap = (from: number, to: number): string => text.slice(from, to);
  const following = marked.find((span) => free(span) && span.start >= report.clause.end);
  if (following !== undefined && leading.length > 0) {
    const between = gap(report.clause.end, following.start);
    const attributed = reports.some(
      (other) =>
        other !== report &&
        other.cue.start > report.clause.end &&
        other.cue.start < following.end + 80 &&
        other.cue.start < following.start,
    );
    if (
      !attributed &&
      between.length <= 60 &&
      /^[^.!?]*[.,:;]?\s*$/u.test(between) &&
      !reports.some((other) => other !== report && startsBehind(text, following, other))
    )
      direct.push(following);
  }
  if (
    leading.length === 0 &&
    following !== undefined &&
    /^[\s\w]{0,40}[:,]?\s*$/u.test(gap(report.clause.end, following.start)) &&
    wholly(report, following)
  )
    direct.push(following);
  if (direct.length > 0) {
    const run = withNext(direct, marked, text, reports, report);
    for (const span of run) used.add(span);
    return {
      block,
      spans: run.map((range) => ({ block, range })),
      kind: 'direct',
      cue: report.cue,
      mention: report.mention,
      open: run.at(-1)?.closed === false,
    };
  }
  const parts = [report.before, report.after].filter((range) => range !== null).map((range) => widened(range, marked));
  if (parts.length === 0) {
    const fragment = marked.find(
      (span) => free(span) && span.start >= report.clause.end && span.start < report.sentence.end,
    );
    if (fragment === undefined || report.mention === null) return null;
    used.add(fragment);
    return {
      block,
      spans: [{ block, range: fragment }],
      kind: 'direct',
      cue: report.cue,
      mention: report.mention,
      open: false,
    };
  }
  if (report.mention === null) return null;
  for (const span of inAfter) used.add(span);
  for (const span of marked) if (parts.some((part) => span.start >= part.start && span.end <= part.end)) used.add(span);
  const kind = marked.some((span) => parts.some((part) => span.start >= part.start && span.end <= part.end))
    ? 'mixed'
    : 'indirect';
  return {
    block,
    spans: parts.map((range) => ({ block, range })),
    kind,
    cue: report.cue,
    mention: report.mention,
    open: false,
  };
}

/** Whether nothing but the marked words stands in the content of the report. */
function wholly(report: Report, span: MarkedSpan): boolean {
  return report.after === null || (report.after.start >= span.start - 1 && report.after.end <= span.end + 1);
}

function startsBehind(text: string, span: MarkedSpan, report: Report): boolean {
  return report.clause.start >= span.end && /^[\s,]*$/u.test(text.slice(span.end, report.clause.start));
}

/** Marked spans that stand directly behind the last one belong to the same statement. */
function withNext(
  spans: readonly MarkedSpan[],
  marked: readonly MarkedSpan[],
  text: string,
  reports: readonly Report[],
  report: Report,
): readonly MarkedSpan[] {
  const run = [...spans];
  for (const span of marked) {
    const last = run.at(-1);
    if (last === undefined || span.start < last.end) continue;
    if (
      !/^\s*$/u.test(text.slice(last.end, span.start)) ||
      reports.some((other) => other !== report && startsBehind(text, span, other))
    )
      break;
    run.push(span);
  }
  return run;
}

/** Content grows to the ends of quotation marks that it cuts through. */
function widened(range: Range, marked: readonly MarkedSpan[]): Range {
  const cut = marked.filter((span) => span.start < range.end && span.end > range.start);
  return {
    start: Math.min(range.start, ...cut.map((span) => span.start)),
    end: Math.max(range.end, ...cut.map((span) => span.end)),
  };
}

function isStatement(text: string, span: MarkedSpan): boolean {
  return (text.slice(span.start, span.end).match(/[\p{L}\p{N}]+/gu) ?? []).length >= STATEMENT_WORDS;
}
