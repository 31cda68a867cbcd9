import { passageAt, type Passage } from '../corpus/passage.ts';
import { freshMentions } from '../search/match-features.ts';
import type { Mention } from '../search/mentions.ts';
import type { Question } from '../search/question.ts';
import type { RankedBlock } from '../search/rank-blocks.ts';
import type { Token } from '../text/analyse.ts';
import type { LibraryEntry } from './library.ts';

/** UTF-16 code units from the start of the block's text; `end` is exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Longest sentence, in UTF-16 code units, that is marked whole; of a longer one, the clauses that the question names. */
const LONGEST_MARK = 200;

/**
 * Marks what answers inside the block: for who, when, where and how many the words themselves where only one group of
 * words can be meant; else the sentence, and another that answers nearly as well where there is room for both, or the
 * clauses of a long one.
 */
export function highlightAnswer(
  { article, analysed }: LibraryEntry,
  question: Question,
  { hit, match }: RankedBlock,
): readonly Passage[] {
  const text = analysed.texts[hit.block];
  const sentence = text?.sentences[match.sentence];
  const indexed = hit.indexed.sentences[match.sentence];
  if (text === undefined || sentence === undefined || indexed === undefined) return [];
  const tokens = text.tokens.slice(sentence.first, sentence.last);
  const [words, ...others] = grouped(freshMentions(question, indexed), tokens);
  const mark = ({ start, end }: Range): Passage => passageAt(article, { block: hit.block, start, end });
  const most = mostMarked(text.text);
  if (words !== undefined && others.length === 0 && lengthOf(words) <= most) return [mark(words)];
  const second = match.runnerUp === null ? undefined : text.sentences[match.runnerUp];
  if (second !== undefined && lengthOf(sentence) + lengthOf(second) <= most)
    return (second.start < sentence.start ? [second, sentence] : [sentence, second]).map(mark);
  if (lengthOf(sentence) <= most) return [mark(sentence)];
  return narrowed(tokens, most, question, indexed.words).map(mark);
}

const lengthOf = ({ start, end }: Range): number => end - start;

/** Most UTF-16 code units that are marked of a text. */
const mostMarked = (text: string): number => Math.max(LONGEST_MARK, text.length / 2);

/** Puts together the mentions that are a list or a range, and gives each number the words it counts. */
function grouped(mentions: readonly Mention[], tokens: readonly Token[]): Range[] {
  const groups: { start: number; end: number }[] = [];
  for (const { kind, start, end } of mentions) {
    const whole =
      kind === 'number' || kind === 'duration' || kind === 'time' ? inFull({ start, end }, tokens) : { start, end };
    const last = groups.at(-1);
    const between = tokens.filter((token) => token.start >= (last?.end ?? Infinity) && token.end <= whole.start);
    if (last !== undefined && between.every(({ text }) => LIST_LINKS.has(text.toLowerCase()))) last.end = whole.end;
    else groups.push(whole);
  }
  return groups;
}

const LIST_LINKS = new Set([',', 'and', 'or', 'to', '-', '\u2013', '&', '(', ')']); // EN DASH

/** A number or time with "more than" or "late" before it and the noun after it. */
function inFull({ start, end }: Range, tokens: readonly Token[]): Range {
  const first = tokens.findIndex((token) => token.start >= start);
  let opening = first;
  while (opening > 0 && APPROXIMATIONS.has(tokens[opening - 1]?.text.toLowerCase() ?? '')) opening--;
  const after = tokens.filter((token) => token.start >= end).slice(0, 3);
  const noun = after.findIndex(({ pos }) => pos === 'NOUN');
  const counted =
    noun >= 0 && after.slice(0, noun).every(({ pos }) => pos === 'ADJ' || pos === 'PROPN') ? after[noun] : undefined;
  return { start: tokens[opening]?.start ?? start, end: counted?.end ?? end };
}

const APPROXIMATIONS = new Set(
  'over about around nearly almost more than fewer less under some at least most up to approximately every late early mid'.split(
    ' ',
  ),
);

/** The run of a sentence's clauses, no longer than a mark may be, that holds most of the question. */
function narrowed(
  tokens: readonly Token[],
  most: number,
  { terms }: Question,
  words: readonly { readonly term: string; readonly start: number }[],
): Range[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const clauses = clausesOf(tokens, most);
  let best: Range[] = [];
  let highest = -1;
  for (const [n, from] of clauses.entries()) {
    for (const to of clauses.slice(n)) {
      if (to.end - from.start > most) break;
      const held = new Set(
        words.filter((word) => word.start >= from.start && word.start < to.end).map(({ term }) => term),
      );
      // Of two runs that hold as much, the longer tells more.
      const worth = [...held].reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) + (to.end - from.start) / 1e4;
      if (worth > highest) [highest, best] = [worth, [{ start: from.start, end: to.end }]];
    }
  }
  return best;
}

/** Pieces of a sentence that end in a mark of their own, or before they grow longer than a mark may be. */
function clausesOf(tokens: readonly Token[], most: number): Range[] {
  const clauses: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const { start, end, text } of tokens) {
    if (open === null || end - open.start > most) clauses.push((open = { start, end }));
    else open.end = end;
    if (/^[,;:\u2013\u2014]$/u.test(text)) open = null; // EN DASH, EM DASH
  }
  return clauses;
}
