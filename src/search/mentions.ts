import type { Token } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import {
  BEFORE_A_MONTH,
  CURRENCIES,
  DURATION_UNITS,
  NAME_LINKS,
  NOT_IN_A_DURATION,
  NUMBER_ENDINGS,
  PERCENT,
  PLACE_PREPOSITIONS,
  QUANTITY_WORDS,
  TIME_LINKS,
  TIME_WORDS,
  UNIT_MARKS,
} from './mention-words.ts';

/**
 * Words that could be the whole of a short answer: somebody or something with a name, a place, a time, a number.
 * Offsets are UTF-16 code units from the start of the text; `end` is exclusive.
 */
export interface Mention {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
}

/**
 * A `place` is a name after "in", "at", "from" and the like. A year or a date is a `time`. A `number` counts or measures
 * anything else than what has a kind of its own.
 */
export type MentionKind = 'name' | 'place' | 'time' | 'money' | 'percentage' | 'age' | 'duration' | 'number';

/** A mention by the indexes of its first and last token. */
interface Run {
  readonly kind: MentionKind;
  readonly first: number;
  readonly last: number;
}

/** Finds the mentions among the tokens of one sentence, in order. They do not overlap. */
export function mentionsIn(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const run = timeAt(tokens, at) ?? quantityAt(tokens, at) ?? nameAt(tokens, at);
    const [first, last] = [tokens[run?.first ?? -1], tokens[run?.last ?? -1]];
    if (run === null || first === undefined || last === undefined) continue;
    mentions.push({ kind: run.kind, start: first.start, end: last.end });
    at = run.last;
  }
  return mentions;
}

function timeAt(tokens: readonly Token[], at: number): Run | null {
  const last = runFrom(tokens, at, (token, n) => isMonth(tokens, n) || isTime(token), TIME_LINKS);
  const run = tokens.slice(at, last + 1);
  if (!run.some((token, n) => namesATime(token) || isMonth(tokens, at + n)) || isDuration(run)) return null;
  return { kind: 'time', first: at, last };
}

/** An amount, a share, an age, a length of time or any other number. */
function quantityAt(tokens: readonly Token[], at: number): Run | null {
  const number = CURRENCY_MARK.test(tokens[at]?.text ?? '') ? at + 1 : at;
  if (!isNumber(tokens[number])) return null;
  const last = endOfNumber(tokens, number);
  const next = wordAt(tokens, last + 1);
  if (number > at) return { kind: 'money', first: at, last };
  if (CURRENCIES.has(next)) return { kind: 'money', first: at, last: last + 1 };
  if (PERCENT.has(wordAt(tokens, last))) return { kind: 'percentage', first: at, last };
  const age = endOfAge(tokens, at, last);
  if (age !== null) return { kind: 'age', first: at, last: age };
  const unit = tokens[last + 1]?.text === '-' ? last + 2 : last + 1;
  return DURATION_UNITS.has(wordAt(tokens, unit))
    ? { kind: 'duration', first: at, last: unit }
    : { kind: 'number', first: at, last };
}

/** Index of the last token of an age whose number stands from `first` to `last`: "46-year-old", "aged 46", "Ann Bell, 46,". */
function endOfAge(tokens: readonly Token[], first: number, last: number): number | null {
  const words = [1, 2, 3, 4].map((step) => wordAt(tokens, last + step));
  if (/^-(?:year|month|week|day)-old$/u.test(words.join(''))) return last + 4;
  if (/^(?:year|month|week|day)s?old$/u.test(words.slice(0, 2).join(''))) return last + 2;
  if (/^(?:age|aged)$/u.test(wordAt(tokens, first - 1))) return last;
  const isPlain = first === last && /^(?:[1-9]\d|1[01]\d|[2-9])$/u.test(wordAt(tokens, first));
  const before = wordAt(tokens, first - 1);
  const isAside = before === ',' && isName(tokens[first - 2]);
  const isSaid = /^(?:was|is|turned|turns)$/u.test(before) && /^(?:he|she|who)$/u.test(wordAt(tokens, first - 2));
  return isPlain && (isAside || isSaid) && /^(?:[,.;]|when|and)?$/u.test(words[0] ?? '') ? last : null;
}

function nameAt(tokens: readonly Token[], at: number): Run | null {
  const last = runFrom(tokens, at, isName, NAME_LINKS);
  return last < at ? null : { kind: isAfterPlacePreposition(tokens, at) ? 'place' : 'name', first: at, last };
}

const wordAt = (tokens: readonly Token[], at: number): string => fold(tokens[at]?.text ?? '');

/** A sign of a currency, with the letters of a country before it or not: "$", "US$". */
const CURRENCY_MARK = /^\p{L}{0,3}\p{Sc}$/u;

/** Index of the last token of the run that begins at `at`, links inside it included; `at - 1` when there is none. */
function runFrom(
  tokens: readonly Token[],
  at: number,
  belongs: (token: Token | undefined, at: number) => boolean,
  links: ReadonlySet<string>,
): number {
  let last = at - 1;
  for (let next = at; next < tokens.length; next++) {
    if (belongs(tokens[next], next)) last = next;
    else if (next === at || next - last > 2 || !links.has(tokens[next]?.text.toLowerCase() ?? '')) break;
  }
  return last;
}

const isName = (token: Token | undefined): boolean => token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text);

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (/^\p{N}/u.test(token.text) || token.pos === 'NUM' || QUANTITY_WORDS.has(fold(token.text)));

/** A number goes on through further numbers, "and a half", and takes the unit after it: "5 million", "60 %". */
function endOfNumber(tokens: readonly Token[], at: number): number {
  let end = at;
  for (;;) {
    const half = [1, 2, 3, 4, 5, 6].find((step) => wordAt(tokens, end + step) === 'half');
    const between = tokens.slice(end + 1, end + (half ?? 0)).map(({ text }) => text);
    if (isNumber(tokens[end + 1]) || UNIT_MARKS.has(wordAt(tokens, end + 1))) end++;
    else if (tokens[end + 1]?.text === '-' && NUMBER_ENDINGS.has(wordAt(tokens, end + 2))) end += 2;
    else if (half !== undefined && /^-?and-?a-?$/u.test(between.join(''))) end += half;
    else return end;
  }
}

const YEAR = /^(?:1\d{3}|20\d{2})(?:s|\u2013\d{2,4})?$/u; // EN DASH

const namesATime = (token: Token): boolean => TIME_WORDS.has(fold(token.text)) || YEAR.test(token.text);

/** "May" and "March" are months beside a number or after a word that a time follows. */
const isMonth = (tokens: readonly Token[], at: number): boolean =>
  /^(?:May|March)$/u.test(tokens[at]?.text ?? '') &&
  (isNumber(tokens[at - 1]) || isNumber(tokens[at + 1]) || BEFORE_A_MONTH.has(wordAt(tokens, at - 1)));

const isTime = (token: Token | undefined): boolean => token !== undefined && (namesATime(token) || isNumber(token));

/** "Three weeks" is a quantity; "three weeks ago" and "5 May" are times. */
const isDuration = (run: readonly Token[]): boolean =>
  run.every((token) => isNumber(token) || DURATION_UNITS.has(fold(token.text)) || TIME_LINKS.has(fold(token.text))) &&
  run.some(isNumber) &&
  !run.some(({ text }) => YEAR.test(text) || NOT_IN_A_DURATION.has(fold(text)));

const isAfterPlacePreposition = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at - 1], tokens[at - 2]].some((token) => PLACE_PREPOSITIONS.has(token?.text.toLowerCase() ?? ''));
