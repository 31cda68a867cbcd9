/** Whether `typed` begins like `word` with at most one letter wrong, missing, too many, or two neighbours swapped. */
export function withinOneEdit(word: string, typed: string): boolean {
  let from = 0;
  while (from < typed.length && word[from] === typed[from]) from++;
  const rest = (text: string, skip: number): string => text.slice(from + skip);
  const swapped = word[from] === typed[from + 1] && word[from + 1] === typed[from];
  return (
    rest(word, 1).startsWith(rest(typed, 1)) ||
    rest(word, 1).startsWith(rest(typed, 0)) ||
    rest(word, 0).startsWith(rest(typed, 1)) ||
    (swapped && rest(word, 2).startsWith(rest(typed, 2)))
  );
}

/** How many typing errors a word of this length, in UTF-16 code units, may have and still be taken for another. */
export function allowedEdits(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * The least number of letters wrong, missing, too many or swapped with their neighbour between two words.
 *
 * Optimal string alignment distance, https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 * @returns the distance, or `most + 1` as soon as it must be greater than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? most + 1;
}

/** Whether two folded words are the same but for typing errors. Numbers have none. */
export function sameButForTypos(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  const most = allowedEdits(Math.min(a.length, b.length));
  return most > 0 && editDistance(a, b, most) <= most;
}
