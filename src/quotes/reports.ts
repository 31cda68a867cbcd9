import { hasClause, groupStart, isFinite, isPassive, mainSubject, subjectBefore, type Subject } from './clauses.ts';
import {
  CALENDAR,
  CERTAIN_FORMS,
  CONNECTIVES,
  cueForm,
  frameOf,
  INVERTING,
  OCCASIONS,
  SAYING_NOUNS,
  SUBORDINATORS,
  type CueForm,
  type Frame,
} from './cues.ts';
import type { Run, Unit } from './narration.ts';
import { isCalendar, isPronoun, phraseAfter, phraseBefore, withApposition } from './phrases.ts';

/** A place in a sentence where the article says that somebody says something. */
export interface Report {
  readonly cue: Run;
  /** Who is said to say it. */
  readonly mention: Run | null;
  /** From the first to the last word that belongs to the reporting: subject, verb, whom and when. */
  readonly clause: Run;
  /** What is reported, in reading order; empty where it stands in another sentence. */
  readonly content: readonly Run[];
  /** Whether the reported words follow in the next sentence or block: "He said:". */
  readonly announces: boolean;
}

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
    only.first > sentence.first + 1 ||
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
  if (unit === undefined || unit.pos === 'VERB' || CERTAIN_FORMS.has(unit.word)) return unit !== undefined;
  const before = units[at - 1];
  if (form.form === 'ing') return before?.word === ',' || (before?.pos === 'AUX' && before.lemma === 'be');
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
    units[at + 1]?.word === ':' ||
    before.pos === 'PRON' ||
    (before.pos === 'PROPN' && /^(?:DET|PRON|PROPN|NOUN)$/.test(units[at + 1]?.pos ?? '') && unit.text === unit.word) ||
    units[at + 1]?.mark != null
  );
}

/** "…, according to the report" and "According to Ruiz, …". */
function accordingTo(units: readonly Unit[], at: number, sentence: Run): Report | null {
  const phrase = phraseAfter(units, at + 2, sentence.last);
  if (phrase === null) return null;
  const mention = withApposition(units, phrase, sentence.last);
  const clause = { first: at, last: mention.last };
  const opens =
    at === sentence.first || (at === sentence.first + 1 && CONNECTIVES.has(units[sentence.first]?.word ?? ''));
  const start = skipCommas(units, mention.last, sentence.last);
  const before = contentBefore(units, clause, sentence);
  const content = opens ? [trimmed(units, start, contentEnd(units, start, sentence))] : [before];
  return build({ first: at, last: at + 2 }, mention, clause, content, false);
}

/** "the mayor's claim that …". */
function claimOf(units: readonly Unit[], at: number, sentence: Run): Report | null {
  if (units[at + 1]?.word !== 'that') return null;
  let last = at;
  while (last > sentence.first && /^(?:ADJ|ADV|NUM|PROPN)$/.test(units[last - 1]?.pos ?? '')) last--;
  const owner = units[last - 1];
  if (owner === undefined || last <= sentence.first) return null;
  const possessive = /^(?:his|her|their|its)$/.test(owner.word);
  if (!possessive && owner.word !== "'s" && owner.word !== "'") return null;
  const phrase = possessive ? { first: last - 1, last } : phraseBefore(units, last - 1, sentence.first);
  if (phrase === null) return null;
  const content = trimmed(units, at + 2, contentEnd(units, at + 2, sentence));
  const mention = possessive ? phrase : { first: phrase.first, last: phrase.last };
  return build({ first: at, last: at + 1 }, mention, { first: phrase.first, last: at + 1 }, [content], false);
}

/** "derided by the mayor as “a joke”". */
function passive(units: readonly Unit[], at: number, form: CueForm, sentence: Run): Report | null {
  if (units[at + 1]?.word !== 'by') return null;
  const phrase = phraseAfter(units, at + 2, sentence.last);
  if (phrase === null) return null;
  const start = units[phrase.last]?.word === 'as' ? phrase.last + 1 : phrase.last;
  const content = trimmed(units, start, contentEnd(units, start, sentence));
  const frame = frameOf(form.lemma);
  if (content === null || start === phrase.last || (!frame.noun && markIn(units, content) === null)) return null;
  return build({ first: at, last: at + 1 }, phrase, { first: at, last: start }, [narrowed(units, content)], false);
}

interface Verb {
  readonly at: number;
  readonly form: CueForm;
  readonly frame: Frame;
  /** First word of the verb group. */
  readonly first: number;
}

function active(units: readonly Unit[], at: number, form: CueForm, sentence: Run): Report | null {
  const first = groupStart(units, at, sentence.first);
  const verb: Verb = { at, form, frame: frameOf(form.lemma), first };
  if (units[at - 1]?.word === 'to' && at > sentence.first) return null;
  if (isHypothetical(units, first, at) || isNegated(units, first, at)) return null;
  // "a set of rules", "the rules that": courts ruled, in the past.
  if (form.lemma === 'rule' && form.form === 'third' && units[at + 1]?.word !== 'that') return null;
  const inverted = invertedSubject(units, verb, sentence);
  if (inverted !== null) return reportOf(units, verb, { run: inverted, adjacent: true }, true, sentence);
  if (form.form === 'ing' && first === at && !isFreeParticiple(units, at)) return null;
  const subject = subjectOf(units, verb, sentence);
  return subject === null ? null : reportOf(units, verb, subject, false, sentence);
}

/** ", citing the weather": a participle inside a phrase, "claiming asylum", reports only a clause or marked words. */
function isFreeParticiple(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  const next = units[at + 1];
  if (
    before === undefined ||
    before.mark !== null ||
    /^(?:[,\u2013\u2014-]|--|and|but|while|by|after)$/.test(before.word)
  )
    return true;
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

/** The subject behind the verb, "said Ruiz": behind a quotation, a comma, or at the start of the sentence. */
function invertedSubject(units: readonly Unit[], verb: Verb, sentence: Run): Run | null {
  if (verb.form.form === 'ing' || !INVERTING.has(verb.form.lemma)) return null;
  const before = units[verb.first - 1];
  const opens = verb.first === sentence.first;
  const afterQuotation = before !== undefined && (before.mark !== null || /^[,?!]$/.test(before.word));
  if (!opens && !afterQuotation) return null;
  const phrase = phraseAfter(units, verb.at + 1, sentence.last);
  if (phrase === null || /^(?:it|that|this|there|what|which|who)$/.test(units[phrase.first]?.word ?? '')) return null;
  if (isFinite(units, phrase.last) || units[phrase.last]?.word === 'to') return null;
  if (opens) return withApposition(units, phrase, sentence.last);
  const quoted = before?.mark != null || units[verb.first - 2]?.mark != null;
  if (!quoted && subjectBefore(units, verb.first, sentence.first) !== null) return null;
  return withApposition(units, phrase, sentence.last);
}

/** "Citing privacy, officials refused": a participle that opens the sentence has the subject of what follows. */
function followingSubject(units: readonly Unit[], first: number, sentence: Run): Subject | null {
  for (let at = first + 2; at < sentence.last; at++) {
    const comma =
      units[at - 1]?.word === ',' ||
      /,\P{L}{1,2}$/u.test(units[at - 1]?.mark == null ? '' : (units[at - 1]?.text ?? ''));
    if (!comma || !opensMainClause(units, at, sentence)) continue;
    const run = phraseAfter(units, at, sentence.last);
    return run === null ? null : { run, adjacent: false };
  }
  return null;
}

function subjectOf(units: readonly Unit[], verb: Verb, sentence: Run): Subject | null {
  const before = units[verb.first - 1];
  const leads =
    verb.first === sentence.first ||
    (verb.first === sentence.first + 1 && /^(?:after|before|by|while|when|in|without)$/.test(before?.word ?? ''));
  if (leads && verb.form.form === 'ing') return followingSubject(units, verb.first, sentence);
  if (before === undefined || verb.first <= sentence.first) return null;
  const joined = /^(?:and|but|or|then)$/.test(before.word) || (before.word === ',' && verb.form.form === 'ing');
  if (joined) return mainSubject(units, verb.first, sentence.first);
  const beside = subjectBefore(units, verb.first, sentence.first);
  if (verb.form.form === 'ing' && verb.first === verb.at) {
    // "one poster writing": a participle beside its own subject; elsewhere it hangs on the sentence's.
    const own = beside !== null && /^(?:with|,)$/.test(units[beside.run.first - 1]?.word ?? '') ? beside : null;
    return own ?? mainSubject(units, verb.first, sentence.first) ?? beside;
  }
  if (beside !== null) return beside;
  return before.word === ',' || before.mark !== null ? mainSubject(units, verb.first, sentence.first) : null;
}

function reportOf(
  units: readonly Unit[],
  verb: Verb,
  { run: subject, adjacent }: Subject,
  inverted: boolean,
  sentence: Run,
): Report | null {
  const particle = verb.frame.particles.has(units[verb.at + 1]?.word ?? '') && !inverted;
  const cue = { first: verb.first, last: verb.at + (particle ? 2 : 1) };
  const complement = complementOf(units, verb, inverted ? subject.last : cue.last, particle, inverted, sentence);
  const clause = { first: adjacent ? Math.min(subject.first, verb.first) : verb.first, last: complement.clauseEnd };
  const before = adjacent ? contentBefore(units, clause, sentence) : null;
  const forward = complement.content;
  if (before !== null && endsQuotation(units, clause.first) && !isPlace(units, before, complement)) {
    const more = resumed(units, forward, complement, sentence);
    return build(cue, subject, clause, [before, more], false);
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

/** Whether what stands before the clause is what it reports: nothing follows, or what follows goes on with it. */
function takesBefore(
  units: readonly Unit[],
  before: Run,
  forward: Run | null,
  complement: Complement,
  clause: Run,
): boolean {
  if (!/^[,?!\u2014]$/.test(units[clause.first - 1]?.word ?? '')) return false; // EM DASH
  const only = onlyMarks(units, before);
  if (forward === null) return only || (hasClause(units, before.first, before.last) && !isSubordinate(units, before));
  if (!complement.parenthetical) return false;
  if (only) return true;
  const opening = units[before.first];
  // "Asked about the dam, Ruiz said, “…”": what opens the sentence says when, and the quotation is all that was said.
  const quoted = units[forward.first]?.mark != null && markIn(units, before) === null;
  if (quoted && (opening?.pos === 'ADP' || opening?.pos === 'VERB')) return false;
  return !SUBORDINATORS.has(opening?.word ?? '');
}

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

interface Complement {
  readonly content: Run | null;
  /** Index behind the last word of the reporting clause. */
  readonly clauseEnd: number;
  /** Whether a comma sets the clause off from what follows: "Exports, he said, had fallen". */
  readonly parenthetical: boolean;
  readonly announces: boolean;
}

/** What the verb reports behind it. */
function complementOf(
  units: readonly Unit[],
  verb: Verb,
  behind: number,
  particle: boolean,
  inverted: boolean,
  sentence: Run,
): Complement {
  const { frame } = verb;
  let at = behind;
  const addressed = frame.addressee && !inverted && !particle ? addressee(units, at, verb, sentence) : at;
  const spoken = addressed !== at;
  at = addressed;
  if (spoken && frame.particles.has(units[at]?.word ?? '')) {
    return found(units, at + 1, sentence, at + 1);
  }
  const start = particle ? at : skipCircumstances(units, at, sentence);
  const next = units[start];
  const none: Complement = { content: null, clauseEnd: start, parenthetical: false, announces: false };
  if (next === undefined || start >= sentence.last || /^[.;?!)]$/.test(next.word)) return none;
  if (/^(?:and|or|than)$/.test(next.word) && units[start + 1]?.mark == null) return none;
  if (next.word === ':') {
    return start + 1 >= sentence.last ? { ...none, announces: true } : found(units, start + 1, sentence, start);
  }
  if (next.word === ',' || next.word === '\u2014' || next.word === '--')
    return behindComma(units, start, sentence, none);
  if (next.mark !== null && frame.marked) {
    return { ...none, content: { first: start, last: start + 1 } };
  }
  if (next.mark !== null) return { ...found(units, start, sentence, start) };
  if (verb.form.lemma === 'call' && !particle && namesSomething(units, start, sentence)) {
    const called = object(units, start, sentence);
    return { ...called, content: called.content === null ? null : narrowed(units, called.content) };
  }
  if (frame.marked && !particle) {
    if (next.word === 'to') return none;
    const marked = found(units, pastPronoun(units, start), sentence, start);
    return marked.content !== null && markIn(units, marked.content) !== null
      ? { ...marked, content: narrowed(units, marked.content) }
      : none;
  }
  if (inverted) return /^(?:that|how|why|whether)$/.test(next.word) ? found(units, start, sentence, start) : none;
  if (particle)
    return frame.infinitive || frame.clause || frame.noun || frame.particles.size > 0
      ? found(units, start, sentence, start)
      : none;
  if (/^(?:that|if|whether|how|why|what|who|where|which)$/.test(next.word) && frame.clause)
    return found(units, start, sentence, start);
  if (next.word === 'to' && next.pos === 'PART') return frame.infinitive ? found(units, start, sentence, start) : none;
  if (frame.clause && isFinite(units, start) && isRelative(units, verb)) return found(units, start, sentence, start);
  if (frame.clause && startsClause(units, start, sentence)) return found(units, start, sentence, start);
  if (frame.noun && next.pos === 'VERB' && next.word.endsWith('ing')) return found(units, start, sentence, start);
  if (frame.noun && phraseAfter(units, at, sentence.last) !== null) return object(units, at, sentence);
  const marked = nextMark(units, start, sentence);
  return marked === null || !frame.clause ? none : { ...found(units, start, sentence, start) };
}

function found(units: readonly Unit[], start: number, sentence: Run, clauseEnd: number): Complement {
  const from = skipCommas(units, start, sentence.last);
  return {
    content: trimmed(units, from, contentEnd(units, from, sentence)),
    clauseEnd,
    parenthetical: false,
    announces: false,
  };
}

/** A thing as what is reported: "announced a truce", to where the sentence says when or why. */
function object(units: readonly Unit[], start: number, sentence: Run): Complement {
  const end = contentEnd(units, start, sentence);
  const phrase = phraseAfter(units, start, end);
  let last = phrase?.last ?? start + 1;
  while (last < end && !endsObject(units, last, end)) last++;
  return {
    content: trimmed(units, start, last),
    clauseEnd: start,
    parenthetical: false,
    announces: false,
  };
}

/** Whether the sentence goes on at `at` with what is no part of the thing reported: when, where, a relative clause. */
function endsObject(units: readonly Unit[], at: number, end: number): boolean {
  const unit = units[at];
  const next = units[at + 1];
  if (unit === undefined || unit.mark !== null) return false;
  if (unit.word === ',')
    return (
      /^(?:which|who|whose|where|but|and|while|though|although)$/.test(next?.word ?? '') ||
      SUBORDINATORS.has(next?.word ?? '')
    );
  if (/^(?:after|when|while|before|since|because|though|although)$/.test(unit.word)) return true;
  if (unit.word === 'as') return startsClause(units, at + 1, { first: at, last: Math.min(end, at + 7) });
  if (isCalendar(unit))
    return /^(?:NOUN|PROPN)$/.test(units[at - 1]?.pos ?? '') && next?.word !== "'s" && next?.pos !== 'NOUN';
  if (!/^(?:on|in|at|during)$/.test(unit.word)) return false;
  return isCalendar(next) || unit.word === 'during' || occasionEnd(units, at + 1, end) !== null;
}

/** "called the plan a gift", "called her reckless": an object with what it is called. */
function namesSomething(units: readonly Unit[], start: number, sentence: Run): boolean {
  const pronoun = /^(?:it|him|her|them)$/.test(units[start]?.word ?? '');
  const phrase = pronoun ? { first: start, last: start + 1 } : phraseAfter(units, start, sentence.last);
  if (phrase === null) return false;
  const next = units[phrase.last];
  if (units[phrase.last - 1]?.pos === 'ADJ' && !pronoun) return true;
  return (
    next !== undefined &&
    phrase.last < sentence.last &&
    (next.mark !== null || /^(?:a|an)$/.test(next.word) || next.pos === 'ADJ')
  );
}

/** "which he said were sold": the reported clause has its subject before the reporting one. */
function isRelative(units: readonly Unit[], verb: Verb): boolean {
  const subject = phraseBefore(units, verb.first, 0);
  return subject !== null && /^(?:which|that|who|what)$/.test(units[subject.first - 1]?.word ?? '');
}

/** "he said, “…”", "Exports, he said, had fallen", "he said, adding that". */
function behindComma(units: readonly Unit[], comma: number, sentence: Run, none: Complement): Complement {
  const next = units[comma + 1];
  if (next === undefined || comma + 1 >= sentence.last) return none;
  if (
    /^(?:and|but)$/.test(next.word) &&
    nextMark(units, comma + 1, sentence) !== null &&
    !reportsNext(units, comma + 2, sentence, true)
  ) {
    return { ...found(units, comma + 1, sentence, comma), parenthetical: true };
  }
  if (next.mark !== null) return { ...found(units, comma + 1, sentence, comma), parenthetical: true };
  const aside =
    /^(?:who|which|whose|where|and|but|or|as|adding|according)$/.test(next.word) ||
    SUBORDINATORS.has(next.word) ||
    (next.pos === 'VERB' && next.word.endsWith('ing')) ||
    next.pos === 'ADP';
  if (aside) return none;
  const rest = found(units, comma + 1, sentence, comma);
  return { ...rest, parenthetical: true };
}

/** "told reporters": index behind the one spoken to; `at` where nobody is. */
function addressee(units: readonly Unit[], at: number, verb: Verb, sentence: Run): number {
  const next = units[at];
  if (next === undefined || at >= sentence.last) return at;
  const pronoun = /^(?:me|him|her|us|them|you|it)$/.test(next.word);
  if (pronoun) return at + 1;
  const phrase = phraseAfter(units, at, sentence.last);
  if (phrase === null || isPronoun(units[phrase.first])) return at;
  // "warned the dam would fail" has a clause, "warned officials to leave" an addressee.
  if (verb.form.lemma !== 'tell' && isFinite(units, phrase.last)) return at;
  if (
    /^(?:urge|order|ask)$/.test(verb.form.lemma) &&
    !/^(?:to|if|whether|that|,|about|for)$/.test(units[phrase.last]?.word ?? '')
  )
    return at;
  return phrase.last;
}

/** "on Monday", "in a statement", "last week", "to reporters", "of his hopes": when, where and to whom it was said. */
function skipCircumstances(units: readonly Unit[], start: number, sentence: Run): number {
  let at = start;
  while (at < sentence.last) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null) break;
    const next = units[at + 1];
    if (isCalendar(unit)) at++;
    else if (
      /^(?:last|this|next|early|late|earlier|later)$/.test(unit.word) &&
      (isCalendar(next) || next?.word === 'this' || next?.word === 'in' || next?.word === 'on')
    )
      at++;
    else if (unit.pos === 'ADV' && !/^(?:how|why|when|where|not|no)$/.test(unit.word)) at++;
    else if (
      /^(?:in|on|at|during|to|via|through|from|of|after|before|by|with|about|for)$/.test(unit.word) &&
      unit.pos !== 'PART'
    ) {
      const past = pastCircumstance(units, at, sentence);
      if (past === at) break;
      at = past;
    } else break;
  }
  return at;
}

function pastCircumstance(units: readonly Unit[], at: number, sentence: Run): number {
  let n = at + 1;
  while (n < sentence.last && (isCalendar(units[n]) || (n > at + 1 && units[n]?.pos === 'NUM'))) n++;
  if (n > at + 1) return n;
  const occasion = occasionEnd(units, at + 1, sentence.last);
  if (occasion !== null) return occasion;
  const phrase = phraseAfter(units, at + 1, sentence.last);
  if (phrase === null || isFinite(units, phrase.last)) return at;
  const { last } = phrase;
  if (
    !isPronoun(units[phrase.first]) &&
    units[last]?.word === ',' &&
    units[last + 1]?.mark == null &&
    SUBORDINATORS.has(units[at]?.word ?? '')
  )
    return at;
  return last;
}

/** "a statement", "his speech": index behind the occasion, before a clause that follows without a comma. */
function occasionEnd(units: readonly Unit[], start: number, ceiling: number): number | null {
  for (let at = start; at < Math.min(ceiling, start + 5); at++) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null || /^(?:PUNCT|VERB|AUX|ADP)$/.test(unit.pos)) return null;
    if (OCCASIONS.has(unit.word) && units[at + 1]?.pos !== 'NOUN') return at + 1;
  }
  return null;
}

const pastPronoun = (units: readonly Unit[], at: number): number =>
  /^(?:it|him|her|them|himself|herself|that|this)$/.test(units[at]?.word ?? '') ? at + 1 : at;

/** Whether a clause begins at `start`: a phrase with a finite verb behind it, no relative or later clause between. */
function startsClause(units: readonly Unit[], start: number, sentence: Run): boolean {
  const end = contentEnd(units, start, sentence);
  for (let at = start + 1; at < end; at++) {
    const word = units[at]?.word ?? '';
    if (isFinite(units, at)) {
      return !/^(?:who|which|that)$/.test(units[groupStart(units, at, start) - 1]?.word ?? '');
    }
    if (word === 'as' || /^(?:after|when|while|because|since|before)$/.test(word)) return false;
  }
  return false;
}

/** What goes before a reporting clause in its sentence; null where nothing does. */
function contentBefore(units: readonly Unit[], clause: Run, sentence: Run): Run | null {
  let first = sentence.first;
  while (first < clause.first && /^(?:[,:\u2013\u2014-]|--)$/.test(units[first]?.word ?? '')) first++;
  const run = trimmed(units, first, clause.first);
  if (run === null) return null;
  const lone =
    run.last - run.first === 1 &&
    (CONNECTIVES.has(units[run.first]?.word ?? '') || CALENDAR.has(units[run.first]?.word ?? ''));
  return lone ? null : run;
}

/** Index behind the last reported word: the end of the sentence, or where the article or another speaker goes on. */
function contentEnd(units: readonly Unit[], start: number, sentence: Run): number {
  const opening = units[sentence.first]?.word ?? '';
  const leads =
    opening === 'with' ||
    (SUBORDINATORS.has(opening) && opening !== 'as') ||
    (units[sentence.first]?.pos === 'VERB' && opening.endsWith('ing'));
  for (let at = start + 1; at < sentence.last; at++) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null) continue;
    if (unit.word === ';') return at;
    const comma = units[at - 1]?.word === ',' || units[at - 1]?.mark != null;
    if (unit.word === 'according' && units[at + 1]?.word === 'to') return at;
    if (comma && isContinuation(units, at)) return at;
    if (leads && comma && opensMainClause(units, at, sentence)) return at;
    if (units[at + 1]?.word === 'by' && isPassive(units, at, start) && cueForm(unit.word) !== null) {
      const aside = asideBefore(units, at, start);
      if (aside !== null) return aside;
    }
    if (
      /^(?:and|but|while|though|although|as)$/.test(unit.word) &&
      reportsNext(units, at + 1, sentence, comma || /^(?:[\u2013\u2014]|--)$/.test(units[at - 1]?.word ?? ''))
    )
      return at;
  }
  return sentence.last;
}

/** "With the mayor saying the dam held, the council met": the main clause is not what the mayor said. */
function opensMainClause(units: readonly Unit[], at: number, sentence: Run): boolean {
  const phrase = phraseAfter(units, at, sentence.last);
  return (
    phrase !== null &&
    (isFinite(units, phrase.last) || (units[phrase.last]?.pos === 'ADV' && isFinite(units, phrase.last + 1)))
  );
}

/** Index of the dash or comma before "an offer derided by …": the article's own aside; null where there is none. */
function asideBefore(units: readonly Unit[], at: number, start: number): number | null {
  const phrase = phraseBefore(units, at, start);
  const mark = phrase === null ? undefined : units[phrase.first - 1];
  return phrase !== null && mark !== undefined && /^(?:[,\u2013\u2014-]|--)$/.test(mark.word) ? phrase.first - 1 : null;
}

/** "adding that", "saying": the same speaker goes on in other words. */
function isContinuation(units: readonly Unit[], at: number): boolean {
  const form = cueForm(units[at]?.word ?? '');
  return (
    form?.form === 'ing' &&
    units[at]?.pos === 'VERB' &&
    /^(?:add|say|call|note|argue|insist|warn|claim|explain|tell|accuse|describe|promise|urge|ask|write|suggest|stress|emphasize|cite|declare|assert|vow|sing|chant|shout)$/.test(
      form.lemma,
    )
  );
}

function hasContinuation(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (isContinuation(units, at)) return true;
  return false;
}

/** Verbs with which another report begins even without a comma: "and said", "but called". */
const SURELY_SPEAKING = new Set(
  'say add call urge accuse note argue acknowledge insist claim warn promise pledge vow ask deny announce predict'.split(
    ' ',
  ),
);

/** "but Lind said", "and called for": another report begins. */
function reportsNext(units: readonly Unit[], start: number, sentence: Run, comma: boolean): boolean {
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
      if (group === start) return SURELY_SPEAKING.has(form.lemma) || (comma && !frameOf(form.lemma).marked);
      const phrase = phraseBefore(units, group, start);
      return SURELY_SPEAKING.has(form.lemma) && comma && phrase !== null && phrase.first <= start + 1;
    }
    if (isFinite(units, at) && unit.pos === 'VERB') return false;
  }
  return false;
}

function skipCommas(units: readonly Unit[], start: number, ceiling: number): number {
  let at = start;
  while (at < ceiling && /^(?:[,:\u2013\u2014-]|--)$/.test(units[at]?.word ?? '')) at++;
  return at;
}

/** The run without the marks and joining words at its ends; null where nothing is left. */
function trimmed(units: readonly Unit[], first: number, last: number): Run | null {
  while (first < last && /^(?:[,.;:\u2013\u2014-]|--|\))$/.test(units[first]?.word ?? '')) first++;
  if (units[first]?.word === 'that' && units[first]?.pos !== 'DET' && last - first > 1) first++;
  if (units[first]?.word === ',' && first < last) first++;
  while (last > first && /^(?:[,.;:\u2013\u2014-]|--|\(|and|but)$/.test(units[last - 1]?.word ?? '')) last--;
  return last > first ? { first, last } : null;
}

function onlyMarks(units: readonly Unit[], run: Run): boolean {
  let marks = 0;
  for (let at = run.first; at < run.last; at++) {
    const unit = units[at];
    if (unit?.mark != null) marks++;
    else if (unit !== undefined && unit.pos !== 'PUNCT') return false;
  }
  return marks > 0;
}

function markIn(units: readonly Unit[], run: Run): number | null {
  for (let at = run.first; at < run.last; at++) if (units[at]?.mark != null) return at;
  return null;
}

const nextMark = (units: readonly Unit[], start: number, sentence: Run): number | null =>
  markIn(units, { first: start, last: sentence.last });

/** Of "it “a gift”" and "as “a gift”" only what stands between the marks. */
function narrowed(units: readonly Unit[], run: Run): Run {
  const mark = markIn(units, run);
  if (mark === null || mark - run.first > 2) return run;
  for (let at = run.first; at < mark; at++)
    if (!/^(?:it|as|him|her|them|being|that|this|a|an|the)$/.test(units[at]?.word ?? '')) return run;
  return { first: mark, last: mark + 1 };
}

function build(
  cue: Run,
  mention: Run | null,
  clause: Run,
  content: readonly (Run | null)[],
  announces: boolean,
): Report | null {
  const runs = content.filter((run) => run !== null);
  return runs.length === 0 && !announces ? null : { cue, mention, clause, content: runs, announces };
}
