import { leansOnEarlier } from '../search/leaning.ts';
import { readQuestion } from '../search/question.ts';
import { analyse } from '../text/analyse.ts';
import type { EarlierTurn } from './answer.ts';
import type { Library } from './library.ts';

/** A name in a question. Offsets are UTF-16 code units from its start; `end` is exclusive. */
interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words that stand for a person who was named before. */
const PERSON = /\b(?:he|she|him|his|her)\b/iu;
const OWNING = /^(?:his|her)$/iu;

/** "And Germany?", "What about Germany?": the question before, asked about somebody or something else. */
const SAME_OF = /^(?:and|but|what about|how about|and what about|and how about)\s+(.+?)\s*\??$/iu;

/**
 * What a question means after the earlier ones, in words: the pronoun of a person gives way to the name that was
 * asked about last, "and Germany?" asks the question before about Germany, and what has no words of its own ("why?",
 * "what else?") is asked about the question before. A question that stands on its own stays as it is.
 */
export function readFollowUp(library: Library, question: string, history: readonly EarlierTurn[]): string {
  let before: string | null = null;
  let person: string | null = null;
  for (const turn of history) {
    before = readAfter(library, turn.question, before, person);
    person = personIn(before) ?? personShown(library, turn) ?? person;
  }
  return readAfter(library, question, before, person);
}

/** The name that a question asks about; not "German" in "the German chancellor". */
function personIn(text: string): string | null {
  return namesIn(text).find(({ end }) => !/^\s+\p{Ll}+\s*[?.]?$/u.test(text.slice(end)))?.text ?? null;
}

/** The first full name in what a turn showed. */
function personShown({ entries }: Library, { shown }: EarlierTurn): string | null {
  for (const { article, block } of shown) {
    const text = entries.get(article)?.article.blocks[block]?.text ?? '';
    const name = namesIn(text).find((one) => one.text.includes(' '));
    if (name !== undefined) return name.text;
  }
  return null;
}

function readAfter(library: Library, text: string, before: string | null, person: string | null): string {
  if (before === null) return text;
  const pronoun = PERSON.exec(text)?.[0];
  if (pronoun !== undefined && person !== null && namesIn(text).length === 0) {
    return text.replace(
      PERSON,
      OWNING.test(pronoun) && !/^her\s*[?.]/iu.test(text.slice(text.search(PERSON))) ? `${person}'s` : person,
    );
  }
  const read = readQuestion(text, library.index);
  if (read.terms.length === 0) return `${text} (${before})`;
  const other = SAME_OF.exec(text.trim())?.[1];
  if (other === undefined || !leansOnEarlier(read)) return text;
  const replaced = withArticle(before, namesIn(before).at(-1));
  return replaced === undefined || namesIn(other).length === 0
    ? `${text} (${before})`
    : before.slice(0, replaced.start) + other + before.slice(replaced.end);
}

/** A name with the "the" before it. */
const withArticle = (text: string, name: Name | undefined): Name | undefined =>
  name === undefined
    ? undefined
    : { ...name, start: name.start - (/\bthe\s$/iu.exec(text.slice(0, name.start))?.[0].length ?? 0) };

function namesIn(text: string): Name[] {
  const names: { text: string; start: number; end: number }[] = [];
  for (const { pos, start, end, text: word } of analyse(text, 'en').tokens) {
    if (pos !== 'PROPN' || !/^\p{Lu}/u.test(word)) continue;
    const last = names.at(-1);
    if (last?.end === start - 1) names.splice(-1, 1, { text: text.slice(last.start, end), start: last.start, end });
    else names.push({ text: word, start, end });
  }
  return names;
}
