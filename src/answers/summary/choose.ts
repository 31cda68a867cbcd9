import { commonTerms } from './features.ts';
import type { Candidate } from './outline.ts';

/** How long a summary may be, in words counted between white space. */
export interface Room {
  /** Most that it may have. */
  readonly words: number;
  /** From this many on nothing more is added. */
  readonly enough: number;
}

/** What a sentence loses for repeating one that is shown: this times the share that it repeats. */
const REPETITION_COST = 0.1;

/** Share from which a sentence says the same as one that is shown. */
const SAME = 0.6;

/**
 * Adds sentences to what is shown already: each time the one with the best score, less what it repeats. A sentence
 * that needs others to be understood brings them with it. Where nothing fits and nothing is shown yet, the shortest is taken all
 * the same, because a sentence is never cut.
 *
 * This is greedy maximal marginal relevance (https://doi.org/10.1145/290941.291025); it takes time in proportion to
 * the candidates times the words of the room.
 */
export function choose(
  candidates: readonly Candidate[],
  shownAlready: readonly Candidate[],
  room: Room,
  scoreOf: (candidate: Candidate) => number,
): ReadonlySet<Candidate> {
  const shown = new Set<Candidate>();
  const repeated = new Map<Candidate, number>();
  const show = (added: Candidate): void => {
    shown.add(added);
    for (const candidate of candidates) {
      repeated.set(candidate, Math.max(repeated.get(candidate) ?? 0, overlap(candidate.terms, added.terms)));
    }
  };
  shownAlready.forEach(show);
  let left = room.words - wordsOf(shownAlready);
  while (room.words - left < room.enough) {
    let best: readonly Candidate[] = [];
    let bestGain = -Infinity;
    for (const candidate of candidates) {
      if (shown.has(candidate) || (repeated.get(candidate) ?? 0) >= SAME) continue;
      const group = withNeeds(candidate, shown, left);
      if (group === null) continue;
      const gains = group.map((one) => scoreOf(one) - REPETITION_COST * (repeated.get(one) ?? 0));
      const gain = gains.reduce((sum, one) => sum + one, 0) / gains.length;
      if (gain > bestGain) [best, bestGain] = [group, gain];
    }
    if (best.length === 0) break;
    best.forEach(show);
    left -= wordsOf(best);
  }
  if (shown.size === 0) shortest(candidates).forEach(show);
  return shown;
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

/** Share of the terms of the smaller set that the other holds. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return commonTerms(a, b) / Math.max(1, Math.min(a.size, b.size));
}
