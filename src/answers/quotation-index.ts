import type { Quotation } from '../quotes/quotation.ts';
import { sameButForTypos } from '../text/edits.ts';
import { findExact } from './align-words.ts';
import { quotationWords, type ComparedWord } from './quotation-words.ts';

/** A quotation with its words, ready to be compared. */
export interface IndexedQuotation {
  readonly quotation: Quotation;
  readonly words: readonly ComparedWord[];
}

/** Finds quotations by their words, typing errors included. */
export interface QuotationIndex {
  /** The words of the quotations that `word` (folded) can mean: itself, or for an unknown one those that are it but for typing errors. */
  alike(word: string): ReadonlySet<string>;
  /** Every quotation in which `words` (folded) stand one after another, in the order in which they were indexed. */
  holding(words: readonly string[], fits: (quotation: Quotation) => boolean): readonly IndexedQuotation[];
  /** The `limit` quotations that share most with `words`, see `alike`; the rarer a word the more it counts; best first. */
  candidates(
    words: readonly ReadonlySet<string>[],
    limit: number,
    fits: (quotation: Quotation) => boolean,
  ): readonly IndexedQuotation[];
}

/** Most words of a text by which its quotations are looked for. */
const TELLING_WORDS = 40;

/** Indexes quotations by word, and their vocabulary by letter pairs for the words that it does not have. */
export function indexQuotations(quotations: readonly Quotation[]): QuotationIndex {
  const indexed = quotations.map((quotation) => ({ quotation, words: quotationWords(quotation) }));
  const postings = new Map<string, number[]>();
  for (const [n, { words }] of indexed.entries()) {
    for (const word of new Set(words.map(({ folded }) => folded))) push(postings, word, n);
  }
  const byPair = new Map<string, string[]>();
  for (const word of postings.keys()) for (const pair of pairsOf(word)) push(byPair, pair, word);

  const alike = (word: string): ReadonlySet<string> => {
    if (postings.has(word)) return new Set([word]);
    const shared = new Map<string, number>();
    for (const pair of pairsOf(word))
      for (const other of byPair.get(pair) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    return new Set(
      [...shared]
        .filter(([other, count]) => count >= word.length / 3 && sameButForTypos(word, other))
        .map(([other]) => other),
    );
  };

  return {
    alike,
    holding(words, fits) {
      const lists = words.map((word) => postings.get(word) ?? []);
      const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a), lists[0] ?? []);
      return rarest
        .flatMap((n) => indexed[n] ?? [])
        .filter(
          (one) =>
            fits(one.quotation) &&
            findExact(
              words,
              one.words.map(({ folded }) => folded),
            ) >= 0,
        );
    },
    candidates(words, limit, fits) {
      const scores = new Map<number, number>();
      for (const places of rarestOf(words, postings)) {
        const weight = Math.log(1 + indexed.length / places.length);
        for (const n of places) scores.set(n, (scores.get(n) ?? 0) + weight);
      }
      const found: IndexedQuotation[] = [];
      for (const [n] of [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)) {
        const one = indexed[n];
        if (one !== undefined && fits(one.quotation)) found.push(one);
        if (found.length === limit) break;
      }
      return found;
    },
  };
}

/** Where the rarest of the words stand: enough of them tell a long text's quotation from others, and common ones take long. */
function rarestOf(
  words: readonly ReadonlySet<string>[],
  postings: ReadonlyMap<string, readonly number[]>,
): readonly (readonly number[])[] {
  const known = new Set(words.flatMap((meant) => [...meant]));
  return [...known]
    .map((word) => postings.get(word) ?? [])
    .sort((a, b) => a.length - b.length)
    .slice(0, TELLING_WORDS);
}

/** Neighbouring letters, in either order: two that were swapped still share theirs. */
function pairsOf(word: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let n = 0; n + 1 < word.length; n++) {
    const [a = '', b = ''] = [word[n], word[n + 1]];
    pairs.add(a < b ? a + b : b + a);
  }
  return pairs;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
