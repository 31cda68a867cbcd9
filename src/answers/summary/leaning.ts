import type { Token } from '../../text/analyse.ts';
import { fold } from '../../text/fold.ts';
import { CONNECTIVES, CONNECTIVE_PHRASES, DEMONSTRATIVES, PERSONS, PRONOUNS, TIMES } from './leaning-words.ts';

/**
 * What a sentence needs before it to be understood: nothing, what was just said ("But", "This"), or the name of
 * somebody ("He").
 */
export type Leaning = 'on-nothing' | 'on-what-was-said' | 'on-a-name';

/**
 * Says what a sentence leans on, by how it begins: a reader who meets it alone must not ask "who?" or "but what?".
 *
 * @param tokens the sentence's own.
 * @param shown whether a token is one that the reader is told the meaning of, such as the "he" of "he said" where the
 *   speaker is named beside the sentence.
 */
export function leaningOf(tokens: readonly Token[], shown: (token: Token) => boolean): Leaning {
  const words = tokens.filter((token) => /[\p{L}\p{N}]/u.test(token.text));
  const [first, second] = words;
  if (first === undefined) return 'on-nothing';
  const opening = fold(first.text);
  if (PRONOUNS.has(opening) && !shown(first)) return PERSONS.has(opening) ? 'on-a-name' : 'on-what-was-said';
  if (DEMONSTRATIVES.has(opening) && !TIMES.has(fold(second?.text ?? ''))) return 'on-what-was-said';
  const start = words
    .slice(0, 4)
    .map((word) => fold(word.text))
    .join(' ');
  if (CONNECTIVES.has(opening) || CONNECTIVE_PHRASES.some((phrase) => `${start} `.startsWith(`${phrase} `)))
    return 'on-what-was-said';
  if (tokens.some((_, n) => isParenthesis(tokens, n))) return 'on-what-was-said';
  return hasEarlyPronoun(words, shown) ? 'on-a-name' : 'on-nothing';
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
