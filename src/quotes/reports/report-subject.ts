import { isFinite, joinedSubject, mainSubject, type Subject, subjectBefore } from './clauses.ts';
import { opensMainClause } from './content.ts';
import { type CueForm, type Frame, INVERTING } from './cues.ts';
import type { Run, Unit } from './narration.ts';
import { phraseAfter, withApposition } from './phrases.ts';

export interface Verb {
  readonly at: number;
  readonly form: CueForm;
  readonly frame: Frame;
  /** First word of the verb group. */
  readonly first: number;
}

/** What shows somebody speaking. */
const RECORDINGS = new Set([
  'footage',
  'video',
  'videos',
  'clip',
  'clips',
  'audio',
  'tape',
  'tapes',
  'recording',
  'recordings',
]);

/** The subject behind the verb, "said Ruiz": behind a quotation, a comma, or at the start of the sentence. */
export function invertedSubject(units: readonly Unit[], verb: Verb, sentence: Run): Run | null {
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

export function subjectOf(units: readonly Unit[], verb: Verb, sentence: Run): Subject | null {
  const before = units[verb.first - 1];
  const leads =
    verb.first === sentence.first ||
    (verb.first === sentence.first + 1 && /^(?:after|before|by|while|when|in|without)$/.test(before?.word ?? ''));
  if (leads && verb.form.form === 'ing') return followingSubject(units, verb.first, sentence);
  if (before === undefined || verb.first <= sentence.first) return null;
  if (/^(?:and|but|or|then)$/.test(before.word)) return joinedSubject(units, verb.first, sentence.first);
  if (before.word === ',' && verb.form.form === 'ing') return mainSubject(units, verb.first, sentence.first);
  const beside = subjectBefore(units, verb.first, sentence.first);
  if (verb.form.form === 'ing' && verb.first === verb.at) {
    // "one poster writing": a participle beside its own subject; elsewhere it hangs on the sentence's.
    const shown = beside === null ? null : shownSpeaker(units, beside.run);
    if (shown !== null) return { run: shown, adjacent: true };
    const own = beside !== null && /^(?:with|,)$/.test(units[beside.run.first - 1]?.word ?? '') ? beside : null;
    return own ?? mainSubject(units, verb.first, sentence.first) ?? beside;
  }
  if (beside !== null) return beside;
  return before.word === ',' || before.mark !== null ? mainSubject(units, verb.first, sentence.first) : null;
}

/** "footage of Ruiz asking": Ruiz. */
function shownSpeaker(units: readonly Unit[], { first, last }: Run): Run | null {
  for (let at = first; at < last - 2; at++)
    if (RECORDINGS.has(units[at]?.word ?? '') && units[at + 1]?.word === 'of') return { first: at + 2, last };
  return null;
}
