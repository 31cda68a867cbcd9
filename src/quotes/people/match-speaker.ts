import { allowedEdits, editDistance } from '../../text/edits.ts';
import { fold } from '../../text/fold.ts';
import type { Quotation } from '../quotation.ts';
import { DEPUTIES } from '../reports/cues.ts';

/** Words that tell nobody from anybody. */
const SMALL = new Set('the a an of for to in at and his her its their mr mrs ms dr'.split(' '));

/**
 * How well the speaker of a quotation is the one asked for, as somebody types it: "putin", "the kremlin", "kremlin
 * spokesman". Typing errors in longer words are forgiven.
 *
 * A spokesman for somebody is not that somebody; a role that only names a body, "Kremlin critic", is not that body.
 *
 * @returns 2 for their own statement, 1 for one of their spokespeople's, 0 for anybody else's.
 */
export function speakerMatches(quotation: Quotation, asked: string): 0 | 1 | 2 {
  if (quotation.attribution.kind === 'not-stated') return 0;
  const { name, role } = quotation.attribution.speaker;
  const wanted = wordsOf(asked);
  if (wanted.length === 0) return 0;
  const all = [...wordsOf(name), ...wordsOf(role ?? '')];
  if (wanted.some(isDeputy)) return holds(all, wanted) ? 2 : 0;
  // Of "a spokesman for Ruiz" and "Kyiv's mayor" the owner is not the speaker.
  const [self = name, ...principal] = name.split(/\s(?:for|of|to)\s|['\u2019]s?\s/u);
  const unnamed = principal.length > 0;
  const deputy = all.some(isDeputy);
  if (!unnamed && !wordsOf(self).some(isDeputy) && holds(wordsOf(self), wanted)) return 2;
  if (deputy) return holds(all, wanted) ? 1 : 0;
  // "mayor", "kyiv mayor" and "foreign minister" are roles; "kyiv" alone is nobody's.
  const title = unnamed ? name : (role ?? '');
  const noun = wordsOf(title.split(/\s(?:of|for|at|in|to)\s/u)[0] ?? title).at(-1);
  return holds(wordsOf(title), wanted) && noun !== undefined && holds(wanted, [noun]) ? 2 : 0;
}

/** The words that count, folded; every kind of spokesman is one. */
function wordsOf(text: string): readonly string[] {
  return (
    fold(text)
      .replace(/'s?(?!\p{L})/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !SMALL.has(word))
    .map((word) => word.replace(/^spokes(?:wo)?m[ae]n$|^spokespe(?:rson|ople)$/, 'spokesperson'));
}

const isDeputy = (word: string): boolean => DEPUTIES.has(word);

const holds = (words: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((word) => words.some((other) => alike(word, other)));

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const most = allowedEdits(Math.min(a.length, b.length));
  return most > 0 && editDistance(a, b, most) <= most;
}
