import type { Question } from './question.ts';

/** Words that stand for something said before. */
const POINTERS =
  /\b(?:he|she|it|they|him|her|his|hers|its|them|their|theirs|this|that|these|those|there|then|one|ones|former|latter|same|other|another|else|more|also|too)\b/iu;

/** Beginnings of a question that goes on with the one before. */
const CONTINUATIONS =
  /^(?:and|but|or|so|why|how so|what about|how about|what else|who else|anything else|any other|tell me more|more)\b/iu;

/** Fewest terms of a question that can stand on its own. */
const ALONE = 2;

/** Whether a question needs what was said before to be understood: a pronoun, "and …?", "why?", a word or two. */
export function leansOnEarlier({ text, terms }: Pick<Question, 'text' | 'terms'>): boolean {
  return terms.length < ALONE || POINTERS.test(text) || CONTINUATIONS.test(text.trim());
}

/** Asks for something that was not shown yet. */
const FURTHER = /\b(?:else|more|others?|another|further|next|additional|also)\b/iu;

/** "What else?", "and the other one?" */
export const asksFurther = ({ text }: Pick<Question, 'text'>): boolean => FURTHER.test(text);

/** "When did he say that?" asks about the very words that were shown. */
const SHOWN_WORDS = /\b(?:say|says|said|mean|means|meant|claim|claimed)\s+(?:that|this|it|so)\b/iu;

/** Whether a question asks about the passage shown last rather than for another one: "when?", "when did he say that?" */
export function pointsBack({ text, terms }: Pick<Question, 'text' | 'terms'>): boolean {
  return !asksFurther({ text }) && (terms.length === 0 || SHOWN_WORDS.test(text));
}

/** "What was the death toll again?" asks for what was shown. */
export const asksAgain = ({ text }: Pick<Question, 'text'>): boolean => /\bagain\s*[?!.]*$/iu.test(text.trim());

/** Most terms of a question that points at what was shown: "since when?", "when was that debate?" */
const POINTING = 1;

/**
 * Whether a question may ask for a detail of the passage shown last: "since when?", "how old is he?" A name is in every
 * passage, so that "who?" alone says nothing.
 */
export function asksForDetail({ text, terms, wants }: Question): boolean {
  return terms.length <= POINTING && wants !== null && wants !== 'name' && !asksFurther({ text });
}

/** "And the other one?" asks for what the article calls "the other". */
export const asksForOther = ({ text }: Pick<Question, 'text'>): boolean => /\bthe (?:other|second)\b/iu.test(text);
