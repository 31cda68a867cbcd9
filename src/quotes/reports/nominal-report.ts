import { groupStart, isFinite } from './clauses.ts';
import { contentBefore, contentEnd, markIn, narrowed, skipCommas, trimmed } from './content.ts';
import { CONNECTIVES, type CueForm, frameOf } from './cues.ts';
import type { Run, Unit } from './narration.ts';
import { phraseAfter, phraseBefore, withApposition } from './phrases.ts';
import { build, type Report } from './report.ts';

/** "…, according to the report" and "According to Ruiz, …". */
export function accordingTo(units: readonly Unit[], at: number, sentence: Run): Report | null {
  // Taggers take the noun of "according to exit polls" for a verb behind "to".
  const infinitive = units[at + 2]?.pos === 'VERB' ? phraseAfter(units, at + 3, sentence.last) : null;
  const phrase = phraseAfter(units, at + 2, sentence.last) ?? (infinitive && { first: at + 2, last: infinitive.last });
  if (phrase === null || units[phrase.last]?.word === "'s") return null;
  const opens =
    at === sentence.first || (at === sentence.first + 1 && CONNECTIVES.has(units[sentence.first]?.word ?? ''));
  // "According to prosecutors, Ruiz, 46, took the money": the name begins what they say.
  const said = opens && units[phrase.last + 1]?.pos === 'PROPN' && !/^the$/.test(units[phrase.first]?.word ?? '');
  const mention = said ? phrase : withApposition(units, phrase, sentence.last);
  const clause = { first: at, last: mention.last };
  const start = skipCommas(units, mention.last, sentence.last);
  const before = contentBefore(units, clause, sentence);
  const content = opens ? [trimmed(units, start, contentEnd(units, start, sentence))] : [before];
  return build({ first: at, last: at + 2 }, mention, clause, content, false);
}

/** "the mayor's claim that …". */
export function claimOf(units: readonly Unit[], at: number, sentence: Run): Report | null {
  if (units[at + 1]?.word !== 'that') return null;
  let last = at;
  while (last > sentence.first && /^(?:ADJ|ADV|NUM|PROPN)$/.test(units[last - 1]?.pos ?? '')) last--;
  const owner = units[last - 1];
  if (owner === undefined || last <= sentence.first) return null;
  const possessive = /^(?:his|her|their|its)$/.test(owner.word);
  if (!possessive && owner.word !== "'s" && owner.word !== "'") return null;
  const phrase = possessive ? { first: last - 1, last } : ownerBefore(units, last - 1, sentence.first);
  if (phrase === null) return null;
  const end = contentEnd(units, at + 2, sentence);
  const content = trimmed(units, at + 2, predicateOf(units, phrase.first, at + 2, { ...sentence, last: end }));
  const mention = possessive ? phrase : { first: phrase.first, last: phrase.last };
  return build({ first: at, last: at + 1 }, mention, { first: phrase.first, last: at + 1 }, [content], false);
}

/** "His claim that the dam was safe | surprised nobody": where the verb begins whose subject the claim is; else the end. */
function predicateOf(units: readonly Unit[], claim: number, content: number, { first, last }: Run): number {
  for (let at = first; at < claim; at++) if (isFinite(units, at)) return last;
  let verb: number | null = null;
  for (let at = content; at < last; at++) {
    if (!isFinite(units, at)) continue;
    if (verb === null || groupStart(units, at, content) <= verb) {
      verb = at;
      continue;
    }
    const group = groupStart(units, at, content);
    const subject = phraseBefore(units, group, verb + 1);
    const before = units[group - 1];
    if (before?.pos === 'CCONJ' || before?.pos === 'SCONJ' || before?.word === 'to' || before?.pos === 'PRON') continue;
    if (subject === null || subject.first <= verb + 1 || units[subject.first - 1]?.pos === 'ADP') return group;
  }
  return last;
}

/** "a check of Ruiz's claim", "a report on the mayor of Hull's claim": the phrase that "'s" at `end` belongs to. */
function ownerBefore(units: readonly Unit[], end: number, floor: number): Run | null {
  const phrase = phraseBefore(units, end, floor);
  if (phrase === null) return null;
  let { first } = phrase;
  for (let at = first; at < phrase.last; at++)
    if (/^(?:on|about|in|to|with|from|against|over)$/.test(units[at]?.word ?? '')) first = at + 1;
  return first < phrase.last ? { first, last: phrase.last } : null;
}

/** "derided by the mayor as “a joke”". */
export function passive(units: readonly Unit[], at: number, form: CueForm, sentence: Run): Report | null {
  if (units[at + 1]?.word !== 'by') return null;
  const phrase = phraseAfter(units, at + 2, sentence.last);
  if (phrase === null) return null;
  const start = units[phrase.last]?.word === 'as' ? phrase.last + 1 : phrase.last;
  const content = trimmed(units, start, contentEnd(units, start, sentence));
  const frame = frameOf(form.lemma);
  if (content === null || start === phrase.last || (!frame.noun && markIn(units, content) === null)) return null;
  return build({ first: at, last: at + 1 }, phrase, { first: at, last: start }, [narrowed(units, content)], false);
}
