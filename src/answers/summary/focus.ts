import type { Article } from '../../corpus/article.ts';
import { nameRuns } from '../../quotes/people/names.ts';
import { personOf, type Person } from '../../quotes/people/registry.ts';
import { termsOf } from '../../search/terms.ts';
import { fold } from '../../text/fold.ts';
import type { Candidate, Outline } from './outline.ts';

/** Share of a topic that a sentence has to be about. */
const ABOUT = 0.5;

/**
 * Says how far each candidate is about `focus`, a topic or a person: 0, or from `ABOUT` to 1. What somebody is quoted as
 * saying is about the speaker too.
 */
export function aboutness(
  article: Article,
  { people }: Outline,
  candidates: readonly Candidate[],
  focus: string,
): ReadonlyMap<Candidate, number> {
  const person = personNamed(people, focus);
  if (person !== null) return markedBy(candidates, aboutPerson(person, people));
  const name = nameIn(article, focus);
  if (name !== null) {
    return markedBy(candidates, ({ passage, attribution }) => name.test(`${passage.text}\n${speakerOf(attribution)}`));
  }
  return aboutTopic(article, candidates, focus);
}

function markedBy(
  candidates: readonly Candidate[],
  isAbout: (candidate: Candidate) => boolean,
): ReadonlyMap<Candidate, number> {
  return new Map(candidates.map((candidate) => [candidate, isAbout(candidate) ? 1 : 0]));
}

/** The one person of an article whom the whole of `focus` names, however it is capitalised; null where it names nobody. */
function personNamed(people: readonly Person[], focus: string): Person | null {
  const capitalised = focus.replace(/(?<![\p{L}\p{M}'\u2019])\p{Ll}/gu, (letter) => letter.toUpperCase()); // RIGHT SINGLE QUOTATION MARK
  const [run, ...others] = nameRuns(capitalised);
  if (run === undefined || others.length > 0 || run.start > 0 || run.end < focus.length) return null;
  return personOf(people, run);
}

/**
 * Tells what is about a person: their own statements, what names them, or calls them by a role that is theirs alone. Of a
 * full name the last part is enough where nobody else of the article has it.
 */
function aboutPerson(person: Person, people: readonly Person[]): (candidate: Candidate) => boolean {
  const surname = wordsAsGiven(person.name.split(/\s+/u).at(-1) ?? person.name);
  const isSole = people.every((other) => other === person || other.surname !== person.surname);
  const roles = rolesOf(person, people);
  return (candidate) => {
    const { passage, attribution } = candidate;
    const speaker = attribution.kind === 'stated' ? attribution.speaker.name : '';
    return (
      candidate.people.includes(person) ||
      speaker === person.name ||
      (isSole && surname.test(`${passage.text}\n${speaker}`)) ||
      roles.some((role) => hasRole(passage.text, role))
    );
  };
}

/** The roles of several words that a person has and nobody else of the article: "French president". */
function rolesOf(person: Person, people: readonly Person[]): readonly string[] {
  const others = people.filter((other) => other !== person).flatMap(({ roles }) => roles.map(fold));
  return person.roles.filter((role) => /\s/u.test(role) && !others.some((other) => other.includes(fold(role))));
}

/** Whether a text speaks of a role, and not of another such as "Israel's prime minister" for "prime minister". */
function hasRole(text: string, role: string): boolean {
  const at = text.search(wordsAsGiven(role, 'iu'));
  if (at < 0) return false;
  const before = /(\S+)\s+$/u.exec(text.slice(0, at))?.[1] ?? '';
  return /^(?:the|an?)$/iu.test(before) || !/^\p{Lu}|['\u2019]s?$/u.test(before); // RIGHT SINGLE QUOTATION MARK
}

/** Finds words where they stand whole, written in this way. */
function wordsAsGiven(words: string, flags = 'u'): RegExp {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/gu, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, flags);
}

/** Finds a name of several words, such as that of a body; null where `focus` is no such name in the article. */
function nameIn({ blocks }: Article, focus: string): RegExp | null {
  const words = focus.match(/[\p{L}\p{N}'\u2019-]+/gu) ?? []; // RIGHT SINGLE QUOTATION MARK
  if (words.length < 2) return null;
  const name = wordsAsGiven(words.join(' '), 'iu');
  const isName = blocks.some(({ text }) => {
    const found = name.exec(text)?.[0] ?? '';
    return found !== '' && found.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word));
  });
  return isName ? name : null;
}

/** Rare words of the article count more, after the inverse of the number of sentences that hold them. */
function aboutTopic(
  { language }: Article,
  candidates: readonly Candidate[],
  focus: string,
): ReadonlyMap<Candidate, number> {
  const wanted = [...new Set(termsOf(focus, language))];
  const held = new Map(
    candidates.map((candidate) => {
      const speaking = new Set(termsOf(speakerOf(candidate.attribution), language));
      return [candidate, wanted.filter((term) => candidate.terms.has(term) || speaking.has(term))];
    }),
  );
  const counts = new Map<string, number>();
  for (const terms of held.values()) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weigh = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + Math.log(1 + candidates.length / (1 + (counts.get(term) ?? 0))), 0);
  const all = weigh(wanted);
  return new Map(
    [...held].map(([candidate, terms]) => {
      const share = terms.length === 0 ? 0 : weigh(terms) / all;
      return [candidate, share >= ABOUT ? share : 0];
    }),
  );
}

/** Name and role of a speaker, as they stand on a card. */
function speakerOf(attribution: Candidate['attribution']): string {
  return attribution.kind === 'stated' ? `${attribution.speaker.name} ${attribution.speaker.role ?? ''}` : '';
}
