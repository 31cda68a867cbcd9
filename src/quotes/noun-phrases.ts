import type { Token } from '../text/analyse.ts';
import { CALENDAR } from './cues.ts';

/** A run of tokens, `tokens.slice(first, last)`. */
export interface TokenRun {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON', 'X']);
const HEADS = new Set(['NOUN', 'PROPN', 'PRON', 'X', 'ADJ']);
const LINKS = new Set(['of', 'for', 'at', 'in', 'from', 'with', 'to', 'on']);
const ALONE = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'you', 'who', 'which', 'that', 'this', 'what', 'there']);
const JOINERS = new Set(['-', '\u2013', '&', "'s", '\u2019s', "'", '\u2019', '(', ')', '.', '/']);

export const word = (token: Token | undefined): string => token?.text.toLowerCase() ?? '';
const isCalendar = (token: Token | undefined): boolean => CALENDAR.has(word(token));

/** The noun phrase that ends just before `end`, not reaching before `from`; null where none does. */
export function phraseBefore(tokens: readonly Token[], end: number, from: number): TokenRun | null {
  const last = tokens[end - 1];
  if (last === undefined || end <= from) return null;
  if (ALONE.has(word(last))) return isSpeaking(last) ? { first: end - 1, last: end } : null;
  let first = end;
  while (first > from && continuesLeft(tokens, first - 1, from, first === end)) first--;
  while (first < end && !startsPhrase(tokens[first])) first++;
  const run = { first, last: end };
  return first < end && hasHead(tokens, run) ? run : null;
}

/** The noun phrase that begins at `start`, not reaching past `to`; null where none does. */
export function phraseAfter(tokens: readonly Token[], start: number, to: number): TokenRun | null {
  const head = tokens[start];
  if (head === undefined || start >= to) return null;
  if (ALONE.has(word(head))) return isSpeaking(head) ? { first: start, last: start + 1 } : null;
  if (!startsPhrase(head)) return null;
  let last = start;
  while (last < to && continuesRight(tokens, last, start, to)) last++;
  while (
    last > start &&
    (LINKS.has(word(tokens[last - 1])) || word(tokens[last - 1]) === 'and' || word(tokens[last - 1]) === '.')
  )
    last--;
  const run = { first: start, last };
  return last > start && hasHead(tokens, run) ? run : null;
}

/** The mention with the apposition behind it: ", the harbour master," or ", 54,". `last` stands after its last token. */
export function withApposition(tokens: readonly Token[], run: TokenRun, to: number): TokenRun {
  if (word(tokens[run.last]) !== ',' || ALONE.has(word(tokens[run.first]))) return run;
  const inner = run.last + 1;
  const number = tokens[inner]?.pos === 'NUM' && word(tokens[inner + 1]) === ',' ? inner + 1 : null;
  if (number !== null) return withApposition(tokens, { first: run.first, last: number }, to);
  const phrase =
    tokens[inner]?.pos === 'DET' ||
    tokens[inner]?.pos === 'NOUN' ||
    tokens[inner]?.pos === 'PROPN' ||
    tokens[inner]?.pos === 'ADJ'
      ? phraseAfter(tokens, inner, to)
      : null;
  if (
    phrase === null ||
    !tokens.slice(phrase.first, phrase.last).some((token) => token.pos === 'NOUN' || token.pos === 'PROPN')
  )
    return run;
  const next = word(tokens[phrase.last]);
  if (next !== ',' && next !== '.' && phrase.last < to) return run;
  return { first: run.first, last: phrase.last };
}

function continuesLeft(tokens: readonly Token[], at: number, from: number, atEnd: boolean): boolean {
  const token = tokens[at];
  if (token === undefined || isCalendar(token)) return false;
  if (ALONE.has(word(token))) return false;
  if (INSIDE.has(token.pos)) return true;
  if (atEnd && token.text !== ')') return false;
  if (JOINERS.has(token.text))
    return (
      at > from &&
      tokens[at - 1]?.pos !== 'PUNCT' &&
      (token.text !== '.' || /^\p{Lu}/u.test(tokens[at - 1]?.text ?? ''))
    );
  const before = tokens[at - 1];
  if (LINKS.has(word(token)) || word(token) === 'and')
    return (
      at > from && before !== undefined && (before.pos === 'NOUN' || before.pos === 'PROPN') && !isCalendar(before)
    );
  return false;
}

function continuesRight(tokens: readonly Token[], at: number, start: number, to: number): boolean {
  const token = tokens[at];
  if (token === undefined || isCalendar(token) || (at > start && ALONE.has(word(token)))) return false;
  if (INSIDE.has(token.pos))
    return at === start || token.pos !== 'DET' || LINKS.has(word(tokens[at - 1])) || word(tokens[at - 1]) === 'and';
  if (JOINERS.has(token.text))
    return at + 1 < to && at > start && (token.text !== '.' || tokens[at + 1]?.pos === 'PROPN');
  if (LINKS.has(word(token)) || word(token) === 'and') {
    const next = tokens[at + 1];
    return (
      at + 1 < to &&
      next !== undefined &&
      INSIDE.has(next.pos) &&
      !isCalendar(next) &&
      (word(token) !== 'and' || next.pos === 'PROPN')
    );
  }
  return false;
}

function startsPhrase(token: Token | undefined): boolean {
  return token !== undefined && INSIDE.has(token.pos) && !isCalendar(token);
}

function hasHead(tokens: readonly Token[], run: TokenRun): boolean {
  return tokens
    .slice(run.first, run.last)
    .some((token) => HEADS.has(token.pos) && (token.pos !== 'ADJ' || /^\p{Lu}/u.test(token.text)));
}

function isSpeaking(token: Token): boolean {
  return !['that', 'this', 'what', 'there', 'which', 'you'].includes(word(token));
}
