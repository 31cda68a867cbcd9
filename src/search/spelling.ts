import { editDistance } from '../text/edits.ts';

/** The terms of an index by first letter and length, so that looking for a typing error meets few of them. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** Shortest terms, in letters, in which one error and two errors are looked for: shorter ones are often other words. */
const SHORTEST = { oneError: 5, twoErrors: 8 };

export function spellingsOf(terms: Iterable<string>): Spellings {
  const spellings = new Map<string, string[]>();
  for (const term of terms) {
    const same = spellings.get(shelf(term, term.length));
    if (same === undefined) spellings.set(shelf(term, term.length), [term]);
    else same.push(term);
  }
  return spellings;
}

/** The terms that begin like `term` and are fewest typing errors away; none when there are too many errors. */
export function closestTerms(term: string, spellings: Spellings): readonly string[] {
  const allowed = term.length >= SHORTEST.twoErrors ? 2 : term.length >= SHORTEST.oneError ? 1 : 0;
  for (let errors = 1; errors <= allowed; errors++) {
    const found: string[] = [];
    for (let length = term.length - errors; length <= term.length + errors; length++) {
      for (const known of spellings.get(shelf(term, length)) ?? []) {
        if (editDistance(term, known, errors) <= errors) found.push(known);
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

const shelf = (term: string, length: number): string => `${term.slice(0, 1)}${length}`;
