import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import type { Span } from '../corpus/passage.ts';
import { headlineTurn, isHeadline } from './headline.ts';
import type { MarkedSpan } from './quotation-marks.ts';
import type { QuotationKind } from './quotation.ts';
import { findReports } from './reports/find-reports.ts';
import { narrate, type Narration, type Run, type Unit } from './reports/narration.ts';
import { phraseAfter } from './reports/phrases.ts';
import type { Report } from './reports/report.ts';
import { continuedTurn, isTranscript, transcriptTurn, type Range, type Turn } from './transcript.ts';

/** A quotation before its speaker is known by name. */
export interface Draft {
  readonly spans: Span[];
  kind: QuotationKind;
  cue: Span | null;
  mention: Span | null;
  /** Whether its last mark is missing at the end of a block, so that the next block may go on with it. */
  open: boolean;
  /** Whether its speaker stands behind its words, so that a quotation behind the speaker goes on with it. */
  readonly tagged: boolean;
  /** Whether its words are still to come: "He said:". */
  announced: boolean;
}

/** A block with its drafts, while they are put together. */
interface Page {
  readonly block: number;
  readonly narration: Narration;
  readonly drafts: Draft[];
}

/** Finds who is reported with which words, in reading order; `marks` are the quotations of each block. */
export function draftsOf(analysed: AnalysedArticle, marks: readonly (readonly MarkedSpan[])[]): readonly Draft[] {
  const { article, texts } = analysed;
  const transcript = isTranscript(texts.map((text) => text.text));
  const drafts: Draft[] = [];
  /** The turn of a transcript that the block before holds. */
  let speaking: Draft | null = null;
  for (const [block, text] of texts.entries()) {
    const turn = transcript ? transcriptTurn(text.text) : null;
    const more: Range | null = speaking === null ? null : continuedTurn(text.text);
    if (turn !== null) {
      speaking = fromTurn(block, turn);
      drafts.push(speaking);
      continue;
    }
    if (speaking !== null && more !== null) {
      speaking.spans.push({ block, ...more });
      continue;
    }
    speaking = null;
    const titled = isHeadline(analysed, block) ? headlineTurn(analysed, block) : null;
    if (titled !== null) {
      drafts.push({ ...fromTurn(block, titled), kind: kindOfText(titled.content, marks[block] ?? []) });
      continue;
    }
    const narration = narrate(text, marks[block] ?? []);
    if (article.language === 'en') readBlock({ block, narration, drafts });
    else readMarks({ block, narration, drafts });
  }
  return drafts
    .filter((draft) => draft.spans.length > 0)
    .sort(
      (a, b) =>
        (a.spans[0]?.block ?? 0) - (b.spans[0]?.block ?? 0) || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
    );
}

function fromTurn(block: number, { name, cue, content }: Turn): Draft {
  return {
    spans: [{ block, ...content }],
    kind: 'direct',
    cue: { block, ...cue },
    mention: { block, ...name },
    open: false,
    tagged: false,
    announced: false,
  };
}

function kindOfText({ start, end }: Range, marks: readonly MarkedSpan[]): QuotationKind {
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end);
  if (inside.length === 0) return 'indirect';
  return inside.some((mark) => mark.start === start && mark.end >= end - 1) ? 'direct' : 'mixed';
}

/** Quotations of a language without rules: by their marks, nobody's. */
function readMarks({ block, narration, drafts }: Page): void {
  for (const unit of narration.units) {
    if (unit.mark !== null) drafts.push(unattributed(block, unit, null));
  }
}

function unattributed(block: number, unit: Unit, mention: Span | null): Draft {
  const { start, end } = unit;
  return {
    spans: [{ block, start, end }],
    kind: 'direct',
    cue: null,
    mention,
    open: unit.mark?.closed === false,
    tagged: false,
    announced: false,
  };
}

function readBlock(page: Page): void {
  const { block, narration, drafts } = page;
  const { units } = narration;
  /** The draft of the sentence before, and whether this one may go on with it. */
  let lead: Draft | null = carriedOver(page);
  for (let n = 0; n < narration.sentences.length; n++) {
    const joined = withTag(narration, n);
    const sentence = joined ?? narration.sentences[n] ?? { first: 0, last: 0 };
    if (joined !== null) n++;
    const marks = units.slice(sentence.first, sentence.last).filter((unit) => unit.mark !== null);
    const signed = signature(units, sentence);
    if (signed !== null) {
      const draft = fromRun(block, units, signed.content, signed.mention, signed.cue);
      drafts.push(draft);
      lead = null;
    } else if (isOnlyMarks(units, sentence)) lead = goOn(page, lead, marks);
    else lead = readSentence(page, sentence, n === 0 || joined !== null ? lead : null);
  }
}

/** The draft of the block before that this block may go on with: one left open, or one announced. */
function carriedOver({ block, drafts, narration }: Page): Draft | null {
  const last = drafts.at(-1);
  if (last === undefined || narration.units[0]?.mark == null) return null;
  const near = (last.spans.at(-1)?.block ?? last.mention?.block) === block - 1;
  return near && (last.open || last.announced) ? last : null;
}

/** A sentence that is nothing but quotation goes on with what the sentence before reports. */
function goOn({ block, drafts }: Page, lead: Draft | null, marks: readonly Unit[]): Draft | null {
  const [first] = marks;
  if (first === undefined) return lead;
  const spans = marks.map(({ start, end }): Span => ({ block, start, end }));
  const open = marks.at(-1)?.mark?.closed === false;
  if (lead !== null && (lead.kind === 'direct' || lead.announced || lead.tagged)) {
    lead.spans.push(...spans);
    if (lead.announced) lead.kind = 'direct';
    lead.open = open;
    lead.announced = false;
    return lead;
  }
  if (lead === null && (open || !isStatement(first.text))) return null;
  const draft = { ...unattributed(block, first, lead?.mention ?? null), spans, open };
  drafts.push(draft);
  return draft;
}

/** The drafts of one sentence; the last of them may be gone on with. */
function readSentence(page: Page, sentence: Run, lead: Draft | null): Draft | null {
  const { block, narration, drafts } = page;
  const { units } = narration;
  const reports = findReports(units, sentence);
  let last: Draft | null = null;
  /** Who speaks first, with a mark: "“…,” said Ruiz, who questioned the price. “…”". */
  let opening: Draft | null = null;
  for (const report of reports) {
    const draft = fromReport(block, units, report);
    const reopened =
      lead !== null &&
      (lead.open || lead.announced || lead.mention === null) &&
      report.content[0]?.first === sentence.first &&
      units[sentence.first]?.mark != null;
    if (lead !== null && reopened) {
      lead.spans.push(...draft.spans);
      lead.mention ??= draft.mention;
      lead.cue ??= draft.cue;
      lead.open = draft.open;
      lead.announced = false;
      last = lead;
    } else {
      drafts.push(draft);
      last = draft;
    }
    if (report.content[0]?.first === sentence.first && units[sentence.first]?.mark != null) opening = last;
  }
  readLoose(page, sentence, reports);
  return opening ?? last;
}

/** A quotation that begins a sentence and is not part of a report is a statement of somebody unnamed. */
function readLoose({ block, narration, drafts }: Page, sentence: Run, reports: readonly Report[]): void {
  const unit = narration.units[sentence.first];
  if (unit?.mark?.closed !== true || reports.length > 0 || !isStatement(unit.text)) return;
  drafts.push(unattributed(block, unit, null));
}

/** Whether marked words are a sentence rather than a title or a term: several words, not all of them capitalised. */
function isStatement(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}'\u2019]+/gu) ?? [];
  return (
    words.length >= 4 && words.slice(1).filter((word) => /^(?!the\b|and\b|for\b)\p{Ll}{3,}/u.test(word)).length >= 2
  );
}

/** The sentence at `n` joined with the next, where that one only says who spoke: "“Who pays?” Ruiz asked." */
function withTag({ units, sentences }: Narration, n: number): Run | null {
  const [here, next] = [sentences[n], sentences[n + 1]];
  if (here === undefined || next === undefined) return null;
  const tail = units[here.last - 1];
  if (tail?.mark == null) return null;
  const joined = { first: here.first, last: next.last };
  if (signature(units, joined) !== null) return joined;
  const comma = /[?!\u2026,\u2014-]\P{L}{1,2}$/u.test(tail.text); // HORIZONTAL ELLIPSIS, EM DASH
  const tagged = findReports(units, joined).some(
    ({ clause, content }) =>
      clause.first === here.last &&
      content.some((run) => run.first < here.last) &&
      (comma || clause.last >= next.last - 1),
  );
  return tagged ? joined : null;
}

/** "“It will hold.” — Maria Ruiz": a quotation signed with a dash. */
function signature(units: readonly Unit[], sentence: Run): { content: Run; mention: Run; cue: Run } | null {
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!/^[\u2014-]$/.test(units[at]?.word ?? '')) continue; // EM DASH
    const content = { first: sentence.first, last: at };
    const phrase = phraseAfter(units, at + 1, sentence.last);
    if (!isOnlyMarks(units, content) || phrase === null || phrase.last < sentence.last - 1) return null;
    return { content, mention: phrase, cue: { first: at, last: at + 1 } };
  }
  return null;
}

function fromReport(block: number, units: readonly Unit[], report: Report): Draft {
  const draft = fromRun(block, units, report.content[0] ?? report.cue, report.mention, report.cue);
  return {
    ...draft,
    spans: report.content.map((run) => spanOf(block, units, run)),
    kind: kindOf(units, report.content),
    open: report.content.length > 0 && isOpen(units, report.content.at(-1)),
    tagged: (report.content.at(-1)?.last ?? Infinity) <= report.clause.first,
    announced: report.announces,
  };
}

function fromRun(block: number, units: readonly Unit[], content: Run, mention: Run | null, cue: Run): Draft {
  return {
    spans: [spanOf(block, units, content)],
    kind: kindOf(units, [content]),
    cue: spanOf(block, units, cue),
    mention: mention === null ? null : spanOf(block, units, mention),
    open: isOpen(units, content),
    tagged: false,
    announced: false,
  };
}

function kindOf(units: readonly Unit[], runs: readonly Run[]): QuotationKind {
  if (runs.length === 0 || runs.every((run) => isOnlyMarks(units, run))) return 'direct';
  return runs.some((run) => units.slice(run.first, run.last).some((unit) => unit.mark !== null)) ? 'mixed' : 'indirect';
}

function isOnlyMarks(units: readonly Unit[], { first, last }: Run): boolean {
  const run = units.slice(first, last);
  return run.some((unit) => unit.mark !== null) && run.every((unit) => unit.mark !== null || unit.pos === 'PUNCT');
}

const isOpen = (units: readonly Unit[], run: Run | undefined): boolean =>
  units[(run?.last ?? 0) - 1]?.mark?.closed === false;

function spanOf(block: number, units: readonly Unit[], run: Run): Span {
  return { block, start: units[run.first]?.start ?? 0, end: units[run.last - 1]?.end ?? 0 };
}
