import type { Passage, Span } from '../../corpus/passage.ts';
import type { Attribution, Quotation } from '../../quotes/quotation.ts';
import { sharesOf } from './shares.ts';

/** A part of a quotation, with whose it is. */
interface Part extends Span {
  readonly attribution: Attribution;
}

/** Share of a place that one speaker's words take up where others' are only told within them. */
const NEARLY_ALL = 0.8;

/** Whose statement the words at each of `places` carry; the places stand in reading order. */
export function attributionsAt(places: readonly Passage[], quotations: readonly Quotation[]): readonly Attribution[] {
  const parts = quotations.flatMap(({ spans, attribution }) =>
    spans.map(({ block, start, end }): Part => ({ block, start, end, attribution })),
  );
  const shares = sharesOf(places, parts);
  return places.map((place, n) => attributionOf(place, shares[n] ?? []));
}

/**
 * Whose statement the words at `place` carry, of whom `parts` have a share in it.
 *
 * A quotation of several sentences lends its speaker to each of them. Where several people speak, or one is not known,
 * it is the one whose words take up nearly all of the place; else nobody, and the words themselves have to tell.
 */
function attributionOf(place: Span, parts: readonly Part[]): Attribution {
  const shares = new Map<string | null, { attribution: Attribution; length: number }>();
  for (const { start, end, attribution } of parts) {
    const length = Math.min(end, place.end) - Math.max(start, place.start);
    const name = attribution.kind === 'stated' ? attribution.speaker.name : null;
    const share = shares.get(name);
    if (share === undefined) shares.set(name, { attribution, length });
    else share.length += length;
  }
  const [first, ...others] = [...shares.values()].sort((a, b) => b.length - a.length);
  if (first === undefined || (others.length > 0 && first.length < NEARLY_ALL * (place.end - place.start)))
    return { kind: 'not-stated' };
  return first.attribution;
}
