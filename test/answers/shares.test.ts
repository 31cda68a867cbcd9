import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharesOf } from '../../src/answers/summary/shares.ts';
import type { Span } from '../../src/corpus/passage.ts';

const overlap = (a: Span, b: Span): boolean => a.block === b.block && a.start < b.end && b.start < a.end;

const aSpan = fc
  .record({ block: fc.nat(3), start: fc.nat(40), length: fc.integer({ min: 1, max: 30 }) })
  .map(({ block, start, length }): Span => ({ block, start, end: start + length }));

/** Spans that stand apart, in reading order. */
const places = fc.array(aSpan, { maxLength: 12 }).map((spans) => {
  const sorted = spans.toSorted((a, b) => a.block - b.block || a.start - b.start);
  return sorted.filter((span, n) => sorted.slice(0, n).every((other) => !overlap(span, other)));
});

it('finds for each place what overlaps it, and nothing else', () => {
  fc.assert(
    fc.property(places, fc.array(aSpan, { maxLength: 12 }), (some, spans) => {
      expect(sharesOf(some, spans)).toEqual(some.map((place) => spans.filter((span) => overlap(place, span))));
    }),
  );
});
