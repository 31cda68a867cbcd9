import type { Passage } from '../../corpus/passage.ts';
import { LONGEST_BUTTON_URL } from './card.ts';

/** How many words at each end of a passage name it in a link. */
const WORDS = 5;

/**
 * A link that jumps to the passage: `#:~:text=start,end`. https://wicg.github.io/scroll-to-text-fragment/
 *
 * @returns the plain address where the fragment would make it too long for a button, null where even that is.
 */
export function passageLink(url: string, passage: Passage): string | null {
  const words = passage.text.split(/\s+/).filter((word) => word !== '');
  const part = (some: readonly string[]): string => encodeURIComponent(some.join(' ')).replace(/-/g, '%2D');
  const fragment =
    words.length <= 2 * WORDS ? part(words) : `${part(words.slice(0, WORDS))},${part(words.slice(-WORDS))}`;
  const base = url.replace(/#.*$/, '');
  return [`${base}#:~:text=${fragment}`, url].find((link) => link.length <= LONGEST_BUTTON_URL) ?? null;
}
