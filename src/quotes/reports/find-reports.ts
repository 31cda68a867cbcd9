import { active } from './active-report.ts';
import { isFinite, isPassive, mainSubject } from './clauses.ts';
import { CERTAIN_FORMS, cueForm, type CueForm, SAYING_NOUNS } from './cues.ts';
import type { Run, Unit } from './narration.ts';
import { accordingTo, claimOf, passive } from './nominal-report.ts';
import { build, type Report } from './report.ts';

/** Most units of a sentence that is read: looking for subjects and ends takes the square of its length, and no author writes longer ones. */
const SENTENCE_LENGTH = 400;

/** Finds the reports of a sentence, in reading order; none lies in the content of another. */
export function findReports(units: readonly Unit[], sentence: Run): readonly Report[] {
  if (sentence.last - sentence.first > SENTENCE_LENGTH) return [];
  const found: Report[] = [];
  const candidates: Report[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const report = reportAt(units, at, sentence);
    if (report !== null) candidates.push(report);
  }
  const introduced = introducedReport(units, sentence);
  if (introduced !== null && !candidates.some((report) => clash(report, introduced))) candidates.push(introduced);
  const closing = candidates.findLast((report) => closes(units, report, sentence));
  for (const report of closing === undefined ? candidates : [closing, ...candidates]) {
    if (!found.some((other) => other === report || covers(other, report) || clash(other, report))) found.push(report);
  }
  return found.sort((a, b) => a.cue.first - b.cue.first);
}

/** "Ruiz made a promise: “…”": whole sentences in marks behind a colon are the words of the subject before it. */
function introducedReport(units: readonly Unit[], sentence: Run): Report | null {
  const last = sentence.last - 1;
  if (units[last]?.word === ':' && SAYING_NOUNS.has(units[last - 1]?.word ?? '')) {
    const speaker = mainSubject(units, last, sentence.first)?.run ?? null;
    return build({ first: last - 1, last: last + 1 }, speaker, sentence, [], true);
  }
  const colon = last - 1;
  const mark = units[last]?.mark;
  if (mark == null || colon <= sentence.first || units[colon]?.word !== ':') return null;
  if (!/^\P{L}{1,2}\p{Lu}/u.test(units[last]?.text ?? '')) return null;
  const subject = mainSubject(units, colon, sentence.first);
  if (subject === null || /^(?:it|there|this|that|which)$/.test(units[subject.run.first]?.word ?? '')) return null;
  const content = { first: last, last: last + 1 };
  return build({ first: colon, last }, subject.run, { first: subject.run.first, last }, [content], false);
}

/** Whether a report stands at the end of its sentence and reports all that goes before: "…, the source added." */
function closes(units: readonly Unit[], report: Report, sentence: Run): boolean {
  const [only] = report.content;
  if (
    report.content.length !== 1 ||
    only === undefined ||
    (only.first > sentence.first + 1 && units[only.first - 1]?.word !== ':') ||
    only.last > report.clause.first
  )
    return false;
  for (let at = report.clause.last; at < sentence.last; at++) {
    const unit = units[at];
    if (unit?.mark != null || unit?.word === ',' || (unit !== undefined && isFinite(units, at))) return false;
  }
  return true;
}

const covers = (outer: Report, inner: Report): boolean =>
  outer.content.some((run) => inner.cue.first >= run.first && inner.cue.first < run.last);

/** Whether two reports claim the same words. */
const clash = (a: Report, b: Report): boolean =>
  a.content.some((x) => b.content.some((y) => x.first < y.last && y.first < x.last)) ||
  b.content.some((run) => a.cue.first >= run.first && a.cue.first < run.last);

function reportAt(units: readonly Unit[], at: number, sentence: Run): Report | null {
  const unit = units[at];
  if (unit === undefined || unit.mark !== null) return null;
  if (unit.word === 'according' && units[at + 1]?.word === 'to') return accordingTo(units, at, sentence);
  if (SAYING_NOUNS.has(unit.word) && unit.pos === 'NOUN') return claimOf(units, at, sentence);
  const form = cueForm(unit.word);
  if (form === null || !isVerbHere(units, at, form)) return null;
  return isPassive(units, at, sentence.first) ? passive(units, at, form, sentence) : active(units, at, form, sentence);
}

/** Whether a form that may be a noun too is a verb here; taggers take "estimates that" and "is promising" for others. */
function isVerbHere(units: readonly Unit[], at: number, form: CueForm): boolean {
  const unit = units[at];
  const before = units[at - 1];
  if (
    before !== undefined &&
    form.form !== 'past' &&
    /^(?:his|her|its|their|our|my|your|whose|the|an?|following)$/.test(before.word)
  )
    return false;
  if (unit === undefined || unit.pos === 'VERB' || CERTAIN_FORMS.has(unit.word)) return unit !== undefined;
  if (form.form === 'ing') return before?.word === ',' || (before?.pos === 'AUX' && before.lemma === 'be');
  if (form.form === 'base' && /^(?:some|many|others|most|few)$/.test(before?.word ?? ''))
    return units[at + 1]?.word === 'that';
  if (form.form !== 'third' && form.form !== 'past') return false;
  if (
    before === undefined ||
    before.pos === 'VERB' ||
    before.pos === 'AUX' ||
    before.pos === 'DET' ||
    before.pos === 'ADJ' ||
    before.word === "'s"
  )
    return false;
  return (
    units[at + 1]?.word === 'that' ||
    (form.form === 'third' && /^(?:NOUN|PROPN)$/.test(before.pos) && /^(?:DET|PART)$/.test(units[at + 1]?.pos ?? '')) ||
    units[at + 1]?.word === ':' ||
    before.pos === 'PRON' ||
    (before.pos === 'PROPN' && /^(?:DET|PRON|PROPN|NOUN)$/.test(units[at + 1]?.pos ?? '') && unit.text === unit.word) ||
    units[at + 1]?.mark != null
  );
}
