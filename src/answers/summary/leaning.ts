import type { Token } from '../../text/analyse.ts';
import { fold } from '../../text/fold.ts';
import { stem } from '../../text/stem.ts';
import {
  CONNECTIVES,
  CONNECTIVE_PHRASES,
  DEMONSTRATIVES,
  HERE_AND_NOW,
  PERSONS,
  PRONOUNS,
  SAYING_WHICH,
  SHELL_NOUNS,
  TIMES,
} from './leaning-words.ts';

/**
 * What a sentence needs before it to be understood: nothing, what was just said ("But", "This"), or the name of
 * somebody ("He").
 */
export type Leaning = 'on-nothing' | 'on-what-was-said' | 'on-a-name';

/** What a reader knows beside the sentence itself. */
export interface Known {
  /** Whether a token is one that the reader is told the meaning of, such as the "he" of "he said" where the speaker is named beside the sentence. */
  readonly isShown: (token: Token) => boolean;
  /** Whether a token stands between quotation marks, where the speaker points at things in words of their own. */
  readonly isQuoted: (token: Token) => boolean;
  /** The terms of the headline, which stands above every summary. */
  readonly headline: ReadonlySet<string>;
}

/**
 * Says what a sentence leans on, by how it begins and by what it points at: a reader who meets it alone must not ask
 * "who?", "but what?" or "which offer?".
 *
 * @param tokens the sentence's own.
 */
export function leaningOf(tokens: readonly Token[], known: Known): Leaning {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text));
  const [first, second] = words;
  if (first === undefined) return 'on-nothing';
  const opening = fold(first.text);
  if (PRONOUNS.has(opening) && !known.isShown(first)) return PERSONS.has(opening) ? 'on-a-name' : 'on-what-was-said';
  if (DEMONSTRATIVES.has(opening) && !TIMES.has(fold(second?.text ?? ''))) return 'on-what-was-said';
  const start = words
    .slice(0, 4)
    .map((word) => fold(word.text))
    .join(' ');
  if (CONNECTIVES.has(opening) || CONNECTIVE_PHRASES.some((phrase) => `${start} `.startsWith(`${phrase} `)))
    return 'on-what-was-said';
  if (tokens.some((_, n) => isParenthesis(tokens, n))) return 'on-what-was-said';
  if (words.some((word, n) => !known.isQuoted(word) && pointsBack(words, n, known.headline))) return 'on-what-was-said';
  return hasEarlyPronoun(words, known.isShown) ? 'on-a-name' : 'on-nothing';
}

/**
 * Whether the word at `n` points, with the noun behind it, at something said before: "these governments", "the offer".
 * Not where the sentence or the headline has the noun, or where it goes on to say which ("the offer of help").
 */
function pointsBack(words: readonly Token[], n: number, headline: ReadonlySet<string>): boolean {
  const word = fold(words[n]?.text ?? '');
  if (word !== 'the' && word !== 'this' && word !== 'these' && word !== 'those') return false;
  const next = words[n + 1];
  if (word === 'this' && (next?.pos === 'AUX' || next?.pos === 'VERB')) return true;
  const at = next?.pos === 'ADJ' ? n + 2 : n + 1;
  const noun = words[at];
  if (noun?.pos !== 'NOUN') return false;
  const name = fold(noun.text);
  if (word === 'the' ? !SHELL_NOUNS.has(name) : HERE_AND_NOW.has(name)) return false;
  const isSaid = words.slice(0, n).some((one) => stem(fold(one.text)) === stem(name));
  return !isSaid && !headline.has(stem(name)) && !SAYING_WHICH.has(fold(words[at + 1]?.text ?? ''));
}

/** Whether the token at `n` is the "however" of ", however,". */
function isParenthesis(tokens: readonly Token[], n: number): boolean {
  const [before, word, after] = [tokens[n - 1], tokens[n], tokens[n + 1]];
  if (word === undefined || before?.text !== ',' || after?.text !== ',') return false;
  return word.pos !== 'CCONJ' && CONNECTIVES.has(fold(word.text));
}

/**
 * Whether "he", "she" or "they" comes before anybody whom it could mean: a name, or a noun that does something
 * ("police said they"). "In recent days he" has no such noun.
 */
function hasEarlyPronoun(words: readonly Token[], shown: (token: Token) => boolean): boolean {
  let noun = false;
  for (const word of words) {
    const text = fold(word.text);
    if (PERSONS.has(text)) return !shown(word);
    if (isName(word)) return false;
    if (word.pos === 'NOUN') noun = true;
    if (noun && (word.pos === 'VERB' || word.pos === 'AUX')) return false;
  }
  return false;
}

/** Whether a token belongs to a name; "Monday" is nobody's. */
export function isName({ pos, text }: Token): boolean {
  return pos === 'PROPN' && !TIMES.has(fold(text));
}
