/**
 * Marks that open a quotation, each with the marks that may close it.
 *
 * Typists mix styles, so a straight mark may be closed by a curly one. Single
 * marks are added only for an article that uses them as its quotation marks:
 * elsewhere an apostrophe looks the same, and a wrong quotation is worse than
 * a missing one.
 */
const CLOSING_MARKS: ReadonlyMap<string, string> = new Map([
  ['"', '"\u201D'], // QUOTATION MARK, RIGHT DOUBLE QUOTATION MARK
  ['\u201C', '\u201D"'], // LEFT / RIGHT DOUBLE QUOTATION MARK
  ['\u201D', '\u201D"'], // RIGHT DOUBLE QUOTATION MARK on both sides, Swedish and Finnish
  ['\u201E', '\u201C\u201D'], // DOUBLE LOW-9 QUOTATION MARK, German and Polish
  ['\u00AB', '\u00BB'], // LEFT / RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
  ['\u300C', '\u300D'], // LEFT / RIGHT CORNER BRACKET, Japanese and Chinese
]);

const SINGLE_MARKS: ReadonlyMap<string, string> = new Map([
  ["'", "'"], // APOSTROPHE
  ['\u2018', '\u2019'], // LEFT / RIGHT SINGLE QUOTATION MARK
]);

const LEFT = '\u201C'; // LEFT DOUBLE QUOTATION MARK
const RIGHT = '\u201D'; // RIGHT DOUBLE QUOTATION MARK

/** Words between quotation marks, marks included. Offsets in UTF-16 code units of the block's text; `end` is exclusive. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** False where the block ends before a mark closes it. */
  readonly closed: boolean;
}

/** Whether an article uses single marks as its quotation marks: it has pairs of them and no double ones. */
export function usesSingleMarks(texts: readonly string[]): boolean {
  if (texts.some((text) => /["\u201C-\u201E\u00AB\u300C]|''/u.test(text))) return false;
  return texts.some((text) => hasSinglePair(text));
}

/** Whether two single marks stand around words: before a word behind a space, and behind one before a space or a stop. */
export function hasSinglePair(text: string): boolean {
  return /(?:^|[\s(])['\u2018][^\n'\u2018]{3,500}[,.!?]?['\u2019](?=[\s).,;:]|$)/u.test(text);
}

/**
 * Finds what stands between quotation marks, outermost marks only.
 *
 * A straight mark that opens the text and is never closed, with curly quotations behind it, only sets the paragraph off
 * as somebody's text; the curly ones are its quotations.
 */
export function markedSpans(text: string, single: boolean): readonly MarkedSpan[] {
  return setOff(text, single) === null ? scan(text, single, 0) : scan(text, single, 1);
}

/** The whole text where a mark only sets it off as somebody's, see `markedSpans`; else null. */
export function setOff(text: string, single: boolean): MarkedSpan | null {
  if (!text.startsWith('"') || !/\u201C[^\u201C\u201D]+\u201D/u.test(text)) return null;
  const [first] = scan(text, single, 0);
  return first?.start === 0 && !first.closed ? first : null;
}

function scan(text: string, single: boolean, from: number): readonly MarkedSpan[] {
  const pairs = new Map([...CLOSING_MARKS, ...(single ? SINGLE_MARKS : [])]);
  const spans: MarkedSpan[] = [];
  let open: { start: number; closing: string; nested: number } | null = null;
  for (let at = from; at < text.length; at++) {
    // Two apostrophes or backticks are a mark of old wire copy.
    const doubled = text.startsWith("''", at) || text.startsWith('``', at);
    const mark = doubled ? '"' : (text[at] ?? '');
    const width = doubled ? 2 : 1;
    if (open !== null && mark === LEFT && opensInside(text, at)) open.nested++;
    else if (open !== null && mark === RIGHT && open.nested > 0) open.nested--;
    else if (open !== null && open.closing.includes(mark) && closesHere(text, at, width, mark)) {
      spans.push({ start: open.start, end: at + width, closed: true });
      open = null;
    } else if (open === null && pairs.has(mark) && opensHere(text, at, width)) {
      open = { start: at, closing: pairs.get(mark) ?? '', nested: 0 };
    }
    at += width - 1;
  }
  if (open !== null) spans.push({ start: open.start, end: text.length, closed: false });
  return spans.filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)));
}

/** Inside a quotation a mark opens another one in mid-sentence: "what he calls “hell” is…". Elsewhere the first was left open. */
function opensInside(text: string, at: number): boolean {
  return /[\p{L}\p{N}]\s$/u.test(text.slice(Math.max(0, at - 2), at)) && text.indexOf(RIGHT, at) > 0;
}

/** A mark that looks the same on both sides opens before a word and behind a space, a bracket or a dash. */
function opensHere(text: string, at: number, width: number): boolean {
  // "” … and so it was,” he said": nothing can close at the start.
  if (at === 0 && text[0] === RIGHT) return true;
  if (/[\u201C\u201E\u00AB\u300C]/u.test(text[at] ?? '')) return true;
  return /^$|[\s([{\u2012-\u2015\u2018'/-]/u.test(text[at - 1] ?? '') && /[^\s,;:)\]]/u.test(text[at + width] ?? '');
}

function closesHere(text: string, at: number, width: number, mark: string): boolean {
  if (mark === '"') return !opensHere(text, at, width);
  // An apostrophe inside a word closes nothing.
  return !/['\u2019]/u.test(mark) || !/[\p{L}\p{N}]/u.test(text[at + width] ?? '');
}
