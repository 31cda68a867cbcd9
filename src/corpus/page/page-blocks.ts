import type { UnlabelledBlock } from '../label-blocks.ts';
import { KEY_POINTS_HEADING } from '../read-markdown.ts';
import { nameWords } from './furniture.ts';
import { elementsOf, textOf, type PageElement, type PageNode } from './parse-page.ts';

/**
 * Elements that begin a block of their own; every other one, known or not, stands in a line of text.
 * https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3
 */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 head header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th ' +
    'thead tr ul xmp'
  ).split(' '),
);

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Names that pages give to the lines under the headline. */
const STANDFIRST_WORDS: ReadonlySet<string> = new Set(['standfirst', 'dek', 'subtitle', 'subheadline']);

/** Names that pages give to a list of key points, joined by hyphens. */
const KEY_POINTS_NAME = /(?:^|-)(?:key-?points|key-takeaways|takeaways)(?:-|$)/;

/** Lines that are the page's and not the article's, whole. */
const PAGE_LINE =
  /^(?:advertisement|advert|share(?: this(?: article| story)?)?|share on \w+|(?:story )?continues below(?: advertisement)?|follow us on .{1,40}|sign up (?:for|to) our .{1,80}newsletter.{0,40}|comments|print|copy link)[.:]?$/i;

/** The beginning of a line that leads to another article, where all the rest of the line is a link. */
const LEADS_AWAY = /^(?:read (?:more|also|next|on)|see also|more on this|related|also read|watch|listen|further reading)\b[:\s]*/i;

/** Share of a line that is a link from which the line leads elsewhere. */
const ALL_LINK = 0.9;

/** Whether an element is marked as the lines under the headline. */
export function isStandfirst(element: PageElement): boolean {
  const { attributes } = element;
  if (attributes['role'] === 'doc-subtitle') return true;
  if (/^(?:alternativeHeadline|description)$/.test(attributes['itemprop'] ?? '') && element.name !== 'meta') return true;
  const words = nameWords(element);
  return words.some((word) => STANDFIRST_WORDS.has(word)) || /(?:^|-)(?:sub-headline|sub-title|stand-first)(?:-|$)/.test(words.join('-'));
}

/** A text that brings its quotation marks along, so that those a browser draws around `q` would stand there twice. */
const QUOTED = /^["'\u2018\u201C\u00AB\u201E].*["'\u2019\u201D\u00BB\u201C]$/;

/** A line of text as it is put together. */
interface Line {
  readonly text: string;
  /** UTF-16 code units of it that stand in links. */
  readonly linked: number;
  /** Whether nothing but a line break stands at its end. */
  readonly broken: boolean;
}

const EMPTY: Line = { text: '', linked: 0, broken: false };

/** Where in the page the walk is. */
interface Place {
  readonly kind: 'heading' | 'paragraph' | 'standfirst';
  readonly inList: boolean;
  readonly inLink: boolean;
  /** Whether the page names what is around as key points. */
  readonly inKeyPoints: boolean;
}

const OUTSIDE: Place = { kind: 'paragraph', inList: false, inLink: false, inKeyPoints: false };

/**
 * The blocks in `element`, in the order of the page: headings, paragraphs, list items, block quotes. Those before the headline,
 * where it stands in there, are not the article's.
 *
 * A block's text is what a reader sees: runs of white space as one space, `q` with the quotation marks that browsers draw. An
 * empty line, as two `br` make it, ends a paragraph. Tables of data are left out.
 *
 * @param skipped elements that are passed over with all that is in them.
 */
export function pageBlocks(element: PageElement, headline: PageElement | null, skipped: ReadonlySet<PageElement>): readonly UnlabelledBlock[] {
  let blocks: UnlabelledBlock[] = [];
  let line = EMPTY;
  let underKeyPoints = false;

  const flush = ({ kind, inList, inKeyPoints }: Place): void => {
    const text = line.text.replace(/\s+/g, ' ').trim();
    const { linked } = line;
    line = EMPTY;
    if (text === '' || PAGE_LINE.test(text) || leadsAway(text, linked)) return;
    if (kind === 'heading') {
      underKeyPoints = KEY_POINTS_HEADING.test(text);
      if (!underKeyPoints && !inKeyPoints) blocks.push({ kind, text });
      return;
    }
    if (!inList) underKeyPoints = false;
    const isPoint = inList && (underKeyPoints || inKeyPoints);
    blocks.push({ kind: isPoint ? 'key-point' : kind, text });
  };

  const visitText = (text: string, { inLink }: Place): void => {
    const length = text.trim().length;
    line = { text: line.text + text, linked: line.linked + (inLink ? length : 0), broken: line.broken && length === 0 };
  };
  const visit = (node: PageNode, place: Place): void => {
    if (typeof node === 'string') visitText(node, place);
    else if (node === headline) {
      blocks = [];
      line = EMPTY;
    } else if (node.name === 'br') {
      if (line.broken) flush(place);
      else line = { ...line, text: `${line.text} `, broken: true };
    } else if (!BLOCKS.has(node.name)) {
      const marks = node.name === 'q' && !QUOTED.test(textOf(node));
      if (marks) visitText('\u201C', place); // LEFT DOUBLE QUOTATION MARK
      visitChildren(node, node.name === 'a' ? { ...place, inLink: true } : place);
      if (marks) visitText('\u201D', place); // RIGHT DOUBLE QUOTATION MARK
    } else if (!skipped.has(node) && !leadsElsewhere(node) && !isDataTable(node)) {
      flush(place);
      const inner = placeIn(node, place, !blocks.some(({ kind }) => kind === 'paragraph'));
      visitChildren(node, inner);
      flush(inner);
    }
  };
  const visitChildren = ({ children }: PageElement, place: Place): void => {
    for (const child of children) visit(child, place);
  };

  visitChildren(element, OUTSIDE);
  flush(OUTSIDE);
  return blocks;
}

function placeIn(element: PageElement, place: Place, atTop: boolean): Place {
  const inKeyPoints = place.inKeyPoints || KEY_POINTS_NAME.test(nameWords(element).join('-'));
  const inner = { ...place, inKeyPoints, inList: place.inList || isList(element) };
  if (atTop && isStandfirst(element)) return { ...inner, kind: 'standfirst' };
  return HEADINGS.has(element.name) && place.kind !== 'standfirst' ? { ...inner, kind: 'heading' } : inner;
}

function isList({ name }: PageElement): boolean {
  return name === 'ul' || name === 'ol';
}

/** Whether an element is a table of data; a table that lays out the page has paragraphs or line breaks in it. */
function isDataTable(element: PageElement): boolean {
  return element.name === 'table' && ![...elementsOf(element)].some(({ name }) => name === 'p' || name === 'br' || name === 'div');
}

/** Whether every item of a list is a link: a menu, or related articles. */
function leadsElsewhere(list: PageElement): boolean {
  if (!isList(list)) return false;
  const items = list.children.filter((child) => typeof child !== 'string').map(textAndLink);
  return items.length > 0 && items.every(({ text, linked }) => linked >= text * ALL_LINK);
}

function textAndLink(element: PageElement): { readonly text: number; readonly linked: number } {
  const links = [...elementsOf(element)].filter(({ name }) => name === 'a');
  return { text: textOf(element).length, linked: links.reduce((sum, link) => sum + textOf(link).length, 0) };
}

function leadsAway(text: string, linked: number): boolean {
  const lead = LEADS_AWAY.exec(text)?.[0].length ?? 0;
  return lead > 0 && linked >= (text.length - lead) * ALL_LINK;
}
