import { fold } from '../../text/fold.ts';
import { genderOfName } from './given-names.ts';
import { NOT_PEOPLE, PARTICLES, TITLES } from './name-words.ts';

/** Capitalised words in a row. Offsets in UTF-16 code units of the text it stands in; `end` is exclusive. */
export interface NameRun {
  readonly start: number;
  readonly end: number;
  readonly words: readonly NameWord[];
  /** Whether "'s" follows. */
  readonly possessive: boolean;
}

export interface NameWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A capitalised word or an initial, and small words that may stand between two of them. */
const WORD = /(?<![\p{L}\p{N}])(?:\p{Lu}\.(?:\p{Lu}\.)*|\p{Lu}\p{L}*(?:['\u2019-]\p{L}+)*)/gu;

/** Capitalised words that no name begins with. */
const PLAIN = new Set(
  `the a an in on at but and or if when while as after before with for from by to of i it he she they we you this that these
  those there his her its their our my what who why how where not no yes so then now even still yet though although since
  because until also here one some many most all both each every other another more such according asked speaking`.split(
    /\s+/,
  ),
);

/** Finds the runs of capitalised words of a text, in order. */
export function nameRuns(text: string): readonly NameRun[] {
  const runs: NameRun[] = [];
  let words: NameWord[] = [];
  const close = (): void => {
    const [first] = words;
    const last = words.at(-1);
    if (first !== undefined && last !== undefined) {
      runs.push({
        start: first.start,
        end: last.end,
        words,
        possessive: /^['\u2019]s?(?!\p{L})/u.test(text.slice(last.end, last.end + 3)),
      });
    }
    words = [];
  };
  for (const match of text.matchAll(WORD)) {
    const whole = match[0].replace(/['\u2019]s$/u, '');
    const word = { start: match.index, end: match.index + whole.length, text: whole };
    const last = words.at(-1);
    if (last !== undefined && !joins(text.slice(last.end, word.start), last.text) && !joinsNickname(text, last, word))
      close();
    if (PLAIN.has(whole.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(whole) && words.length === 0) continue;
    if (isBehindPlace(text, words, word)) close();
    words.push(word);
    if (whole.length < match[0].length) close();
  }
  close();
  return runs;
}

/** Whether what stands between two capitalised words keeps them one name: a space, an abbreviation's stop, "de la". */
function joins(gap: string, left: string): boolean {
  if (/^[ \u00A0]$/u.test(gap)) return true; // NO-BREAK SPACE
  if (/^\.[ \u00A0]$/u.test(gap)) return left.length <= 5 && TITLES.has(left.toLowerCase());
  const small = /^[ \u00A0]((?:\p{Ll}+[ \u00A0]){1,2})$/u.exec(gap)?.[1];
  return (
    small !== undefined &&
    small
      .trim()
      .split(/\s/)
      .every((word) => PARTICLES.has(word))
  );
}

/** "Ambassador to Norway Ana Ruiz": whether a given name and more follow one word behind "to", which is then where and not who. */
function isBehindPlace(text: string, words: readonly NameWord[], { end, text: given }: NameWord): boolean {
  const [place] = words;
  if (place === undefined || words.length > 1 || isTitle(place.text) || !/^ \p{Lu}/u.test(text.slice(end, end + 2)))
    return false;
  const linked = /\b(?:to|for|of|in) $/.test(text.slice(Math.max(0, place.start - 5), place.start));
  return linked && genderOfName(fold(place.text)) === undefined && genderOfName(fold(given)) !== undefined;
}

const OPENING = /^ ["'\u201C\u2018(]$/; // LEFT DOUBLE / SINGLE QUOTATION MARK
const CLOSING = /^["'\u201D\u2019)] (?=\p{Lu})/u; // RIGHT DOUBLE / SINGLE QUOTATION MARK

/** "Maria “Mia” Ruiz": whether a nickname in marks begins or ends between two words. */
function joinsNickname(text: string, left: NameWord, right: NameWord): boolean {
  const opens = OPENING.test(text.slice(left.end, right.start)) && CLOSING.test(text.slice(right.end, right.end + 3));
  const closes = right.start - left.end === 2 && CLOSING.test(text.slice(left.end, right.end));
  return opens || (closes && OPENING.test(text.slice(left.start - 2, left.start)));
}

/** The words of a run behind its titles: "Prime Minister Ana Ruiz" -> Ana Ruiz. */
export function withoutTitles(run: NameRun): readonly NameWord[] {
  const at = run.words.findLastIndex((word) => isTitle(word.text));
  // "Mr. Justice", "Jim Justice": a title behind "Mr." or a given name is a surname.
  const before = run.words[at - 1]?.text ?? '';
  if (at !== run.words.length - 1) return run.words.slice(at + 1);
  if (/^(?:Mr|Mrs|Ms|Miss|Dr)$/.test(before)) return run.words.slice(at);
  return genderOfName(fold(before)) === undefined ? [] : run.words.slice(at - 1);
}

export const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/, ''));

/** Whether a word is one that only bodies, places and things have in their names. */
export const isNoPersons = (word: string): boolean => NOT_PEOPLE.has(fold(word));

/** Share of capitalised words from which a text is in title case. */
const TITLE_CASE_SHARE = 0.8;

/** Whether most words of a text are capitalised, as in a headline: there capitals tell nothing. */
export function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 3 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * TITLE_CASE_SHARE;
}

/** The folded words of a name that tell people apart: no initials, no "Jr". */
export function nameKeys(name: string): readonly string[] {
  return fold(name)
    .split(/\s+/)
    .filter((word) => word.length > 2 && !/^(?:jr|sr|iii)\.?$/.test(word));
}
