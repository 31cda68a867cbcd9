import { occasionEnd, skipCircumstances } from './circumstances.ts';
import { groupStart, isFinite } from './clauses.ts';
import { contentEnd, isTitle, markIn, narrowed, nextMark, reportsNext, skipCommas, trimmed } from './content.ts';
import { cueForm, SUBORDINATORS } from './cues.ts';
import { DASH, type Run, type Unit } from './narration.ts';
import { isCalendar, isPronoun, phraseAfter, phraseBefore } from './phrases.ts';
import type { Verb } from './report-subject.ts';

export interface Complement {
  readonly content: Run | null;
  /** Index behind the last word of the reporting clause. */
  readonly clauseEnd: number;
  /** Whether a comma sets the clause off from what follows: "Exports, he said, had fallen". */
  readonly parenthetical: boolean;
  readonly announces: boolean;
}

/** What the verb reports behind it. */
export function complementOf(
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
  const start = particle && verb.form.lemma !== 'put' ? at : skipCircumstances(units, at, sentence);
  const next = units[start];
  const none: Complement = { content: null, clauseEnd: start, parenthetical: false, announces: false };
  if (next === undefined || start >= sentence.last || /^[.;?!)]$/.test(next.word)) return none;
  if (/^(?:and|or|than)$/.test(next.word) && units[start + 1]?.mark == null) return none;
  if (next.word === ':') {
    return start + 1 >= sentence.last ? { ...none, announces: true } : found(units, start + 1, sentence, start);
  }
  if (next.word === ',' || next.word === DASH)
    return frame.marked && units[start + 1]?.mark == null ? none : behindComma(units, start, sentence, none);
  if (verb.form.lemma === 'call' && isTitle(next)) return none;
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
  if (inverted) return /^(?:how|why|whether)$/.test(next.word) ? found(units, start, sentence, start) : none;
  if (verb.form.lemma === 'put') return none;
  if (particle)
    return frame.infinitive || frame.clause || frame.noun || frame.particles.size > 0
      ? found(units, start, sentence, start)
      : none;
  if (/^(?:that|if|whether|how|why|what|who|where|which)$/.test(next.word) && frame.clause)
    return found(units, start, sentence, start);
  const infinitive = /^(?:not|never)$/.test(next.word) ? units[start + 1] : next;
  if (infinitive?.word === 'to' && infinitive.pos === 'PART')
    return frame.infinitive ? found(units, start, sentence, start) : none;
  if (frame.clause && isFinite(units, start) && isRelative(units, verb)) return found(units, start, sentence, start);
  if (frame.clause && startsClause(units, start, sentence)) return found(units, start, sentence, start);
  if (frame.noun && next.pos === 'VERB' && next.word.endsWith('ing')) return found(units, start, sentence, start);
  if (verb.form.lemma === 'deny' && /^(?:me|him|her|us|them)$/.test(next.word)) return none; // "denied them entry"
  if (frame.noun && phraseAfter(units, at, sentence.last) !== null) return object(units, at, sentence);
  if (next.pos === 'VERB' && next.word.endsWith('ing')) return none;
  const marked = nextMark(units, start, sentence);
  return marked === null || !frame.clause || HANGING.test(next.word)
    ? none
    : { ...found(units, start, sentence, start) };
}

export function found(units: readonly Unit[], start: number, sentence: Run, clauseEnd: number): Complement {
  const from = skipCommas(units, start, sentence.last);
  // "says, “Stop,” until it does": a quotation that ends with a comma is all that was said.
  const first = units[from];
  const all = first?.mark != null && /,\P{L}{1,2}$/u.test(first.text) && SUBORDINATORS.has(units[from + 1]?.word ?? '');
  if (all) return { content: { first: from, last: from + 1 }, clauseEnd, parenthetical: false, announces: false };
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
  if (subject === null || units[subject.first - 2]?.pos === 'ADP') return false;
  return /^(?:which|that|who|what)$/.test(units[subject.first - 1]?.word ?? '');
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
  // "told the BBC's “Today” that"
  return units[phrase.last]?.word === "'s" && units[phrase.last + 1]?.mark != null ? phrase.last + 2 : phrase.last;
}

const pastPronoun = (units: readonly Unit[], at: number): number =>
  /^(?:it|him|her|them|himself|herself|that|this)$/.test(units[at]?.word ?? '') ? at + 1 : at;

/** Words with which no clause begins: what they open hangs on the verb, "ruled against". */
const HANGING = /^(?:for|from|of|over|by|with|to|against)$/;

/** Whether a clause begins at `start`: a phrase with a finite verb behind it, no relative or later clause between. */
function startsClause(units: readonly Unit[], start: number, sentence: Run): boolean {
  if (HANGING.test(units[start]?.word ?? '')) return false;
  const end = contentEnd(units, start, sentence);
  for (let at = start + 1; at < end; at++) {
    const word = units[at]?.word ?? '';
    // Taggers take the verb of "the videos show" for a noun.
    const mistaken =
      units[at]?.pos === 'NOUN' && units[at - 1]?.pos === 'NOUN' && /^(?:base|third)$/.test(cueForm(word)?.form ?? '');
    if (isFinite(units, at) || mistaken) {
      return !/^(?:who|which|that)$/.test(units[groupStart(units, at, start) - 1]?.word ?? '');
    }
    if (word === 'as' || /^(?:after|when|while|because|since|before)$/.test(word)) return false;
  }
  return false;
}
