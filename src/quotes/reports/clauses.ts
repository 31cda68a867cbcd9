import { cueForm, SUBORDINATORS } from './cues.ts';
import { DASH, type Run, type Unit } from './narration.ts';
import { isPronoun, phraseBefore } from './phrases.ts';

/** Whether `unit` is a verb that can carry a clause: not "to go", not "going". */
export function isFinite(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.mark !== null) return false;
  if (unit.pos === 'AUX')
    return unit.word !== 'be' && unit.word !== 'been' && unit.word !== 'being' && unit.word !== 'having';
  return unit.pos === 'VERB' && !unit.word.endsWith('ing') && units[at - 1]?.word !== 'to';
}

/** Whether a clause stands in the run. A quotation of several words counts as one. */
export function hasClause(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    if (isFinite(units, at)) return true;
    const mark = units[at]?.mark;
    if (mark != null && mark.end - mark.start > 24) return true;
  }
  return false;
}

/** Words before a verb that taggers take for adjectives. */
const ADVERBS = new Set(['further', 'later', 'early', 'first', 'long']);

/** Index of the first word of the verb group that ends at `verb`: "has also said", "didn't say". */
export function groupStart(units: readonly Unit[], verb: number, floor: number): number {
  let at = verb;
  while (at > floor) {
    const unit = units[at - 1];
    if (unit === undefined || unit.mark !== null) break;
    const negation = unit.word === "n't" || unit.word === 'not';
    if (unit.pos !== 'AUX' && unit.pos !== 'ADV' && !negation && !ADVERBS.has(unit.word)) break;
    at--;
  }
  return at;
}

/** Who a verb is about, and what of it stands beside the verb. */
export interface Subject {
  /** With its apposition. */
  readonly run: Run;
  /** False where it is the subject of an earlier verb: "rose and said". */
  readonly adjacent: boolean;
}

/** The subject that stands before the verb group beginning at `at`; null where none can be told. */
export function subjectBefore(units: readonly Unit[], at: number, floor: number): Subject | null {
  const before = units[at - 1];
  if (before === undefined || at <= floor) return null;
  if (before.word === ',' || before.word === DASH) {
    const run =
      explainedSubject(units, at - 1, floor) ??
      (units[at - 2]?.word === ')' ? phraseBefore(units, at - 1, floor) : null);
    return run === null ? null : { run, adjacent: true };
  }
  if (before.pos === 'VERB') return subjectWithClause(units, at, floor);
  const run = phraseBefore(units, at, floor);
  if (run === null) return null;
  const described = describedSubject(units, run, floor);
  if (described !== null) return described;
  if (run.first > floor && isObjectOf(units, run.first, floor)) return wholeSubject(units, run, floor);
  return { run, adjacent: true };
}

/** "Those close to the mayor", "Protesters marching through the streets": the phrase that opens the clause, with what hangs on it. */
function wholeSubject(units: readonly Unit[], object: Run, floor: number): Subject | null {
  let first = object.first - 1;
  for (let rounds = 0; rounds < 3 && first > floor; rounds++) {
    const hanging = units[first - 1];
    const participle = hanging?.pos === 'VERB' && /(?:ing|ed)$/.test(hanging.word);
    if (participle || hanging?.pos === 'ADJ') first--;
    else if (hanging?.word === 'and' || hanging?.word === 'or') return null;
    const outer = phraseBefore(units, first, floor);
    if (outer === null) return null;
    const opener = units[outer.first - 1];
    const opens = outer.first <= floor || opener?.mark != null || opener?.pos === 'CCONJ' || opener?.word === ',';
    if (opens) return { run: { first: outer.first, last: object.last }, adjacent: true };
    if (!isObjectOf(units, outer.first, floor)) return null;
    first = outer.first - 1;
  }
  return null;
}

/** "One of those who sent the letter said": the phrase that a relative clause which ends at `object` describes. */
function describedSubject(units: readonly Unit[], object: Run, floor: number): Subject | null {
  if (object.first - 2 <= floor || !isFinite(units, object.first - 1)) return null;
  const who = groupStart(units, object.first - 1, floor) - 1;
  if (units[who]?.word !== 'who') return null;
  const outer = phraseBefore(units, who, floor);
  return outer === null ? null : { run: { first: outer.first, last: object.last }, adjacent: true };
}

/** "All the experts I interviewed said": a phrase with a clause beside it that lacks "whom". `at` is where the outer verb begins. */
function subjectWithClause(units: readonly Unit[], at: number, floor: number): Subject | null {
  if (!isFinite(units, at - 1)) return null;
  const inner = groupStart(units, at - 1, floor) - 1;
  if (inner <= floor || !/^(?:i|we|he|she|they|you)$/.test(units[inner]?.word ?? '')) return null;
  const outer = phraseBefore(units, inner, floor);
  return outer === null || (outer.first > floor && isObjectOf(units, outer.first, floor))
    ? null
    : { run: { first: outer.first, last: at }, adjacent: true };
}

/** Whether the phrase at `first` hangs on a preposition: "In London said" has no subject there. */
function isObjectOf(units: readonly Unit[], first: number, floor: number): boolean {
  const unit = units[first - 1];
  if (unit === undefined || first - 1 < floor) return false;
  return unit.pos === 'ADP' && !/^(?:with|as|after|before|while|when|since|until|that|like|than)$/.test(unit.word);
}

/**
 * "Ruiz, 54, of Ashton, the harbour master, said": the phrase before the first of the commas that set off what explains
 * it. `comma` is the one before the verb.
 */
function explainedSubject(units: readonly Unit[], comma: number, floor: number): Run | null {
  let found: Run | null = null;
  for (let at = comma - 1; at > floor; at--) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null || unit.word === ';') break;
    if (unit.word !== ',' && unit.word !== DASH) continue;
    if (!canExplain(units, at + 1, comma)) {
      if (found !== null) break;
      continue;
    }
    const phrase = phraseBefore(units, at, floor);
    if (phrase === null) {
      if (units[at - 1]?.pos === 'NUM') continue;
      break;
    }
    const before = phrase.first > floor ? units[phrase.first - 1] : undefined;
    if (before?.pos === 'VERB') break;
    if (phrase.first > floor && isObjectOf(units, phrase.first, floor)) {
      if (units[phrase.first - 2]?.word === ',' && phrase.first - 2 > floor) continue;
      break;
    }
    found = { first: phrase.first, last: units[at + 1]?.pos === 'VERB' ? phrase.last : comma };
  }
  return found;
}

/** Whether the words from `first` to `last` explain what stands before them: a role, an age, a relative clause, a participle. */
function canExplain(units: readonly Unit[], first: number, last: number): boolean {
  const head = units[first];
  if (head === undefined || first >= last) return false;
  if (/^(?:who|whose|which|where)$/.test(head.word)) return true;
  if (isPronoun(head) || head.pos === 'CCONJ') return false;
  if (head.pos === 'VERB') return /(?:ing|ed)$/.test(head.word);
  for (let at = first; at < last; at++) {
    if (/^(?:who|whose|which|that|where)$/.test(units[at]?.word ?? '')) return true;
    if (head.pos === 'ADP' && units[at]?.pos === 'VERB') continue;
    if (isFinite(units, at) && !(units[at]?.pos === 'VERB' && /(?:ed|en)$/.test(units[at]?.word ?? ''))) return false;
  }
  return true;
}

/** The subject of a verb behind "and": that of the verb before it in the same clause, "those who marched and called for". */
export function joinedSubject(units: readonly Unit[], at: number, floor: number): Subject | null {
  for (let n = at - 2; n > floor; n--) {
    const unit = units[n];
    if (unit === undefined || unit.mark !== null || unit.pos === 'PUNCT') break;
    if (unit.word === 'who') return { run: { first: n, last: n + 1 }, adjacent: false };
    if (SUBORDINATORS.has(unit.word) && hasSubject(units, n + 1, at)) return mainSubject(units, at, n + 1);
  }
  return mainSubject(units, at, floor);
}

/** The subject of the main clause in which the word at `at` stands: for "rose and said" and "…, saying". */
export function mainSubject(units: readonly Unit[], at: number, floor: number): Subject | null {
  let first = clauseStart(units, at, floor);
  for (let n = first; n < at; n++) {
    const unit = units[n];
    if (unit === undefined) break;
    if (n === first && (SUBORDINATORS.has(unit.word) || unit.word === 'with')) {
      while (n < at && units[n]?.word !== ',') n++;
      first = n + 1;
      continue;
    }
    if (!isFinite(units, n)) continue;
    const subject = subjectBefore(units, groupStart(units, n, first), first);
    if (subject === null) return null;
    if (!/^(?:who|which)$/.test(units[subject.run.first]?.word ?? '')) return { run: subject.run, adjacent: false };
  }
  return null;
}

/** Index behind the last ", but" or ";" before `at`: coordinated clauses have subjects of their own. */
function clauseStart(units: readonly Unit[], at: number, floor: number): number {
  for (let n = at - 2; n > floor; n--) {
    const unit = units[n];
    if (unit === undefined || unit.mark !== null) continue;
    if (unit.word === ';') return n + 1;
    const joins = /^(?:but|and|while|though|although|whereas)$/.test(unit.word) && units[n - 1]?.word === ',';
    if (joins && hasSubject(units, n + 1, at)) return n + 1;
  }
  return floor;
}

function hasSubject(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first + 1; at < Math.min(last, first + 8); at++) {
    if (!isFinite(units, at)) continue;
    return subjectBefore(units, groupStart(units, at, first), first) !== null;
  }
  return false;
}

/** Whether the reporting verb at `at` is passive: "was told", "a plan derided". */
export function isPassive(units: readonly Unit[], at: number, floor: number): boolean {
  const form = cueForm(units[at]?.word ?? '');
  if (form === null || (form.form !== 'past' && form.form !== 'participle')) return false;
  // "when asked", "as predicted", "than announced"
  if (/^(?:when|if|as|once|until|unless|than|though|where)$/.test(units[at - 1]?.word ?? '')) return true;
  for (let n = at - 1; n >= Math.max(floor, at - 4); n--) {
    const unit = units[n];
    if (unit === undefined || unit.mark !== null) return false;
    if (/^(?:was|were|is|are|be|been|being|'s|'re|gets?|got)$/.test(unit.word) && unit.pos !== 'PART') return true;
    if (unit.pos !== 'ADV' && unit.pos !== 'AUX' && unit.word !== "n't" && unit.word !== 'not') break;
  }
  return units[at + 1]?.word === 'by';
}
