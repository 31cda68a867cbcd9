import { fold } from '../text/fold.ts';
import { DEPUTIES } from './cues.ts';
import type { Quotation } from './quotation.ts';

/** Words of a name that say nothing about whose it is. */
const EMPTY = new Set(['the', 'a', 'an', 'of', 'for', 'to', 'and', 's', 'mr', 'mrs', 'ms', 'dr']);

/**
 * How well the speaker of a quotation is the one asked for: "putin", "the kremlin", "kremlin spokesman".
 *
 * @returns 2 for their own statement, 1 for one of their spokespeople's, 0 for anybody else's.
 */
export function speakerMatches(quotation: Quotation, asked: string): 0 | 1 | 2 {
  if (quotation.attribution.kind === 'not-stated') return 0;
  const { name, role } = quotation.attribution.speaker;
  const wanted = wordsOf(asked);
  if (wanted.length === 0) return 0;
  const named = new Set(wordsOf(name));
  const all = new Set([...named, ...wordsOf(role ?? '')]);
  const holds = (words: ReadonlySet<string>): boolean => wanted.every((word) => words.has(word));
  if (!holds(all)) return 0;
  const speaksFor = [...all].some((word) => DEPUTIES.has(word));
  if (!speaksFor || wanted.some((word) => DEPUTIES.has(word))) return 2;
  // "putin" is not "a spokesman for putin"; a full name of its own is the person even with that role.
  return holds(named) && ![...named].some((word) => DEPUTIES.has(word)) ? 2 : 1;
}

function wordsOf(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !EMPTY.has(word))
    .map((word) => word.replace(/^spokes(?:wo)?m[ae]n$|^spokespe(?:rson|ople)$/, 'spokesperson'));
}
