import { groupStart, isFinite, isPassive } from './clauses.ts';
import {
  CALENDAR,
  CERTAIN_FORMS,
  CONNECTIVES,
  CONTINUING,
  COORDINATED,
  cueForm,
  frameOf,
  SUBORDINATORS,
} from './cues.ts';
import { DASH, type Run, type Unit } from './narration.ts';
import { isPronoun, phraseAfter, phraseBefore } from './phrases.ts';

/** What goes before a reporting clause in its sentence; null where nothing does. */
export function contentBefore(units: readonly Unit[], clause: Run, sentence: Run): Run | null {
  let first = behindDateline(units, sentence);
  while (first < clause.first && /^[,:\u2014-]$/.test(units[first]?.word ?? '')) first++;
  // "But exports, he said, had fallen": the word that joins is the article's.
  if (units[first]?.pos === 'CCONJ') first++;
  const run = trimmed(units, first, units[clause.first - 1]?.word === 'as' ? clause.first - 1 : clause.first);
  if (run === null) return null;
  const text = units
    .slice(run.first, run.last)
    .map(({ word }) => word)
    .join(' ');
  return CONNECTIVES.has(text) || CALENDAR.has(text) ? null : run;
}

/** Index behind "LONDON, May 4 (Reuters) —" at the start of a sentence; its start where there is no dateline. */
function behindDateline(units: readonly Unit[], { first, last }: Run): number {
  if (!/^\p{Lu}{3,}$/u.test(units[first]?.text ?? '')) return first;
  for (let at = first + 1; at < Math.min(last, first + 14); at++) if (units[at]?.word === DASH) return at + 1;
  return first;
}

/** Index behind the last reported word: the end of the sentence, or where the article or another speaker goes on. */
export function contentEnd(units: readonly Unit[], start: number, sentence: Run): number {
  const leads = hangsOnMainClause(units, start, sentence);
  for (let at = start + 1; at < sentence.last; at++) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null) continue;
    if (unit.word === ';' || isLastAside(units, at, start, sentence)) return at;
    const comma = units[at - 1]?.word === ',' || units[at - 1]?.mark != null;
    if (unit.word === 'according' && units[at + 1]?.word === 'to') return at;
    if (comma && isContinuation(units, at)) return at;
    if ((comma || units[at - 1]?.word === DASH) && introducesQuotation(units, at, sentence)) return at;
    if (leads && comma && opensMainClause(units, at, sentence)) return at;
    if (units[at + 1]?.word === 'by' && isPassive(units, at, start) && cueForm(unit.word) !== null) {
      const aside = asideBefore(units, at, start);
      if (aside !== null) return aside;
    }
    if (
      /^(?:and|but|while|though|although|as)$/.test(unit.word) &&
      reportsNext(units, at + 1, sentence, comma || units[at - 1]?.word === DASH)
    )
      return at;
  }
  return sentence.last;
}

/** Whether the clause at `start` stands in one that opens the sentence: "Back when he said so, …", "Citing …, …". */
function hangsOnMainClause(units: readonly Unit[], start: number, { first }: Run): boolean {
  const opening = units[first];
  if (opening?.word === 'with' || (opening?.pos === 'VERB' && opening.word.endsWith('ing'))) return true;
  for (let at = first; at < Math.min(start, first + 3); at++) {
    const word = units[at]?.word ?? '';
    if (SUBORDINATORS.has(word) && word !== 'as') return true;
    if (isFinite(units, at)) return false;
  }
  return false;
}

/** "With the mayor saying the dam held, the council met": the main clause is not what the mayor said. */
export function opensMainClause(units: readonly Unit[], at: number, sentence: Run): boolean {
  const phrase = phraseAfter(units, at, sentence.last);
  return (
    phrase !== null &&
    (isFinite(units, phrase.last) || (units[phrase.last]?.pos === 'ADV' && isFinite(units, phrase.last + 1)))
  );
}

/** ", Lind boasted, “…”": a clause whose own words follow in quotation marks. */
function introducesQuotation(units: readonly Unit[], at: number, sentence: Run): boolean {
  const phrase = phraseAfter(units, at, sentence.last);
  if (phrase === null) return false;
  let verb = phrase.last;
  while (verb < sentence.last && /^(?:AUX|ADV)$/.test(units[verb]?.pos ?? '')) verb++;
  const form = cueForm(units[verb]?.word ?? '');
  if (form === null || form.form === 'base' || form.form === 'ing' || !frameOf(form.lemma).clause) return false;
  const next = /^[,:]$/.test(units[verb + 1]?.word ?? '') ? verb + 2 : verb + 1;
  return next < sentence.last && units[next]?.mark != null;
}

/** " — a charge that stung": what the article adds behind the only dash, a thing and no clause of its own. */
function isLastAside(units: readonly Unit[], dash: number, start: number, { last }: Run): boolean {
  if (units[dash]?.word !== DASH || !/^(?:an?|the|probably|perhaps)$/.test(units[dash + 1]?.word ?? '')) return false;
  return units.slice(start, last).filter(({ word }) => word === DASH).length === 1;
}

/** Index of the dash or comma before "an offer derided by …": the article's own aside; null where there is none. */
function asideBefore(units: readonly Unit[], at: number, start: number): number | null {
  const phrase = phraseBefore(units, at, start);
  const mark = phrase === null ? undefined : units[phrase.first - 1];
  return phrase !== null && mark !== undefined && /^[,\u2014-]$/.test(mark.word) ? phrase.first - 1 : null;
}

/** "adding that", "even suggesting": the same speaker goes on in other words. */
function isContinuation(units: readonly Unit[], start: number): boolean {
  const at = units[start]?.pos === 'ADV' ? start + 1 : start;
  const form = cueForm(units[at]?.word ?? '');
  return (
    form?.form === 'ing' && units[at]?.pos === 'VERB' && (units[at + 1]?.mark != null || CONTINUING.has(form.lemma))
  );
}

export function hasContinuation(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (isContinuation(units, at)) return true;
  return false;
}

/** "but Lind said", "and called for": another report begins. */
export function reportsNext(units: readonly Unit[], start: number, sentence: Run, comma: boolean): boolean {
  const limit = Math.min(sentence.last, start + 9);
  for (let at = start; at < limit; at++) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null || unit.word === ',') return false;
    const form = cueForm(unit.word);
    const reporting =
      form !== null &&
      form.form !== 'base' &&
      (form.form !== 'ing' || units[at - 1]?.pos === 'AUX') &&
      (unit.pos === 'VERB' || CERTAIN_FORMS.has(unit.word));
    if (reporting) {
      const group = groupStart(units, at, start);
      const clause = units[at + 1]?.word === 'that' && frameOf(form.lemma).clause;
      if (group === start) return clause || COORDINATED.has(form.lemma) || (comma && !frameOf(form.lemma).marked);
      const phrase = phraseBefore(units, group, start);
      // "said the dam held and critics accused the mayor": without a comma only where no pronoun goes on with the clause.
      const other = comma || (phrase !== null && !isPronoun(units[phrase.first]) && units[start - 1]?.word === 'and');
      return COORDINATED.has(form.lemma) && other && phrase !== null && phrase.first <= start + 1;
    }
    if (isFinite(units, at) && unit.pos === 'VERB') return false;
  }
  return false;
}

export function skipCommas(units: readonly Unit[], start: number, ceiling: number): number {
  let at = start;
  while (at < ceiling && /^[,:\u2014-]$/.test(units[at]?.word ?? '')) at++;
  return at;
}

/** The run without the marks and joining words at its ends; null where nothing is left. */
export function trimmed(units: readonly Unit[], first: number, last: number): Run | null {
  while (first < last && /^(?:[,.;:\u2014-]|\))$/.test(units[first]?.word ?? '')) first++;
  // "has said, however, that the dam holds"
  if (CONNECTIVES.has(units[first]?.word ?? '') && units[first + 1]?.word === ',') first += 2;
  if (units[first]?.word === 'that' && units[first]?.pos !== 'DET' && last - first > 1 && !isFinite(units, first + 1))
    first++;
  if (units[first]?.word === ',' && first < last) first++;
  while (last > first && /^(?:[,.;:\u2014-]|\(|and|but)$/.test(units[last - 1]?.word ?? '')) last--;
  return last > first ? { first, last } : null;
}

export function onlyMarks(units: readonly Unit[], run: Run): boolean {
  let marks = 0;
  for (let at = run.first; at < run.last; at++) {
    const unit = units[at];
    if (unit?.mark != null) marks++;
    else if (unit !== undefined && unit.pos !== 'PUNCT') return false;
  }
  return marks > 0;
}

export function markIn(units: readonly Unit[], run: Run): number | null {
  for (let at = run.first; at < run.last; at++) if (units[at]?.mark != null) return at;
  return null;
}

export const nextMark = (units: readonly Unit[], start: number, sentence: Run): number | null =>
  markIn(units, { first: start, last: sentence.last });

/** Of "it “a gift”" and "as “a gift”" only what stands between the marks. */
export function narrowed(units: readonly Unit[], run: Run): Run {
  const mark = markIn(units, run);
  if (mark === null || mark - run.first > 2) return run;
  for (let at = run.first; at < mark; at++)
    if (!/^(?:it|as|him|her|them|being|that|this|a|an|the)$/.test(units[at]?.word ?? '')) return run;
  return { first: mark, last: mark + 1 };
}

/** "the song “A Change Is Gonna Come,”": every longer word has a capital. */
export function isTitle({ mark, text }: Unit): boolean {
  const words = mark === null ? [] : (text.match(/\p{L}[\p{L}'\u2019]*/gu) ?? []);
  return words.length > 1 && words.every((word, n) => /^\p{Lu}/u.test(word) || (n > 0 && word.length < 4));
}
