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
        if (typingErrors(term, known, errors) <= errors) found.push(known);
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

const shelf = (term: string, length: number): string => `${term.slice(0, 1)}${length}`;

/**
 * Letters put in, left out, changed, or swapped with their neighbour between `a` and `b`; anything above `most` is
 * given as `most + 1`. https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance (optimal string alignment)
 */
export function typingErrors(a: string, b: string, most: number): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(at(row, b.length), most + 1);
}

const at = (row: readonly number[], n: number): number => row[n] ?? Infinity;
