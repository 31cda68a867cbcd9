import type { Candidate, Pair } from './outline.ts';

/** How long a summary may be, in words counted between white space. */
export interface Room {
  /** Most that it may have. */
  readonly words: number;
  /** From this many on nothing more is added. */
  readonly enough: number;
}

/** Share of the terms from which a sentence says the same as one that is shown. */
const SAME = 0.6;

/**
 * Adds sentences to the editors' key points: each time the one whose pairs of words that are not shown yet are worth most,
 * for its length. A sentence that needs others to be understood brings them with it. Where nothing fits and nothing is
 * shown yet, the shortest is taken all the same, because a sentence is never cut.
 *
 * This is maximum coverage of weighted pairs of words, https://aclanthology.org/W09-1802/ ("A Scalable Global Model for
 * Summarization"), done greedily; it takes time in proportion to the article times the words of the room.
 *
 * @param bonusOf what else counts for a sentence, beside a mean worth of 0 to 1.
 */
export function choose(
  candidates: readonly Candidate[],
  keyPoints: readonly Candidate[],
  room: Room,
  bonusOf: (candidate: Candidate) => number = () => 0,
): ReadonlySet<Candidate> {
  const shown = new Set<Candidate>();
  const shownPairs = new Set<Pair>();
  const same = new Set<Candidate>();
  const show = (added: Candidate): void => {
    shown.add(added);
    for (const pair of added.pairs) shownPairs.add(pair);
  };
  for (const keyPoint of keyPoints) {
    show(keyPoint);
    // A key point is short: a sentence that has all of it may still say much more.
    for (const one of candidates) if (common(one, keyPoint) >= SAME * one.terms.size) same.add(one);
  }
  let left = room.words - wordsOf(keyPoints);
  while (room.words - left < room.enough) {
    let best: readonly Candidate[] = [];
    let bestGain = -Infinity;
    for (const candidate of candidates) {
      if (same.has(candidate)) continue;
      const group = withNeeds(candidate, shown, left);
      if (group === null) continue;
      const gain = worthOf(group, shownPairs) + mean(group.map(bonusOf));
      if (gain > bestGain) [best, bestGain] = [group, gain];
    }
    if (best.length === 0) break;
    for (const added of best) {
      show(added);
      for (const one of candidates) {
        if (common(one, added) >= SAME * Math.min(one.terms.size, added.terms.size)) same.add(one);
      }
    }
    left -= wordsOf(best);
  }
  if (shown.size === 0) shortest(candidates).forEach(show);
  return shown;
}

/** What a word of `group` is worth: the worth of its pairs, each counted once and only where it is not shown yet. */
function worthOf(group: readonly Candidate[], shownPairs: ReadonlySet<Pair>): number {
  const counted = new Set<Pair>();
  let worth = 0;
  let words = 0;
  for (const candidate of group) {
    words += candidate.pairs.length + 1;
    for (const pair of candidate.pairs) {
      if (shownPairs.has(pair) || counted.has(pair)) continue;
      counted.add(pair);
      worth += pair.worth + candidate.worth;
    }
  }
  return worth / words;
}

/** A sentence and those that have to be shown with it and are not; null where they have more than `words` words. */
function withNeeds(candidate: Candidate, shown: ReadonlySet<Candidate>, words: number): readonly Candidate[] | null {
  const group = new Set([candidate]);
  let left = words;
  // A set is walked through in the order of insertion, what is added on the way included.
  for (const one of group) {
    left -= one.words;
    if (left < 0) return null;
    for (const needed of one.needs) if (!shown.has(needed)) group.add(needed);
  }
  return [...group];
}

function shortest(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first, ...others] = candidates.map((candidate) => withNeeds(candidate, new Set(), Infinity) ?? []);
  return others.reduce((least, group) => (wordsOf(group) < wordsOf(least) ? group : least), first ?? []);
}

function wordsOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { words }) => sum + words, 0);
}

/** How many terms two sentences share. */
function common({ terms }: Candidate, other: Candidate): number {
  let count = 0;
  for (const term of terms) if (other.terms.has(term)) count++;
  return count;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
