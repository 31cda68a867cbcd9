import { speakerMatches } from '../quotes/people/match-speaker.ts';
import type { Quotation } from '../quotes/quotation.ts';

/** `speakerMatches` for one who is asked for, worked out once for each speaker. */
export function speakerRank(asked: string): (quotation: Quotation) => 0 | 1 | 2 {
  const known = new Map<string, 0 | 1 | 2>();
  return (quotation) => {
    if (quotation.attribution.kind === 'not-stated') return 0;
    const { name, role } = quotation.attribution.speaker;
    const key = `${name}\n${role ?? ''}`;
    const rank = known.get(key) ?? speakerMatches(quotation, asked);
    known.set(key, rank);
    return rank;
  };
}
