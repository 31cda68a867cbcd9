import type { Passage, Span } from '../../corpus/passage.ts';
import type { Attribution, Quotation } from '../../quotes/quotation.ts';

/** A part of a quotation, with the whole that it belongs to. */
interface Part {
  readonly span: Passage;
  readonly attribution: Attribution;
}

/** The parts of an article's quotations, by the block in which they stand. */
export type PartsByBlock = ReadonlyMap<number, readonly Part[]>;

/** Share of a place that one speaker's words take up where others' are only told within them. */
const NEARLY_ALL = 0.8;

export function partsByBlock(quotations: readonly Quotation[]): PartsByBlock {
  const parts = new Map<number, Part[]>();
  for (const { spans, attribution } of quotations) {
    for (const span of spans) {
      const others = parts.get(span.block);
      if (others === undefined) parts.set(span.block, [{ span, attribution }]);
      else others.push({ span, attribution });
    }
  }
  return parts;
}

/**
 * Whose statement the words at `place` carry.
 *
 * A quotation of several sentences lends its speaker to each of them. Where several people speak, or one is not known,
 * it is the one whose words take up nearly all of the place; else nobody, and the words themselves have to tell.
 */
export function attributionAt(parts: PartsByBlock, place: Span): Attribution {
  const shares = new Map<string | null, { attribution: Attribution; length: number }>();
  for (const { span, attribution } of parts.get(place.block) ?? []) {
    const length = Math.min(span.end, place.end) - Math.max(span.start, place.start);
    if (length <= 0) continue;
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
