import type { AnalysedText, Token } from '../text/analyse.ts';
import type { Sentence } from '../text/sentences.ts';
import { ADDRESSING_VERBS, CONTINUING, MARKED_ONLY, PLAIN_COMPLEMENT, REPORTING_VERBS } from './cues.ts';
import { phraseAfter, phraseBefore, withApposition, word, type TokenRun } from './noun-phrases.ts';
import type { MarkedSpan } from './quotation-marks.ts';

/** Code units of a block's text; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place where a text says that somebody says something. */
export interface Report {
  readonly cue: Range;
  /** The source phrase with its apposition, that of the report before where this one goes on with it; null for none. */
  readonly mention: Range | null;
  readonly sentence: Sentence;
  readonly verb: string;
  /** Where the source phrase and the cue together begin and end. */
  readonly clause: Range;
  /** Whether words of the same sentence, outside quotation marks, are reported before and behind the clause. */
  readonly before: Range | null;
  readonly after: Range | null;
}

const SKIPPED = new Set(['AUX', 'ADV', 'PART']);

/** Finds the reports of a block: "X said", "said X", "according to X". What stands between quotation marks is passed over. */
export function findReports(analysed: AnalysedText, marked: readonly MarkedSpan[]): readonly Report[] {
  const { tokens } = analysed;
  const inside = insideFlags(tokens, marked);
  const reports: Report[] = [];
  for (const sentence of analysed.sentences) {
    for (let at = sentence.first; at < sentence.last; at++) {
      if (inside[at] === true) continue;
      const report = reportAt(analysed, sentence, at, inside, marked);
      if (report !== null) reports.push(report);
    }
  }
  return separated(reports);
}

function insideFlags(tokens: readonly Token[], marked: readonly MarkedSpan[]): boolean[] {
  let n = 0;
  return tokens.map((token) => {
    while (n < marked.length && (marked[n]?.end ?? Infinity) <= token.start) n++;
    return token.start >= (marked[n]?.start ?? Infinity);
  });
}

function reportAt(
  text: AnalysedText,
  sentence: Sentence,
  at: number,
  inside: readonly boolean[],
  marked: readonly MarkedSpan[],
): Report | null {
  const { tokens } = text;
  const token = tokens[at];
  if (token === undefined) return null;
  if (word(token) === 'according' && word(tokens[at + 1]) === 'to') return accordingTo(text, sentence, at, inside);
  const verb = token.lemma.toLowerCase();
  if (!REPORTING_VERBS.has(verb) || !(token.pos === 'VERB' || (token.pos === 'AUX' && verb === 'say'))) return null;
  if (word(tokens[at - 1]) === 'to' || word(tokens[at - 1]) === 'not') return null;
  const participle = CONTINUING.has(word(token)) || /ing$/.test(word(token));
  if (word(tokens[at + 1]) === 'by') return passive(text, sentence, at, inside);
  const subject = subjectOf(tokens, sentence, at, inside);
  const elided = subject === null && goesOn(tokens, at, sentence.first);
  if (subject === null && !elided && !(participle && at > sentence.first)) return null;
  if (participle && !elided && subject === null && word(tokens[at - 1]) !== ',' && inside[at - 1] !== true) return null;
  const last = subject === null ? at + 1 : Math.max(at + 1, subject.run.last);
  const first = subject === null ? at : Math.min(at, subject.run.first);
  const content = contentOf(
    text,
    sentence,
    { first, last, at, verb, inverted: subject?.inverted ?? false },
    inside,
    marked,
  );
  return {
    cue: { start: token.start, end: token.end },
    mention: subject === null ? null : rangeOf(tokens, subject.run),
    sentence,
    verb,
    clause: rangeOf(tokens, { first, last }),
    ...content,
  };
}

/** "an offer derided by the mayor as …": the source stands behind the verb. */
function passive(text: AnalysedText, sentence: Sentence, at: number, inside: readonly boolean[]): Report | null {
  const { tokens } = text;
  const run = phraseAfter(tokens, at + 2, untilInside(inside, at + 2, sentence.last));
  const cue = tokens[at];
  if (run === null || cue === undefined) return null;
  const clause = rangeOf(tokens, { first: at, last: run.last });
  const base = {
    cue: { start: cue.start, end: cue.end },
    mention: rangeOf(tokens, run),
    sentence,
    verb: cue.lemma,
    clause,
  };
  return { ...base, before: null, after: null };
}

/** "…, but added": the subject of the report before speaks on. */
function goesOn(tokens: readonly Token[], at: number, from: number): boolean {
  let before = at - 1;
  while (before > from && tokens[before]?.pos === 'ADV') before--;
  return before > from && ['and', 'but'].includes(word(tokens[before]));
}

function subjectOf(
  tokens: readonly Token[],
  sentence: Sentence,
  at: number,
  inside: readonly boolean[],
): { run: TokenRun; inverted: boolean } | null {
  const start = lastInside(inside, sentence.first, at);
  let end = at;
  while (end > start && SKIPPED.has(tokens[end - 1]?.pos ?? '') && tokens[end - 1]?.text !== "'s") end--;
  const before = subjectBefore(tokens, end, start);
  if (before !== null) return { run: before, inverted: false };
  if (/ing$/.test(word(tokens[at]))) return null;
  const free = end === start || [',', '\u2014', '\u2013', ':', '?', '!'].includes(word(tokens[end - 1]));
  const after = free ? phraseAfter(tokens, at + 1, untilInside(inside, at + 1, sentence.last)) : null;
  return after === null
    ? null
    : { run: withApposition(tokens, after, untilInside(inside, at + 1, sentence.last)), inverted: true };
}

/** The subject left of a verb, over an apposition or a relative clause between commas. */
function subjectBefore(tokens: readonly Token[], end: number, start: number): TokenRun | null {
  const last = tokens[end - 1];
  if (last === undefined || end <= start) return null;
  if (word(last) === 'who') {
    const antecedent = phraseBefore(tokens, word(tokens[end - 2]) === ',' ? end - 2 : end - 1, start);
    return antecedent;
  }
  if (word(last) !== ',') return phraseBefore(tokens, end, start);
  let comma = end - 2;
  while (comma > start && word(tokens[comma]) !== ',') comma--;
  if (comma <= start) return null;
  const head =
    phraseBefore(tokens, comma, start) ??
    (tokens[comma - 1]?.pos === 'NUM' ? subjectBefore(tokens, comma, start) : null);
  if (head === null) return null;
  const inner = tokens.slice(comma + 1, end - 1);
  const relative = ['who', 'whose', 'which', 'a', 'an', 'the', 'his', 'her'].includes(word(inner[0]));
  const finite = inner.some((token) => token.pos === 'AUX' || token.pos === 'VERB');
  if (finite && !relative) return null;
  const outer =
    tokens[head.last - 1]?.pos === 'NUM' && word(tokens[head.first - 1]) === ','
      ? phraseBefore(tokens, head.first - 1, start)
      : null;
  return { first: (outer ?? head).first, last: end };
}

function lastInside(inside: readonly boolean[], from: number, at: number): number {
  for (let n = at - 1; n >= from; n--) if (inside[n] === true) return n + 1;
  return from;
}

function untilInside(inside: readonly boolean[], from: number, to: number): number {
  for (let n = from; n < to; n++) if (inside[n] === true) return n;
  return to;
}

function accordingTo(text: AnalysedText, sentence: Sentence, at: number, inside: readonly boolean[]): Report | null {
  const { tokens } = text;
  const run = phraseAfter(tokens, at + 2, untilInside(inside, at + 2, sentence.last));
  if (run === null) return null;
  const mention = withApposition(tokens, run, sentence.last);
  const atStart = at === sentence.first;
  const content = atStart
    ? { before: null, after: trimmed(text, { first: mention.last, last: sentence.last }) }
    : { before: trimmed(text, { first: sentence.first, last: at }), after: null };
  return {
    cue: { start: tokens[at]?.start ?? 0, end: tokens[at + 1]?.end ?? 0 },
    mention: rangeOf(tokens, mention),
    sentence,
    verb: 'according to',
    clause: rangeOf(tokens, { first: at, last: mention.last }),
    ...content,
  };
}

interface Clause extends TokenRun {
  readonly at: number;
  readonly verb: string;
  readonly inverted: boolean;
}

function contentOf(
  text: AnalysedText,
  sentence: Sentence,
  clause: Clause,
  inside: readonly boolean[],
  marked: readonly MarkedSpan[],
): Pick<Report, 'before' | 'after'> {
  const { tokens } = text;
  const start = contentStart(tokens, clause, sentence, inside);
  const after =
    start === null ? null : trimmed(text, { first: start, last: contentEnd(tokens, start, sentence, inside) });
  const comma = [',', '?', '!', '\u2014'].includes(word(tokens[clause.first - 1])) || inside[clause.first - 1] === true;
  const leading =
    comma && clause.first - sentence.first >= 3 ? trimmed(text, { first: sentence.first, last: clause.first }) : null;
  const before =
    leading !== null && isClause(tokens, sentence.first, clause.first, inside) && startsFree(tokens, sentence.first)
      ? leading
      : null;
  if (before !== null && after !== null) {
    const interrupted =
      word(tokens[clause.last]) === ',' || marked.some((span) => span.start >= clause.last && span.start < after.start);
    return interrupted ? { before, after } : { before: null, after };
  }
  return { before, after };
}

/** "With the vote lost, he said …": an introduction, not what was said. */
function startsFree(tokens: readonly Token[], first: number): boolean {
  return ![
    'with',
    'when',
    'while',
    'after',
    'before',
    'although',
    'though',
    'since',
    'until',
    'if',
    'as',
    'speaking',
    'asked',
    'instead',
  ].includes(word(tokens[first]));
}

function isClause(tokens: readonly Token[], first: number, last: number, inside: readonly boolean[]): boolean {
  return tokens
    .slice(first, last)
    .some((token, n) => (token.pos === 'VERB' || token.pos === 'AUX') && inside[first + n] !== true);
}

/** Index of the first token that is reported behind the clause; null where nothing is. */
function contentStart(
  tokens: readonly Token[],
  clause: Clause,
  sentence: Sentence,
  inside: readonly boolean[],
): number | null {
  let at = clause.last;
  const limit = Math.min(sentence.last, at + 14);
  for (let n = at; n < limit && inside[n] !== true && ![';', '.'].includes(word(tokens[n])); n++) {
    if (word(tokens[n]) === 'that' && tokens[n]?.pos !== 'DET' && skippable(tokens, at, n, clause)) return n + 1;
  }
  if (ADDRESSING_VERBS.has(clause.verb) && !clause.inverted) {
    const object = phraseAfter(tokens, at, sentence.last);
    if (object !== null && !(clause.verb === 'warn' && tokens[object.last]?.pos !== 'PART')) at = object.last;
  }
  while (at < sentence.last && (tokens[at]?.pos === 'ADV' || [',', ':'].includes(word(tokens[at])))) at++;
  const timed = adverbialEnd(tokens, at, sentence.last);
  at = timed;
  while (at < sentence.last && [',', ':'].includes(word(tokens[at]))) at++;
  if (at >= sentence.last || ['.', ';', '?', '!'].includes(word(tokens[at]))) return null;
  if (MARKED_ONLY.has(clause.verb)) return null;
  if (inside[at] === true) return at;
  if (clause.inverted && word(tokens[clause.last]) !== ',' && word(tokens[clause.last]) !== ':') return null;
  if (PLAIN_COMPLEMENT.has(clause.verb)) return at;
  return isClause(tokens, at, sentence.last, inside) || inside.slice(at, sentence.last).includes(true) ? at : null;
}

function skippable(tokens: readonly Token[], from: number, to: number, clause: Clause): boolean {
  const between = tokens.slice(from, to);
  return ADDRESSING_VERBS.has(clause.verb) ||
    clause.inverted ||
    between.length === 0 ||
    ['ADP', 'ADV', 'PUNCT', 'PROPN', 'NOUN'].includes(between[0]?.pos ?? '')
    ? !between.some((token) => token.pos === 'VERB' || token.pos === 'AUX')
    : false;
}

/** "on Monday", "in a statement", "in Paris": where and when it was said, not what. */
function adverbialEnd(tokens: readonly Token[], start: number, to: number): number {
  let at = start;
  while (at < to) {
    const next = word(tokens[at]);
    if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|earlier|later)$/.test(next)) {
      at++;
      continue;
    }
    if (!['on', 'in', 'during', 'at', 'to', 'of'].includes(next)) return at;
    const phrase = phraseAfter(tokens, at + 1, to);
    const day = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word(tokens[at + 1]));
    if (day) at += 2;
    else if (phrase !== null) at = phrase.last;
    else return at;
  }
  return at;
}

/** Index behind the last reported token: the sentence's end, or where another clause of the article begins. */
function contentEnd(tokens: readonly Token[], start: number, sentence: Sentence, inside: readonly boolean[]): number {
  for (let at = start + 2; at < sentence.last; at++) {
    if (inside[at] === true) continue;
    const here = word(tokens[at]);
    if (here === ';') return at;
    if (here !== ',') continue;
    const next = word(tokens[at + 1]);
    if (next === 'according' || CONTINUING.has(next)) return at;
    if (['but', 'while', 'and', 'though', 'although'].includes(next) && reportsAgain(tokens, at + 2, sentence, inside))
      return at;
  }
  return sentence.last;
}

function reportsAgain(tokens: readonly Token[], from: number, sentence: Sentence, inside: readonly boolean[]): boolean {
  for (let at = from; at < Math.min(sentence.last, from + 9); at++) {
    if (inside[at] === true || word(tokens[at]) === ',') return false;
    if (tokens[at]?.pos === 'VERB') return REPORTING_VERBS.has(tokens[at]?.lemma ?? '');
  }
  return false;
}

/** Outer reports first: one inside the content of another is part of what was said. */
function separated(reports: readonly Report[]): Report[] {
  const kept: Report[] = [];
  for (const report of reports) {
    const within = kept.some((outer) =>
      [outer.after, outer.before].some(
        (range) => range !== null && report.cue.start >= range.start && report.cue.end <= range.end,
      ),
    );
    if (within) continue;
    const last = kept.at(-1);
    const mention = report.mention ?? (last?.sentence === report.sentence ? last.mention : null);
    kept.push({ ...report, mention });
  }
  return kept;
}

function rangeOf(tokens: readonly Token[], run: TokenRun): Range {
  return { start: tokens[run.first]?.start ?? 0, end: tokens[run.last - 1]?.end ?? 0 };
}

/** The run without marks at its ends that are no quotation marks; null for none left. */
function trimmed(text: AnalysedText, { first, last }: TokenRun): Range | null {
  const loose = new Set([',', '.', ';', ':', '\u2014', '\u2013', '-', 'that', 'and', 'but']);
  while (
    first < last &&
    loose.has(word(text.tokens[first])) &&
    (word(text.tokens[first]) !== 'that' || text.tokens[first]?.pos !== 'DET')
  )
    first++;
  while (last > first && [',', '.', ';', '\u2014'].includes(word(text.tokens[last - 1]))) last--;
  return last > first ? rangeOf(text.tokens, { first, last }) : null;
}
