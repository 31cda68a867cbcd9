import { groupStart, hasClause, type Subject } from './clauses.ts';
import { type Complement, complementOf, found } from './complement.ts';
import { contentBefore, hasContinuation, isTitle, markIn, onlyMarks } from './content.ts';
import { CONNECTIVES, type CueForm, frameOf, SUBORDINATORS } from './cues.ts';
import { DASH, type Run, type Unit } from './narration.ts';
import { invertedSubject, subjectOf, type Verb } from './report-subject.ts';
import { build, type Report } from './report.ts';

export function active(units: readonly Unit[], at: number, form: CueForm, sentence: Run): Report | null {
  const first = groupStart(units, goesOn(units, at) ? at - 3 : at, sentence.first);
  const verb: Verb = { at, form, frame: frameOf(form.lemma), first };
  if (units[at - 1]?.word === 'to' && at > sentence.first && !goesOn(units, at)) return null;
  // "as Ruiz put it"
  if (form.lemma === 'put' && units[at + 1]?.word !== 'it') return null;
  if (isHypothetical(units, first, at) || isNegated(units, first, at)) return null;
  // "a set of rules", "the rules that": courts ruled, in the past.
  if (form.lemma === 'rule' && form.form === 'third' && units[at + 1]?.word !== 'that') return null;
  const inverted = invertedSubject(units, verb, sentence);
  if (inverted !== null) return reportOf(units, verb, { run: inverted, adjacent: true }, true, sentence);
  if (form.form === 'ing' && first === at && !isFreeParticiple(units, at)) return null;
  const subject = subjectOf(units, verb, sentence);
  if (subject !== null && isCounted(units, subject.run, at, form)) return null;
  return subject === null ? null : reportOf(units, verb, subject, false, sentence);
}

/** "went on to explain": said, unlike what somebody wants or has to say. */
const goesOn = (units: readonly Unit[], at: number): boolean =>
  units[at - 2]?.word === 'on' && /^(?:go|goes|going|went|gone)$/.test(units[at - 3]?.word ?? '');

/** "two confirmed cases", "all five recommended steps": a participle between a number and what is counted. */
function isCounted(units: readonly Unit[], { first, last }: Run, at: number, { form }: CueForm): boolean {
  const number = units.slice(first, last).every(({ pos }) => pos === 'NUM' || pos === 'DET');
  return number && last === at && form === 'past' && /^(?:NOUN|ADJ)$/.test(units[at + 1]?.pos ?? '');
}

/** ", citing the weather": a participle inside a phrase, "claiming asylum", reports only a clause or marked words. */
function isFreeParticiple(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  const next = units[at + 1];
  if (before === undefined || before.mark !== null || /^(?:[,\u2014-]|and|but|while|by|after)$/.test(before.word))
    return true;
  if (/^(?:under|in|on|with)$/.test(before.word)) return false;
  return (
    next !== undefined &&
    (next.mark !== null ||
      /^(?:that|it|he|she|they|him|her|them|,|:)$/.test(next.word) ||
      (next.pos !== 'NOUN' && next.pos !== 'ADJ'))
  );
}

/** "could say", "would argue": nobody has said it. */
function isHypothetical(units: readonly Unit[], first: number, at: number): boolean {
  for (let n = first; n < at; n++)
    if (/^(?:could|might|may|should|must|can|ca|cannot)$/.test(units[n]?.word ?? '')) return true;
  return false;
}

/** "has not said": no words are reported. */
function isNegated(units: readonly Unit[], first: number, at: number): boolean {
  for (let n = first; n < at; n++) if (/^(?:not|n't|never)$/.test(units[n]?.word ?? '')) return true;
  return false;
}

function reportOf(
  units: readonly Unit[],
  verb: Verb,
  { run: subject, adjacent }: Subject,
  inverted: boolean,
  sentence: Run,
): Report | null {
  // "spoke warmly of"
  const beside = units[verb.at + 1]?.pos === 'ADV' && units[verb.at + 1]?.word.endsWith('ly') ? 2 : 1;
  const particle = verb.frame.particles.has(units[verb.at + beside]?.word ?? '') && !inverted;
  const cue = { first: verb.first, last: verb.at + 1 + (particle ? beside : 0) };
  const complement = complementOf(units, verb, inverted ? subject.last : cue.last, particle, inverted, sentence);
  const clause = { first: adjacent ? Math.min(subject.first, verb.first) : verb.first, last: complement.clauseEnd };
  const before = adjacent ? contentBefore(units, clause, sentence) : null;
  const forward = complement.content;
  if (before !== null && endsQuotation(units, startOf(units, clause)) && !isPlace(units, before, complement)) {
    const more = resumed(units, forward, complement, sentence);
    return build(cue, subject, clause, [behindColon(units, before), more], false);
  }
  const quoted = before !== null && (!verb.frame.marked || markIn(units, before) !== null);
  if (before !== null && quoted && takesBefore(units, before, forward, complement, clause)) {
    return build(cue, subject, clause, [before, complement.parenthetical ? forward : null], false);
  }
  if (forward !== null) return build(cue, subject, clause, [forward], false);
  // "Though it was easy, he said, rebuilding would not be": the aside stands between a clause and its main clause.
  if (before !== null && isSubordinate(units, before) && units[complement.clauseEnd]?.word === ',') {
    const rest = found(units, complement.clauseEnd + 1, sentence, complement.clauseEnd);
    return build(cue, subject, clause, [before, rest.content], false);
  }
  return complement.announces ? build(cue, subject, clause, [], true) : null;
}

/** "Hawaii, as one adviser pointed out, has storms": where the clause begins, "as" included. */
const startOf = (units: readonly Unit[], { first }: Run): number =>
  units[first - 1]?.word === 'as' ? first - 1 : first;

/** "The union scolded him: “…,” it wrote": only what stands between the marks. */
function behindColon(units: readonly Unit[], before: Run): Run {
  const { last } = before;
  const colon = units[last - 1]?.mark != null && units[last - 2]?.word === ':';
  return colon && last - 2 > before.first ? { first: last - 1, last } : before;
}

/** Whether what stands before the clause is what it reports: nothing follows, or what follows goes on with it. */
function takesBefore(
  units: readonly Unit[],
  before: Run,
  forward: Run | null,
  complement: Complement,
  clause: Run,
): boolean {
  if (!/^[,?!\u2014]$/.test(units[startOf(units, clause) - 1]?.word ?? '')) return false; // EM DASH
  const only = onlyMarks(units, before);
  if (forward === null) return only || (hasClause(units, before.first, before.last) && !isSubordinate(units, before));
  if (!complement.parenthetical) return false;
  if (only) return true;
  // "He was, as the mayor put it, “a guest”"
  if (units[startOf(units, clause)]?.word === 'as' && units[forward.first]?.mark != null) return false;
  const opening = units[before.first];
  // "Asked about the dam, Ruiz said, “…”": what opens the sentence says when, and the quotation is all that was said.
  const quoted = units[forward.first]?.mark != null && markIn(units, before) === null;
  if (quoted && (opening?.pos === 'ADP' || opening?.pos === 'VERB' || units[clause.first - 1]?.word === DASH))
    return false;
  return !isAsked(units, before);
}

/** "When asked about the dam, Ruiz said, it would": what was asked is not what was said. */
const isAsked = (units: readonly Unit[], { first, last }: Run): boolean =>
  units
    .slice(first, Math.min(last, first + 4))
    .some(({ word }) => /^(?:asked|questioned|pressed|speaking|writing)$/.test(word));

/** "On “The Late Hour,” Ruiz said that …": the marks hold the name of a place where it was said. */
function isPlace(units: readonly Unit[], before: Run, complement: Complement): boolean {
  return complement.content !== null && !complement.parenthetical && units[before.first]?.pos === 'ADP';
}

/** What goes on with a quotation behind its speaker: “…,” he said, “…”. */
function resumed(units: readonly Unit[], forward: Run | null, complement: Complement, sentence: Run): Run | null {
  if (forward !== null && complement.parenthetical) {
    const joined = units[forward.first]?.pos === 'CCONJ';
    const mark = markIn(units, forward);
    if (mark !== null && mark - forward.first <= (joined ? 2 : 0)) return forward;
  }
  // "he said, pointing at the sea, “…”"
  const last = sentence.last - 1;
  const closing = units[last]?.mark != null && units[last - 1]?.word === ',' && last - 1 > complement.clauseEnd;
  const other = closing && hasContinuation(units, complement.clauseEnd, last);
  return closing && !other ? { first: last, last: last + 1 } : null;
}

/** Whether a quotation with the comma or stop that its speaker's clause asks for stands just before `at`. */
function endsQuotation(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  if (before !== undefined && isTitle(before) && units[at - 2]?.mark === null && units[at - 2]?.word !== ':')
    return false;
  if (before?.mark != null) return /[,.?!\u2026\u2014-]\P{L}{1,4}$/u.test(before.text); // HORIZONTAL ELLIPSIS, EM DASH
  return before?.word === ',' && units[at - 2]?.mark != null;
}

/** "When the dam broke, the mayor said enough": a clause that only says when. */
function isSubordinate(units: readonly Unit[], before: Run): boolean {
  const first = CONNECTIVES.has(units[before.first]?.word ?? '') ? before.first + 1 : before.first;
  return (
    SUBORDINATORS.has(units[first]?.word ?? '') && !units.slice(first, before.last).some((unit) => unit.word === ',')
  );
}
