import { sizesOf } from './furniture.ts';
import type { Headline } from './headline.ts';
import type { PageElement } from './parse-page.ts';

/** The element that holds the article. */
export interface MainContent {
  readonly kind: 'found';
  readonly element: PageElement;
  /** Elements in it that are other articles: cards that lead to them, or comments. */
  readonly skipped: ReadonlySet<PageElement>;
}

/** How many times the text of all others an article has that is the page's own. */
const MUCH_LONGER = 3;

/** Share of the page's paragraphs that an element has to hold for everything outside it to be left out. */
const NEARLY_ALL = 0.8;

/**
 * Finds the article in a page: the `article` element with the headline in it, else the one that is much longer than the others, else
 * the innermost element that holds the headline and nearly all paragraphs.
 */
export function mainContent(shown: PageElement, headline: Headline): MainContent | { readonly kind: 'several'; readonly count: number } {
  const sizes = sizesOf(shown);
  const prose = (element: PageElement): number => sizes.get(element)?.prose ?? 0;
  const path = headline.element === null ? [] : (pathTo(shown, headline.element) ?? []);
  const articles = outermostArticles(shown);
  const own = articles.find((article) => path.includes(article) && prose(article) > 0);
  if (own !== undefined) return withoutOthers(own, prose);

  const inArticles = articles.reduce((sum, article) => sum + prose(article), 0);
  if (inArticles > 0 && inArticles > prose(shown) - inArticles) {
    const longest = articles.reduce((one, other) => (prose(other) > prose(one) ? other : one));
    if (prose(longest) >= MUCH_LONGER * (inArticles - prose(longest))) return withoutOthers(longest, prose);
    return { kind: 'several', count: articles.filter((article) => prose(article) > 0).length };
  }
  let element = shown;
  for (;;) {
    const inner = element.children.find((child): child is PageElement => {
      if (typeof child === 'string' || child.name === 'p') return false;
      return prose(child) > 0 && prose(child) >= NEARLY_ALL * prose(shown) && (headline.element === null || path.includes(child));
    });
    if (inner === undefined) return withoutOthers(element, prose);
    element = inner;
  }
}

/** `element`, without the articles in it where they are the lesser part of its text; a live report consists of them. */
function withoutOthers(element: PageElement, prose: (element: PageElement) => number): MainContent {
  const nested = element.children.flatMap((child) => (typeof child === 'string' ? [] : outermostArticles(child)));
  const inNested = nested.reduce((sum, article) => sum + prose(article), 0);
  return { kind: 'found', element, skipped: new Set(inNested <= prose(element) - inNested ? nested : []) };
}

function outermostArticles(element: PageElement): readonly PageElement[] {
  if (element.name === 'article') return [element];
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : outermostArticles(child)));
}

/** The elements from `root` down to `target`, both included. */
function pathTo(root: PageElement, target: PageElement): readonly PageElement[] | null {
  if (root === target) return [root];
  for (const child of root.children) {
    const path = typeof child === 'string' ? null : pathTo(child, target);
    if (path !== null) return [root, ...path];
  }
  return null;
}
