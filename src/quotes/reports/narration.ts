import type { AnalysedText, Token } from '../../text/analyse.ts';
import type { MarkedSpan } from '../quotation-marks.ts';

/**
 * A word or mark of the article's own voice, or a whole quotation seen as one piece. Offsets in UTF-16 code units of
 * the block's text; `end` is exclusive.
 */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** In lower case, `DASH` for any dash; empty for a quotation. */
  readonly word: string;
  readonly text: string;
  readonly pos: Token['pos'];
  readonly lemma: string;
  /** The words between quotation marks that this unit stands for. */
  readonly mark: MarkedSpan | null;
}

/** A run of units, `units.slice(first, last)`. */
export interface Run {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** A block as its author tells it: sentences in which each quotation is one unit, however many sentences it holds. */
export interface Narration {
  readonly units: readonly Unit[];
  readonly sentences: readonly Run[];
}

/** Puts each marked span of `text` in the place of its words. */
export function narrate(text: AnalysedText, marks: readonly MarkedSpan[]): Narration {
  const units: Unit[] = [];
  let next = 0;
  for (const token of text.tokens) {
    for (let mark = marks[next]; mark !== undefined && mark.start <= token.start; mark = marks[++next]) {
      units.push(unitOfMark(text.text, mark));
    }
    const inside = marks[next - 1];
    if (inside !== undefined && token.start < inside.end) continue;
    const word = wordOf(text.text, token);
    units.push({ ...token, word, pos: word === DASH ? 'PUNCT' : token.pos, mark: null });
  }
  for (const [n, unit] of units.entries()) {
    if (isNickname(units[n - 1], unit, units[n + 1])) units[n] = { ...unit, pos: 'PROPN', mark: null };
  }
  const sentences = sentencesOf(text, units);
  return { units: sentences.flatMap((sentence) => withNames(units.slice(sentence.first, sentence.last))), sentences };
}

/** EM DASH: the `word` of everything that is set as a dash. */
export const DASH = '\u2014';

/** In lower case, with straight apostrophes; a hyphen between spaces, two hyphens and every long dash as `DASH`. */
function wordOf(text: string, { text: token, start, end }: Token): string {
  const alone = /\s/.test(text[start - 1] ?? '') && /\s/.test(text[end] ?? '');
  if (/^(?:-{2,}|[\u2012-\u2015]+)$/.test(token) || (token === '-' && alone)) return DASH; // FIGURE DASH to HORIZONTAL BAR
  return token.toLowerCase().replaceAll('\u2019', "'"); // RIGHT SINGLE QUOTATION MARK
}

/** "Maria “Mia” Ruiz": a name in marks between names is no quotation. */
const isNickname = (left: Unit | undefined, unit: Unit, right: Unit | undefined): boolean =>
  unit.mark !== null &&
  /^\P{L}{1,2}\p{Lu}\p{L}*\P{L}{1,2}$/u.test(unit.text) &&
  [left, right].every((name) => name?.pos === 'PROPN' && isCapitalised(name));

/** Words that taggers take for verbs or adjectives though their capital says that they are names: "Lynch", "Earnest". */
function withNames(sentence: readonly Unit[]): readonly Unit[] {
  const words = sentence.filter((unit) => /^\p{L}{2,}/u.test(unit.text));
  const capitals = words.filter((unit) => isCapitalised(unit)).length;
  const quoted = sentence.some((unit) => unit.mark !== null);
  if (!quoted && words.length > 3 && capitals > words.length * HEADLINE_SHARE) return sentence;
  return sentence.map((unit, n) => {
    const month = unit.text === 'May' && unit.pos === 'AUX' && n > 0;
    const name = month || (isCapitalised(unit) && MISTAGGED.has(unit.pos) && (n > 0 || startsAsName(unit, sentence)));
    return name ? { ...unit, pos: 'PROPN' } : unit;
  });
}

/** Share of capitalised words from which a sentence is a headline in title case, where capitals tell nothing. */
const HEADLINE_SHARE = 0.7;

/** The first word of a sentence, capitalised anyway, is a name where a verb follows that lacks another subject. */
function startsAsName(unit: Unit, sentence: readonly Unit[]): boolean {
  const next = sentence.slice(1).find((other) => other.pos !== 'ADV');
  return (
    unit.pos !== 'ADV' &&
    unit.pos !== 'ADP' &&
    (next?.word === "'s" || next?.pos === 'AUX' || (next?.pos === 'VERB' && !next.word.endsWith('ing')))
  );
}

const MISTAGGED = new Set(['VERB', 'ADJ', 'ADV', 'NOUN', 'X', 'INTJ', 'ADP']);

const isCapitalised = (unit: Unit): boolean => unit.mark === null && /^\p{Lu}\p{L}/u.test(unit.text);

function unitOfMark(text: string, mark: MarkedSpan): Unit {
  const { start, end } = mark;
  return { start, end, word: '', text: text.slice(start, end), pos: 'X', lemma: '', mark };
}

function sentencesOf(text: AnalysedText, units: readonly Unit[]): Run[] {
  const sentences: Run[] = [];
  let first = 0;
  for (const { end } of text.sentences) {
    let last = first;
    while (last < units.length && (units[last]?.start ?? Infinity) < end) last++;
    const tail = units[last - 1];
    // A sentence that ends inside a quotation does not end the article's own.
    if (last === first || tail === undefined || tail.end > end) continue;
    sentences.push({ first, last });
    first = last;
  }
  if (first < units.length) sentences.push({ first, last: units.length });
  return sentences;
}
