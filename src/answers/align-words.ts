/** Which asked word stands where: `asked` and `found` are indexes into the two lists, both rising. */
export interface AlignedPair {
  readonly asked: number;
  readonly found: number;
}

export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  /** 0 to 1: 1 where all asked words stand there and nothing stands between them. */
  readonly closeness: number;
}

/** What a pair adds, and what each word passed over costs: a gap of two words is worth less than one word found. */
const MATCH = 2;
const MISMATCH = -1;
const GAP = -0.6;

/** The index in `words` at which `asked` stands word for word; -1 where it does not. Both folded. */
export function findExact(asked: readonly string[], words: readonly string[]): number {
  const [first] = asked;
  if (first === undefined) return -1;
  for (let at = words.indexOf(first); at >= 0; at = words.indexOf(first, at + 1)) {
    if (asked.every((word, n) => words[at + n] === word)) return at;
  }
  return -1;
}

/**
 * Aligns asked words with folded `words` locally: the stretch that is most like `asked`, in order. Each asked word is the set of words that it can mean.
 *
 * Smith and Waterman's algorithm on words, https://en.wikipedia.org/wiki/Smith%E2%80%93Waterman_algorithm. Time and
 * memory grow with the product of the lengths; both are bounded, `asked` by a request's length and `words` by a quotation's.
 */
export function alignWords(asked: readonly ReadonlySet<string>[], words: readonly string[]): Alignment {
  const width = words.length + 1;
  const scores = new Float32Array((asked.length + 1) * width);
  const score = (i: number, j: number): number => scores[i * width + j] ?? 0;
  let best = 0;
  for (let i = 1; i <= asked.length; i++) {
    for (let j = 1; j <= words.length; j++) {
      const step = asked[i - 1]?.has(words[j - 1] ?? '') === true ? MATCH : MISMATCH;
      const value = Math.max(0, score(i - 1, j - 1) + step, score(i - 1, j) + GAP, score(i, j - 1) + GAP);
      scores[i * width + j] = value;
      if (value > (scores[best] ?? 0)) best = i * width + j;
    }
  }
  return { pairs: traceBack(asked, words, scores, best), closeness: (scores[best] ?? 0) / (MATCH * asked.length) };
}

function traceBack(
  asked: readonly ReadonlySet<string>[],
  words: readonly string[],
  scores: Float32Array,
  best: number,
): AlignedPair[] {
  const width = words.length + 1;
  const pairs: AlignedPair[] = [];
  let i = Math.floor(best / width);
  let j = best % width;
  while (i > 0 && j > 0 && (scores[i * width + j] ?? 0) > 0) {
    const here = scores[i * width + j] ?? 0;
    const same = asked[i - 1]?.has(words[j - 1] ?? '') === true;
    const diagonal = (scores[(i - 1) * width + j - 1] ?? 0) + (same ? MATCH : MISMATCH);
    if (Math.abs(here - diagonal) < 1e-3) {
      if (same) pairs.push({ asked: i - 1, found: j - 1 });
      i--;
      j--;
    } else if (Math.abs(here - ((scores[(i - 1) * width + j] ?? 0) + GAP)) < 1e-3) i--;
    else j--;
  }
  return pairs.reverse();
}
