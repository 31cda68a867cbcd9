import type { PageFacts } from './page-facts.ts';
import { elementsOf, textOf, type PageElement } from './parse-page.ts';

export interface Headline {
  readonly text: string;
  /** Where it stands in the page; null where the page only tells it to programs. */
  readonly element: PageElement | null;
}

/** Share of words in common from which a heading of level 1 is the title that a page tells, in other words or with more of them. */
const SAME_TITLE = 0.5;

/** The same for a heading of level 2, which is likelier to be another's. */
const SURELY_SAME_TITLE = 0.8;

/**
 * The headline as the page shows it, rather than as it tells it to search engines.
 *
 * The heading that agrees with the page's titles; else its one heading of level 1, unless that is the name of the site; else the title.
 */
export function findHeadline(shown: PageElement, { titles, source }: PageFacts): Headline | null {
  const headings = [...elementsOf(shown)]
    .filter(({ name }) => name === 'h1' || name === 'h2')
    .map((element) => ({ element, text: textOf(element), isFirst: element.name === 'h1' }))
    .filter(({ text }) => text !== '' && text.toLowerCase() !== source?.toLowerCase());
  const scored = headings.map((heading) => ({ heading, score: Math.max(0, ...titles.map((title) => sharedWords(heading.text, title))) }));
  const agreeing = scored.filter(({ heading, score }) => score >= (heading.isFirst ? SAME_TITLE : SURELY_SAME_TITLE));
  const best = agreeing.reduce<(typeof agreeing)[number] | null>((one, other) => (one === null || other.score > one.score ? other : one), null);
  if (best !== null) return best.heading;
  const [first, second] = headings.filter(({ isFirst }) => isFirst);
  if (first !== undefined && (second === undefined || titles.length === 0)) return first;
  const [title] = titles;
  return title === undefined ? null : { text: title, element: null };
}

/** Share of the words of both that both have, 0 to 1. */
function sharedWords(one: string, other: string): number {
  const words = new Set(wordsOf(one));
  const others = new Set(wordsOf(other));
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / Math.max(1, words.size, others.size);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
