import type { PageElement, PageNode } from './parse-page.ts';

/** Elements around an article, by their name. */
const FURNITURE_ELEMENTS: ReadonlySet<string> = new Set(['aside', 'figcaption', 'footer', 'form', 'menu', 'nav', 'title']);

/** Elements around an article, by their role. */
const FURNITURE_ROLES: ReadonlySet<string> = new Set([
  'alert',
  'alertdialog',
  'banner',
  'complementary',
  'contentinfo',
  'dialog',
  'menu',
  'menubar',
  'navigation',
  'search',
  'toolbar',
]);

/** Words of the names (class, id) that pages give to what stands around an article: for readers to share, sign up, read on, and who wrote it. */
const FURNITURE_WORDS: ReadonlySet<string> = new Set(
  (
    'ad ads advert advertisement advertorial author authors bio breadcrumb breadcrumbs byline caption captions comment comments consent cookie ' +
    'cookies credit credits dateline disqus gdpr menu modal nav navbar newsletter newsletters outbrain pagination paywall popup promo ' +
    'promos pullquote recommendation recommendations recommended regwall related share sharing shares sidebar signup social ' +
    'sponsored subscribe subscription taboola tags timestamp toolbar topics trending readmore'
  ).split(' '),
);

/** The same in several words, joined by hyphens. */
const FURNITURE_PHRASES = /(?:^|-)(?:read-more|read-next|read-also|also-read|most-read|most-popular|more-on|more-from|(?:article|entry|post|story)-meta|read(?:ing)?-time|(?:last|date)-(?:published|updated)|pull-quote|sign-up|see-also|skip-link)(?:-|$)/;

/** Names for text that is only there to be read aloud. */
const READ_ALOUD = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-only|-text)?|a11y-hidden)(?:\s|$)/i;

/** Names under which comments stand, joined by hyphens: they are not the article however long they are. "has-comments" is another's. */
const COMMENTS = /(?<!(?:^|-)(?:has|hide|no|show|with|without)-)(?<=^|-)(?:comments|disqus|comment-(?:area|body|form|list|section|thread))(?:-|$)/;

/** Attributes in which pages name the parts that they are made of. */
const NAMING = ['class', 'id', 'data-component', 'data-testid'];

/** Inline elements are the article's own words where they stand in a sentence, whatever their class says. */
const PROSE: ReadonlySet<string> = new Set(['p', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'pre']);

/** The words in the names of an element: "ArticleShare-wrap" has "article", "share" and "wrap". */
export function nameWords({ attributes }: PageElement): readonly string[] {
  return NAMING.map((key) => attributes[key] ?? '')
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * A page without what its reader does not see, and without what stands around the article: menus, captions, comments, related articles.
 *
 * Style sheets are not read, so text that only they hide stays. What holds a heading of level 1, or at least half of the page's
 * paragraphs, is never furniture by its name alone.
 */
export function withoutFurniture(root: PageElement): PageElement {
  const shown = without(root, isHidden);
  const shownSizes = sizesOf(shown);
  const written = without(shown, (element, inProse) => !inProse && shownSizes.get(element)?.headline !== true && COMMENTS.test(nameWords(element).join('-')));
  const sizes = sizesOf(written);
  const half = (sizes.get(written)?.prose ?? 0) / 2;
  return without(written, (element, inProse) => {
    const { prose, headline } = sizes.get(element) ?? NOTHING;
    if (headline || ['html', 'body', 'main'].includes(element.name) || (prose > 0 && prose >= half)) return false;
    return isFurniture(element, inProse);
  });
}

function isFurniture(element: PageElement, inProse: boolean): boolean {
  const { name, attributes } = element;
  if (attributes['aria-hidden'] === 'true' || attributes['inert'] !== undefined) return true;
  if (name === 'footer' && inProse) return false; // It names whom a block quote is from.
  if (FURNITURE_ELEMENTS.has(name) || FURNITURE_ROLES.has(attributes['role'] ?? '')) return true;
  if (inProse) return false;
  if (name === 'time' || name === 'address') return true;
  const words = nameWords(element);
  return words.some((word) => FURNITURE_WORDS.has(word)) || FURNITURE_PHRASES.test(words.join('-'));
}

function isHidden({ name, attributes }: PageElement): boolean {
  if (name === 'html' || name === 'body') return false; // Pages hide themselves until they are laid out.
  if (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') return true;
  if (/(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes['style'] ?? '')) return true;
  return READ_ALOUD.test(attributes['class'] ?? '');
}

function without(root: PageElement, isOut: (element: PageElement, inProse: boolean) => boolean): PageElement {
  const copy = (element: PageElement, inProse: boolean): PageElement => {
    const inside = inProse || PROSE.has(element.name);
    const children = element.children.flatMap((child): PageNode[] => {
      if (typeof child === 'string') return [child];
      return isOut(child, inside) ? [] : [copy(child, inside)];
    });
    return { ...element, children };
  };
  return copy(root, false);
}

/** How much of the article an element can hold. */
interface Size {
  /** UTF-16 code units in paragraphs, those in links left out. */
  readonly prose: number;
  /** Whether a heading of level 1 stands in it. */
  readonly headline: boolean;
}

const NOTHING: Size = { prose: 0, headline: false };

/** The sizes of all elements below `root`, and its own. */
export function sizesOf(root: PageElement): ReadonlyMap<PageElement, Size> {
  const sizes = new Map<PageElement, Size>();
  const measure = (element: PageElement, inParagraph: boolean): Size => {
    let prose = 0;
    let headline = element.name === 'h1';
    const inside = (inParagraph || element.name === 'p') && element.name !== 'a';
    for (const child of element.children) {
      if (typeof child === 'string') prose += inside ? child.length : 0;
      else {
        const size = measure(child, inside);
        prose += size.prose;
        headline ||= size.headline;
      }
    }
    const size = { prose, headline };
    sizes.set(element, size);
    return size;
  };
  measure(root, false);
  return sizes;
}
