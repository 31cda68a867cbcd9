import { genderOfName, type Gender } from '../quotes/people/given-names.ts';
import { isNoPersons } from '../quotes/people/names.ts';
import { leansOnEarlier } from '../search/leaning.ts';
import { readQuestion } from '../search/question.ts';
import { analyse } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import type { EarlierTurn } from './answer.ts';
import type { Library } from './library.ts';

/** A name in a text. Offsets are UTF-16 code units from its start; `end` is exclusive. */
interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Somebody who was asked about, or named in what was shown. */
interface Somebody {
  /** As it can stand in a question: "Olaf Scholz", "the German chancellor". */
  readonly name: string;
  readonly gender: Gender | null;
}

/** What a conversation is about. */
interface Subject {
  /** The last question that had words of its own, as it was read. */
  readonly question: string;
  /** Whom "he" or "she" can mean, the likeliest first. */
  readonly people: readonly Somebody[];
}

/** Words that stand for a person who was named before. */
const PERSON = /\b(?:he|she|him|his|her)\b/iu;
const OWNING = /^(?:his|her)$/iu;
const WOMAN = /^(?:she|her)$/iu;

/** "And Germany?", "What about Germany?": the question before, asked about somebody or something else. */
const SAME_OF = /^(?:and|but|what about|how about|and what about|and how about)\s+(.+?)\s*\??$/iu;

/** What a question was about: "what did Macron say about gestures?", and then "and about trust?" */
const TOPIC = /\s+about\s+[^?]+\??$/iu;
const ABOUT = /^about\s+(.+)$/iu;

/** Whom a question asked after by what they are: "the German chancellor" in "who is the German chancellor?" */
const ROLE = /^who\s+(?:is|was)\s+(the\s+[^?,]+?)\s*\??$/iu;

/**
 * What a question means after the earlier ones, in words: the pronoun of a person gives way to the name that was
 * asked about last, "and Germany?" asks the question before about Germany, and what has no words of its own ("why?",
 * "what else?") is asked about the last question that had some. A question that stands on its own stays as it is.
 */
export function readFollowUp(library: Library, question: string, history: readonly EarlierTurn[]): string {
  let subject: Subject | null = null;
  for (const turn of history) subject = subjectAfter(library, turn, subject);
  return subject === null ? question : readAfter(library, question, subject).reading;
}

function subjectAfter(library: Library, turn: EarlierTurn, before: Subject | null): Subject {
  const { reading, full } =
    before === null ? { reading: turn.question, full: turn.question } : readAfter(library, turn.question, before);
  const texts = turn.shown.map(({ article, block }) => library.entries.get(article)?.article.blocks[block]?.text ?? '');
  const shown = texts.flatMap(peopleNamed);
  const role = ROLE.exec(reading.trim())?.[1];
  const people = [
    ...peopleAsked(reading, shown),
    ...(role === undefined ? [] : peopleInRole(library, turn, role)),
    ...shown,
    ...(role === undefined ? [] : [{ name: role, gender: null }]),
    ...(before?.people ?? []),
  ];
  return { question: full, people };
}

/** The name that a question asks about. What was shown tells "he" from "she". */
function peopleAsked(text: string, shown: readonly Somebody[]): Somebody[] {
  const name = namesIn(text).find(({ start, end }) => !isNobody(text.slice(0, start), text.slice(end)))?.text;
  if (name === undefined) return [];
  const known = shown.find((one) => one.name === name || one.name.endsWith(` ${name}`));
  return [{ name, gender: known?.gender ?? genderOf(name.split(' ')) }];
}

/** Whether a name between two texts is a place, "from Oslo", or says what is meant, "the German chancellor". */
const isNobody = (before: string, after: string): boolean =>
  /\b(?:in|at|from|near)\s$/iu.test(before) ||
  /^\s+\p{Ll}+\s*[?.]?$/u.test(after) ||
  (/\bthe\s$/iu.test(before) && /^\s+\p{Ll}/u.test(after));

/** The people whom a text names in full, in reading order. */
function peopleNamed(text: string): Somebody[] {
  return namesIn(text).flatMap((name) => {
    const words = name.text.split(' ');
    const person = words.slice(
      Math.max(
        0,
        words.findIndex((word) => genderOfName(fold(word)) !== undefined),
      ),
    );
    return person.length < 2 || person.some(isNoPersons) ? [] : [{ name: person.join(' '), gender: genderOf(person) }];
  });
}

/** Who an article says is what was asked: "Chancellor Olaf Scholz", or "Olaf Scholz, the German chancellor". */
function peopleInRole({ entries }: Library, { shown }: EarlierTurn, role: string): Somebody[] {
  const noun = role.split(' ').at(-1) ?? '';
  return [...new Set(shown.map(({ article }) => article))].flatMap((id) =>
    (entries.get(id)?.article.blocks ?? []).flatMap(({ text }) =>
      namesIn(text)
        .filter(
          ({ text: name, end }) =>
            name.toLowerCase().startsWith(`${noun.toLowerCase()} `) ||
            text.slice(end).toLowerCase().startsWith(`, ${role.toLowerCase()}`),
        )
        .flatMap(({ text: name }) => peopleNamed(name)),
    ),
  );
}

const genderOf = (words: readonly string[]): Gender | null =>
  words.length < 2 ? null : (genderOfName(fold(words[0] ?? '')) ?? null);

/** How a question reads after `subject`, and the question that a mere "why?" after it will be about. */
function readAfter(
  library: Library,
  text: string,
  { question, people }: Subject,
): { readonly reading: string; readonly full: string } {
  const same = (reading: string): { reading: string; full: string } => ({ reading, full: reading });
  const pronoun = PERSON.exec(text)?.[0];
  const person = pronoun === undefined ? undefined : personFor(pronoun, people);
  if (pronoun !== undefined && person !== undefined && namesIn(text).length === 0) {
    return same(withName(text, pronoun, person.name));
  }
  const read = readQuestion(text, library.index);
  if (read.terms.length === 0) return { reading: `${text} (${question})`, full: question };
  const other = SAME_OF.exec(text.trim())?.[1];
  if (other === undefined || !leansOnEarlier(read)) return same(text);
  const about = ABOUT.exec(other)?.[1] ?? (namesIn(other).length === 0 && TOPIC.test(question) ? other : null);
  if (about !== null) return same(`${question.replace(TOPIC, '').replace(/\s*\?$/u, '')} about ${about}?`);
  const replaced = withArticle(question, namesIn(question).at(-1));
  return replaced === undefined || namesIn(other).length === 0
    ? { reading: `${text} (${question})`, full: text }
    : same(question.slice(0, replaced.start) + other + question.slice(replaced.end));
}

/** The first who can be meant; a name of the other gender cannot. */
function personFor(pronoun: string, people: readonly Somebody[]): Somebody | undefined {
  const gender = WOMAN.test(pronoun) ? 'she' : 'he';
  return people.find((one) => one.gender === null || one.gender === gender);
}

function withName(text: string, pronoun: string, name: string): string {
  const isOwning = OWNING.test(pronoun) && !/^her\s*(?:[?.]|$)/iu.test(text.slice(text.search(PERSON)));
  return text.replace(PERSON, () => (isOwning ? `${name}'s` : name));
}

/** A name with the "the" before it. */
const withArticle = (text: string, name: Name | undefined): Pick<Name, 'start' | 'end'> | undefined =>
  name === undefined
    ? undefined
    : { start: name.start - (/\bthe\s$/iu.exec(text.slice(0, name.start))?.[0].length ?? 0), end: name.end };

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
