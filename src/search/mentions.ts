import type { Token } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import {
  DURATION_UNITS,
  NAME_LINKS,
  NOT_IN_A_DURATION,
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

/** A `place` is a name after "in", "at", "from" and the like; a year or a date is a `time` and never a `number`. */
export type MentionKind = 'name' | 'place' | 'time' | 'number';

/** Finds the mentions among the tokens of one sentence, in order. They do not overlap. */
export function mentionsIn(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const last = runFrom(tokens, at, isTime, TIME_LINKS);
    const [kind, end] =
      last >= at && tokens.slice(at, last + 1).some(namesATime)
        ? ([isDuration(tokens.slice(at, last + 1)) ? 'number' : 'time', last] as const)
        : isNumber(tokens[at])
          ? (['number', endOfNumber(tokens, at)] as const)
          : ([
              isAfterPlacePreposition(tokens, at) ? 'place' : 'name',
              runFrom(tokens, at, isName, NAME_LINKS),
            ] as const);
    const [first, final] = [tokens[at], tokens[end]];
    if (end < at || first === undefined || final === undefined) continue;
    mentions.push({ kind, start: first.start, end: final.end });
    at = end;
  }
  return mentions;
}

/** Index of the last token of the run that begins at `at`, links inside it included; `at - 1` when there is none. */
function runFrom(
  tokens: readonly Token[],
  at: number,
  belongs: (token: Token | undefined) => boolean,
  links: ReadonlySet<string>,
): number {
  let last = at - 1;
  for (let next = at; next < tokens.length; next++) {
    if (belongs(tokens[next])) last = next;
    else if (next === at || next - last > 2 || !links.has(tokens[next]?.text.toLowerCase() ?? '')) break;
  }
  return last;
}

const isName = (token: Token | undefined): boolean => token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text);

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (/^\p{N}/u.test(token.text) || token.pos === 'NUM' || QUANTITY_WORDS.has(fold(token.text)));

/** A number goes on through further numbers, and takes the unit after it: "5 million", "60 %". */
function endOfNumber(tokens: readonly Token[], at: number): number {
  let end = at;
  while (isNumber(tokens[end + 1]) || UNIT_MARKS.has(fold(tokens[end + 1]?.text ?? ''))) end++;
  return end;
}

const YEAR = /^(?:1\d{3}|20\d{2})(?:s|\u2013\d{2,4})?$/u; // EN DASH

const namesATime = (token: Token): boolean => TIME_WORDS.has(fold(token.text)) || YEAR.test(token.text);

const isTime = (token: Token | undefined): boolean => token !== undefined && (namesATime(token) || isNumber(token));

/** "Three weeks" is a quantity; "three weeks ago" and "5 May" are times. */
const isDuration = (run: readonly Token[]): boolean =>
  run.every((token) => isNumber(token) || DURATION_UNITS.has(fold(token.text)) || TIME_LINKS.has(fold(token.text))) &&
  !run.some(({ text }) => YEAR.test(text) || NOT_IN_A_DURATION.has(fold(text)));

const isAfterPlacePreposition = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at - 1], tokens[at - 2]].some((token) => PLACE_PREPOSITIONS.has(token?.text.toLowerCase() ?? ''));
