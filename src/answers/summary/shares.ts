import type { Span } from '../../corpus/passage.ts';

/**
 * For each of `places`, which stand in reading order and apart from each other, the `spans` that have a share in it.
 *
 * Takes time in proportion to the spans, the places and what they share, but for a logarithm.
 */
export function sharesOf<T extends Span>(places: readonly Span[], spans: readonly T[]): readonly (readonly T[])[] {
  const shares = places.map((): T[] => []);
  for (const span of spans) {
    for (let n = firstNotBefore(places, span); n < places.length && !isBefore(span, places[n]); n++) {
      shares[n]?.push(span);
    }
  }
  return shares;
}

/** The first of `places` that does not end before `span` begins. */
function firstNotBefore(places: readonly Span[], span: Span): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(places[middle], span)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(one: Span | undefined, other: Span | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.block < other.block || (one.block === other.block && one.end <= other.start);
}
