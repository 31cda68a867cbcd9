import { CALENDAR, OCCASIONS } from './cues.ts';
import { DASH, type Run, type Unit } from './narration.ts';

/** Words that are a whole noun phrase: nothing joins them. */
const PRONOUNS = new Set([
  ...[
    'he',
    'she',
    'they',
    'it',
    'we',
    'i',
    'you',
    'who',
    'which',
    'that',
    'there',
    'what',
    'this',
    'me',
    'him',
    'them',
    'us',
  ],
  ...['everyone', 'everybody', 'someone', 'somebody', 'nobody'],
]);

/** Of these, the ones that cannot speak. */
const NEVER_SPEAK = new Set(['that', 'there', 'what', 'this', 'me', 'him', 'them', 'us']);

const POSSESSIVES = new Set(['his', 'her', 'its', 'their', 'our', 'my', 'your', 'whose']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'X', 'SYM']);
const NOUN_LINKS = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'to', 'on', 'by', 'against']);
const NAME_LINKS = new Set(['of', 'for', 'at', 'from', 'with']);
/** Titles of those who are sent somewhere, even where they are capitalised: "the Ambassador to Norway". */
const ENVOYS = new Set(['ambassador', 'envoy', 'adviser', 'advisor', 'delegate', 'representative', 'observer']);
const PARTS = new Set(['-', DASH, '&', "'s", "'", '/', '.']);

/** "USA Today" is no day: of the words that say when, only days and months have a capital of their own. */
export const isCalendar = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  ((CALENDAR.has(unit.word) &&
    !(
      /^\p{Lu}/u.test(unit.text) && /^(?:to|tonight|week|month|year|morning|afternoon|evening|night)/.test(unit.word)
    )) ||
    /^(?:19|20)\d\d$/.test(unit.word));

/** Capitals make it a name: "the US", "the WHO". */
export const isPronoun = (unit: Unit | undefined): boolean =>
  unit !== undefined && PRONOUNS.has(unit.word) && !/^\p{Lu}{2,}$/u.test(unit.text);

const isDeterminer = (unit: Unit): boolean => POSSESSIVES.has(unit.word) || unit.pos === 'DET';

/** Whether `unit` is a word that can stand in the middle of a noun phrase. */
function isNominal(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.mark !== null || isPronoun(unit) || isCalendar(unit)) return false;
  return NOMINAL.has(unit.pos) || isDeterminer(unit) || unit.pos === 'PRON';
}

const isName = (unit: Unit | undefined): boolean => unit?.pos === 'PROPN' && /^\p{Lu}/u.test(unit.text);

/** Words without white space between them, as in "then-rival". */
const touch = (left: Unit | undefined, right: Unit | undefined): boolean =>
  left !== undefined && left.end === right?.start;

/** The noun phrase that ends just before `end` and does not reach before `floor`; null where none does. */
export function phraseBefore(units: readonly Unit[], end: number, floor: number): Run | null {
  const last = dropCalendar(units, end, floor);
  const head = units[last - 1];
  if (head === undefined || last <= floor) return null;
  if (isPronoun(head)) return NEVER_SPEAK.has(head.word) ? null : { first: last - 1, last };
  if (head.mark !== null && /[,.?!]\P{L}{1,2}$/u.test(head.text)) return null;
  if (head.word !== ')' && !isNominal(head) && !(head.mark !== null && isNominal(units[last - 2]))) return null;
  let first = last;
  while (first > floor) {
    const step = leftStep(units, first, last, floor);
    if (step === first) break;
    first = step;
  }
  while (first < last && !startsPhrase(units[first])) first++;
  if (first >= last || !hasHead(units, first, last)) return null;
  return withoutCircumstance(units, { first, last });
}

/** "Ruiz on Friday" -> "Ruiz". */
function dropCalendar(units: readonly Unit[], end: number, floor: number): number {
  let last = end;
  while (last > floor && isCalendar(units[last - 1])) last--;
  if (last === end) return end;
  while (last > floor && /^(?:on|in|from|last|this|early|late|earlier|later|,)$/.test(units[last - 1]?.word ?? ''))
    last--;
  return last > floor ? last : end;
}

/** Where the phrase begins when it takes in what stands before `first`; `first` where it ends there. */
function leftStep(units: readonly Unit[], first: number, last: number, floor: number): number {
  const unit = units[first - 1];
  const right = first < last ? units[first] : undefined;
  const left = first - 2 >= floor ? units[first - 2] : undefined;
  if (unit === undefined) return first;
  if (right !== undefined && isDeterminer(right) && right.word !== 'whose' && !linksLeft(unit, left)) return first;
  if (unit.word === ')') {
    for (let at = first - 2; at >= Math.max(floor, first - 14); at--) if (units[at]?.word === '(') return at;
    return first;
  }
  if (isNominal(unit)) {
    // "in a speech Ruiz", "the third time Ruiz"
    const occasion =
      right !== undefined &&
      isName(right) &&
      (OCCASIONS.has(unit.word) || /^(?:times?|day|way|reason|moment)$/.test(unit.word));
    return occasion ? first : first - 1;
  }
  if (right === undefined) return unit.mark === null ? first : first - 1;
  if (unit.mark !== null && /[,.?!]\P{L}{1,2}$/u.test(unit.text)) return first;
  if (unit.mark !== null) return isNominal(left) || left?.word === "'s" ? first - 1 : first;
  if (PARTS.has(unit.word)) {
    const joins =
      unit.word === "'s" || unit.word === "'" || unit.word === '&' || unit.word === '.' || touch(left, unit);
    return joins && left !== undefined && (isNominal(left) || touch(left, unit)) ? first - 2 : first;
  }
  if (linksLeft(unit, left)) return first - 2;
  if (unit.word === 'and' && isNominal(left) && joinsNames(units, first, last, floor)) return first - 2;
  const premodifier = unit.pos === 'VERB' || unit.pos === 'ADV';
  if (
    premodifier &&
    !isDeterminer(right) &&
    (left === undefined
      ? false
      : isDeterminer(left) || left.word === "'s" || left.word === 'of' || left.pos === 'ADJ' || touch(unit, right))
  ) {
    return first - 1;
  }
  return first;
}

const linksLeft = (unit: Unit, left: Unit | undefined): boolean =>
  NOUN_LINKS.has(unit.word) && left !== undefined && (isNominal(left) || left.word === ')');

/** "Ruiz and Okafor", "the board and the bank": both sides are subjects, not the end of one clause and the start of another. */
function joinsNames(units: readonly Unit[], and: number, last: number, floor: number): boolean {
  for (let at = and - 2; at >= floor; at--) {
    const unit = units[at];
    if (unit === undefined) return false;
    if (unit.word === ',') return true;
    if (unit.pos === 'VERB' || unit.pos === 'AUX' || isPronoun(unit)) return false;
    if (unit.word === 'both') return true;
  }
  return last > and;
}

const startsPhrase = (unit: Unit | undefined): boolean =>
  unit !== undefined && (isNominal(unit) || unit.pos === 'VERB' || unit.pos === 'ADV') && !PARTS.has(unit.word);

function hasHead(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const unit = units[at];
    if (
      unit !== undefined &&
      (unit.pos !== 'DET' || /^(?:some|many|others|both|several|one|all|each|another)$/.test(unit.word))
    )
      return true;
  }
  return false;
}

/** "Ruiz in a speech" -> "Ruiz": where a named person says something is no part of their name. */
function withoutCircumstance(units: readonly Unit[], run: Run): Run {
  for (let at = run.first + 1; at < run.last; at++) {
    if (
      isName(units[at - 1]) &&
      /^(?:in|on|at|during|to)$/.test(units[at]?.word ?? '') &&
      allNames(units, run.first, at)
    ) {
      return { first: run.first, last: at };
    }
  }
  return run;
}

function allNames(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (!isName(units[at]) && !PARTS.has(units[at]?.word ?? '')) return false;
  return true;
}

/** The noun phrase that begins at `start` and does not reach past `ceiling`; null where none does. */
export function phraseAfter(units: readonly Unit[], start: number, ceiling: number): Run | null {
  const head = units[start];
  if (head === undefined || start >= ceiling || head.mark !== null || isCalendar(head)) return null;
  if (isPronoun(head)) return { first: start, last: start + 1 };
  if (!isNominal(head) && !(head.pos === 'VERB' && isNominal(units[start + 1]) && /(?:ing|ed)$/.test(head.word)))
    return null;
  let last = start;
  while (last < ceiling) {
    const step = rightStep(units, start, last, ceiling);
    if (step === last) break;
    last = step;
  }
  while (last > start && !endsPhrase(units[last - 1])) last--;
  return last > start && hasHead(units, start, last) ? { first: start, last } : null;
}

/** "his early-morning tweets", "the 2011 raid", "Monday's debate": a day or a year inside a phrase. */
function isDated(unit: Unit, left: Unit | undefined, right: Unit | undefined): boolean {
  if (!isCalendar(unit) || (!isNominal(right) && right?.word !== "'s")) return false;
  return (
    right?.word === "'s" || (left !== undefined && (isDeterminer(left) || left.pos === 'ADJ' || left.word === '-'))
  );
}

function rightStep(units: readonly Unit[], start: number, last: number, ceiling: number): number {
  const unit = units[last];
  const left = last > start ? units[last - 1] : undefined;
  const right = last + 1 < ceiling ? units[last + 1] : undefined;
  if (unit === undefined) return last;
  if (unit.word === '(') {
    for (let at = last + 1; at < Math.min(ceiling, last + 14); at++) if (units[at]?.word === ')') return at + 1;
    return last;
  }
  if (isNominal(unit) || isDated(unit, left, right)) {
    if (left === undefined) return last + 1;
    if (isDeterminer(unit) && !NOUN_LINKS.has(left.word) && left.word !== 'and' && !isDeterminer(left)) return last;
    // "told reporters Ruiz would": a plural noun and a name are two phrases.
    if (isName(unit) && left.pos === 'NOUN' && /[^s]s$/.test(left.word)) return last;
    return last + 1;
  }
  if (unit.mark !== null)
    return left !== undefined && (isDeterminer(left) || left.pos === 'ADJ') && isNominal(right) ? last + 1 : last;
  // "the Teachers' and Parents' Union"
  if ((unit.word === "'s" || unit.word === "'") && right?.word === 'and' && isName(units[last + 2])) return last + 2;
  if (PARTS.has(unit.word)) {
    const possessive = unit.word === "'s" || unit.word === "'" || unit.word === '&';
    const initial =
      unit.word === '.' && touch(left, unit) && /^\p{Lu}\p{Ll}{0,3}$/u.test(left?.text ?? '') && isName(right);
    const compound = touch(left, unit) && touch(unit, right) && right?.pos === 'VERB'; // "conservative-leaning"
    return ((possessive || initial || touch(left, unit)) && isNominal(right)) || compound ? last + 1 : last;
  }
  const links = left !== undefined && isName(left) && !ENVOYS.has(left.word) ? NAME_LINKS : NOUN_LINKS;
  if (links.has(unit.word) && (isNominal(right) || right?.pos === 'DET') && !isCalendar(right)) return last + 2;
  if (unit.word === 'and' && isNominal(left) && isNominal(right) && !finiteSoon(units, last + 1, ceiling))
    return last + 2;
  if (
    unit.pos === 'VERB' &&
    /(?:ing|ed)$/.test(unit.word) &&
    left !== undefined &&
    (isDeterminer(left) || left.word === '-' || left.pos === 'ADJ') &&
    isNominal(right)
  )
    return last + 1;
  if (unit.pos === 'ADV' && left !== undefined && isDeterminer(left) && isNominal(right)) return last + 1;
  return last;
}

function finiteSoon(units: readonly Unit[], from: number, ceiling: number): boolean {
  for (let at = from; at < Math.min(ceiling, from + 6); at++) {
    const unit = units[at];
    if (unit?.pos === 'PUNCT') return false;
    if (unit?.pos === 'VERB' || unit?.pos === 'AUX') return true;
  }
  return false;
}

const endsPhrase = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (unit.word === ')' ||
    unit.mark !== null ||
    (isNominal(unit) && unit.pos !== 'DET') ||
    /^(?:some|many|others|both|all|each|another)$/.test(unit.word));

/**
 * A phrase with what explains it: "Ruiz, 54, the harbour master," and "Ruiz (D-Wis.)", to the last comma that belongs
 * to it.
 */
export function withApposition(units: readonly Unit[], run: Run, ceiling: number): Run {
  let last = run.last;
  for (let rounds = 0; rounds < 4 && units[last]?.word === ','; rounds++) {
    const inner = explanation(units, last + 1, ceiling);
    if (inner === null) break;
    last = inner;
  }
  return { first: run.first, last };
}

/** Index behind an explanation that begins at `start`: an age, a role, a place; null where something else begins. */
function explanation(units: readonly Unit[], start: number, ceiling: number): number | null {
  const head = units[start];
  if (head === undefined || start >= ceiling || isPronoun(head) || isCalendar(head)) return null;
  const from = NOUN_LINKS.has(head.word) ? start + 1 : start;
  if (head.pos === 'NUM' && closesExplanation(units[start + 1])) return start + 1;
  if (head.pos === 'VERB') return null;
  const phrase = phraseAfter(units, from, ceiling);
  if (phrase === null) return null;
  let { last } = phrase;
  while (last < ceiling && (NOUN_LINKS.has(units[last]?.word ?? '') || units[last]?.word === 'and')) {
    const more = phraseAfter(units, last + 1, ceiling);
    if (more === null) break;
    last = more.last;
  }
  return last >= ceiling || closesExplanation(units[last]) ? last : null;
}

const closesExplanation = (unit: Unit | undefined): boolean =>
  unit === undefined || unit.mark !== null || /^(?:[,.;:?!\u2014-]|who|which|whose|that|where|in|on)$/.test(unit.word);
