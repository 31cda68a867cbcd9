import type { AnalysedArticle } from '../../corpus/analysed-article.ts';
import { passageAt, type Passage } from '../../corpus/passage.ts';
import type { AnalysedText, Token } from '../../text/analyse.ts';
import { fold } from '../../text/fold.ts';
import type { MarkedSpan } from '../quotation-marks.ts';
import { genderOfName, type Gender } from './given-names.ts';
import { HER_TITLES, HIS_TITLES } from './name-words.ts';
import {
  isNoPersons,
  isTitle,
  isTitleCase,
  nameKeys,
  nameRuns,
  withoutTitles,
  type NameRun,
  type NameWord,
} from './names.ts';

/** Somebody whom the article names in full. */
export interface Person {
  readonly name: string;
  /** Folded. */
  readonly given: string;
  /** Folded. */
  readonly surname: string;
  gender: Gender | null;
  /** As the article puts them, "Kremlin spokesperson"; the first is the one to show. */
  readonly roles: string[];
  /** Where the full name first stands. */
  readonly named: Passage;
}

/** A body that the article names with more than one word: "International Monetary Fund". */
export interface Body {
  readonly name: string;
  readonly named: Passage;
}

/** A place where somebody is named, in the article's own voice. */
export interface Occurrence {
  readonly person: Person;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly possessive: boolean;
}

export interface Registry {
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
  /** By block, in reading order. */
  readonly occurrences: readonly (readonly Occurrence[])[];
  /** Names that may be a person's or a body's, "Casey Lane", by block: where each begins. */
  readonly unclear: readonly (readonly number[])[];
}

/** Reads who is named in an article, `marks` being the quotations of each block. */
export function readPeople(analysed: AnalysedArticle, marks: readonly (readonly MarkedSpan[])[]): Registry {
  const { article, texts } = analysed;
  const runs = texts.map((text) => nameRuns(text.text));
  const titled = titledNames(runs);
  const people: Person[] = [];
  const bodies = new Map<string, Body>();
  const unclear: number[][] = texts.map(() => []);
  for (const [block, text] of texts.entries()) {
    const shouted = isTitleCase(text.text);
    for (const run of runs[block] ?? []) {
      const whole = withoutTitles(run);
      const words = personalPart(whole);
      const [first] = words;
      const last = words.at(-1);
      if (first === undefined || last === undefined || whole.length < 2 || shouted) continue;
      const named = passageAt(article, { block, start: first.start, end: last.end });
      if (!isPerson(text, run, words, titled)) {
        if (!bodies.has(fold(named.text))) bodies.set(fold(named.text), { name: named.text, named });
        if (mayBePerson(text, run, words)) unclear[block]?.push(run.start);
        continue;
      }
      const roles = [roleBefore(text, first), roleBehind(text, last.end)].filter((role) => role !== null);
      meet(people, named, roles, genderOf(first.text, last.text, roles, titled));
    }
  }
  addTitled(people, runs, analysed);
  return {
    people,
    bodies: [...bodies.values()],
    unclear,
    occurrences: runs.map((list, block) => occurrencesOf(people, list, block, marks[block] ?? [])),
  };
}

/** "University of Ohio Ana Ruiz" -> Ana Ruiz: the words behind the last that only bodies have, where two are left. */
function personalPart(words: readonly NameWord[]): readonly NameWord[] {
  const tail = words.slice(words.findLastIndex((word) => isNoPersons(word.text)) + 1);
  return tail.length >= 2 && genderOfName(fold(tail[0]?.text ?? '')) !== undefined ? tail : words;
}

/** Surnames with the genders that "Mr." and "Mrs." give them; null where both stand before one. */
function titledNames(runs: readonly (readonly NameRun[])[]): ReadonlyMap<string, Gender | null> {
  const titled = new Map<string, Gender | null>();
  for (const run of runs.flat()) {
    const words = withoutTitles(run);
    const last = words.at(-1);
    const title = run.words.at(-words.length - 1)?.text.toLowerCase() ?? '';
    const gender = HIS_TITLES.has(title) ? 'he' : HER_TITLES.has(title) ? 'she' : undefined;
    if (last === undefined || gender === undefined) continue;
    const key = fold(last.text);
    const known = titled.get(key);
    titled.set(key, known !== undefined && known !== gender ? null : gender);
  }
  return titled;
}

/** Adds those who are named with a title and one name only, "President Ruiz". */
function addTitled(people: Person[], runs: readonly (readonly NameRun[])[], { article }: AnalysedArticle): void {
  for (const [block, list] of runs.entries()) {
    for (const run of list) {
      const [word, ...more] = withoutTitles(run);
      if (word === undefined || more.length > 0 || run.words.length < 2 || isNoPersons(word.text)) continue;
      const key = fold(word.text);
      const role = run.words
        .slice(0, -1)
        .map((title) => title.text)
        .join(' ');
      const known = people.find((person) => person.surname === key);
      if (known !== undefined) {
        if (!/^(?:Mr|Mrs|Ms|Miss|Dr)$/.test(role) && !known.roles.includes(role)) known.roles.push(role);
        continue;
      }
      const title = run.words.at(-2)?.text.toLowerCase() ?? '';
      const gender = HIS_TITLES.has(title) ? 'he' : HER_TITLES.has(title) ? 'she' : null;
      const named = passageAt(article, { block, start: word.start, end: word.end });
      people.push({
        name: word.text,
        given: '',
        surname: key,
        gender,
        roles: /^(?:Mr|Mrs|Ms|Miss|Dr)$/.test(role) ? [] : [role],
        named,
      });
    }
  }
}

function isPerson(
  text: AnalysedText,
  run: NameRun,
  words: readonly NameWord[],
  titled: ReadonlyMap<string, Gender | null>,
): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 5) return false;
  if (words.some((word) => /^\p{Lu}{4,}$/u.test(word.text))) return false;
  const known = genderOfName(fold(first.text)) !== undefined;
  if (isNoPersons(last.text) && !(known && words.length === 2)) return false;
  if (!known && words.some((word) => isNoPersons(word.text))) return false;
  if (known || titled.has(fold(last.text)) || words.length < run.words.length) return true;
  if (/^(?:the|The)\s$/u.test(text.text.slice(Math.max(0, run.start - 4), run.start))) return false;
  return (
    roleBefore(text, first) !== null ||
    roleBehind(text, last.end) !== null ||
    words.some((word) => /^\p{Lu}\.$/u.test(word.text))
  );
}

/** Two or three words that could be somebody's name: no word of a body's, and no "the" before them. */
function mayBePerson(text: AnalysedText, run: NameRun, words: readonly NameWord[]): boolean {
  const the = /^(?:the|The)\s$/u.test(text.text.slice(Math.max(0, run.start - 4), run.start));
  return (
    !the && words.length <= 3 && words.every((word) => !isNoPersons(word.text) && /^\p{Lu}\p{Ll}/u.test(word.text))
  );
}

function genderOf(
  given: string,
  surname: string,
  roles: readonly string[],
  titled: ReadonlyMap<string, Gender | null>,
): Gender | null {
  const byName = genderOfName(fold(given));
  if (byName !== undefined) return byName;
  const words = roles.flatMap((role) => role.toLowerCase().split(/\s+/));
  if (words.some((word) => HIS_TITLES.has(word))) return 'he';
  if (words.some((word) => HER_TITLES.has(word))) return 'she';
  return titled.get(fold(surname)) ?? null;
}

/** Adds somebody, or what is new about somebody known: "Robert Ruiz" and "Robert J. Ruiz" are one. */
function meet(people: Person[], named: Passage, roles: readonly string[], gender: Gender | null): void {
  const keys = nameKeys(named.text);
  const [given = '', surname = ''] = [keys[0], keys.at(-1)];
  const known = people.find((person) => person.surname === surname && person.given === given);
  if (known === undefined) {
    if (given !== surname || keys.length > 2)
      people.push({ name: named.text, given, surname, gender, roles: [...roles], named });
    return;
  }
  known.gender ??= gender;
  for (const role of roles) if (!known.roles.includes(role)) known.roles.push(role);
}

/** Words that say what somebody is, before the name: "Kremlin spokesperson Dmitry Peskov", "the governor, Ana Ruiz". */
function roleBefore(text: AnalysedText, name: NameWord): string | null {
  const { tokens } = text;
  let at = indexOfToken(tokens, name.start);
  const apposed = tokens[at - 1]?.text === ',';
  if (apposed) at--;
  let first = at;
  while (first > 0 && continuesRole(tokens, first - 1, at)) first--;
  while (first < at && /^(?:['\u2019]s|-|of|for|and|,)$/u.test(tokens[first]?.text ?? '')) first++;
  const [head, tail] = [tokens[first], tokens[at - 1]];
  if (head === undefined || tail === undefined || first >= at) return null;
  const article = tokens[first - 1];
  if (apposed && article?.pos !== 'DET' && !/['\u2019]s/u.test(text.text.slice(head.start, tail.end))) return null;
  if (tail.pos !== 'NOUN' && !isTitle(tail.text)) return null;
  const role = text.text.slice(head.start, tail.end);
  return isRole(tail.text) || isTitle(tail.text) ? role : null;
}

function continuesRole(tokens: readonly Token[], at: number, end: number): boolean {
  const token = tokens[at];
  if (token === undefined || end - at > 9) return false;
  if (/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) return !/^(?:said|says|told)$/i.test(token.text);
  return (
    /^(?:['\u2019]s|-|of)$/u.test(token.text) &&
    at > 0 &&
    /^(?:NOUN|PROPN|ADJ|ADV)$/.test(tokens[at - 1]?.pos ?? '') &&
    at < end - 1
  );
}

/** Words that say what somebody is, behind the name: "Ana Ruiz, 54, the harbour master,". */
function roleBehind(text: AnalysedText, end: number): string | null {
  const behind = text.text.slice(end, end + 140);
  const match = /^(?:,\s\d{1,3})?,\s(?:the |a |an |its |their )?([^,;:.\u2014"\u201C]{3,90})(?=[,;.\u2014]|$)/u.exec(
    behind,
  );
  const role = match?.[1];
  if (role === undefined || /^(?:who|whose|which|and|but|he|she|said|told)\b/.test(role)) return null;
  const head = role.split(/\s(?:of|for|at|in|to|from|with|who|and|on)\s/u)[0] ?? role;
  const noun = head.split(/\s+/).at(-1) ?? '';
  return isRole(noun) && !/\b(?:said|says|was|were|is|has|had)\b/.test(role) ? role : null;
}

const ROLE_NOUNS = new Set(
  `president minister secretary chief executive mayor governor senator spokesperson spokesman spokeswoman head chair co-chair
  founder co-founder ceo fellow expert official aide attorney lawyer judge analyst economist scientist student activist
  candidate nominee representative politician general captain priest mother father sister brother wife husband son
  daughter friend resident chancellor premier ambassador envoy chairman chairwoman member coauthor author journalist critic
  assistant consultant veteran critic boss guest agent nurse surgeon physician strategist pollster deputy star whip`.split(
    /\s+/,
  ),
);

/** Whether a noun says what somebody is. */
export function isRole(noun: string): boolean {
  const word = noun.toLowerCase();
  return (
    ROLE_NOUNS.has(word) || /(?:man|woman|person|ologist|[^t]ist|[^h]er|[cst]or|ician|eer|lyst|grapher)$/.test(word)
  );
}

function indexOfToken(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function occurrencesOf(
  people: readonly Person[],
  runs: readonly NameRun[],
  block: number,
  marks: readonly MarkedSpan[],
): readonly Occurrence[] {
  return runs.flatMap((run): Occurrence[] => {
    if (marks.some((mark) => run.start >= mark.start && run.end <= mark.end)) return [];
    const person = personOf(people, run);
    return person === null ? [] : [{ person, block, start: run.start, end: run.end, possessive: run.possessive }];
  });
}

/** The one person whom a run of capitalised words names; null where none or several could be meant. */
export function personOf(people: readonly Person[], run: NameRun): Person | null {
  const words = withoutTitles(run);
  const keys = nameKeys(words.map((word) => word.text).join(' '));
  const [first] = keys;
  const last = keys.at(-1);
  if (first === undefined || last === undefined) return null;
  const title = run.words.at(-words.length - 1)?.text.toLowerCase() ?? '';
  const gender = HIS_TITLES.has(title) ? 'he' : HER_TITLES.has(title) ? 'she' : null;
  const fits = people.filter((person) =>
    keys.length > 1
      ? person.surname === last &&
        (person.given === first ||
          person.given === '' ||
          first.startsWith(person.given) ||
          person.given.startsWith(first) ||
          nameKeys(person.name).slice(0, -1).includes(first))
      : (person.surname === last || (person.given === last && words.length === run.words.length)) &&
        (gender === null || person.gender === null || person.gender === gender),
  );
  if (fits.length <= 1) return fits[0] ?? null;
  const bySurname = fits.filter((person) => person.surname === last);
  return bySurname.length === 1 ? (bySurname[0] ?? null) : null;
}
