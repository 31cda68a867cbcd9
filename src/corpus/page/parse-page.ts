import { Parser } from 'htmlparser2';

/** An element of a page, with its text and the elements in it. */
export interface PageElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PageNode[];
}

/** Strings are text as the page has it, entities undone. */
export type PageNode = PageElement | string;

export interface Page {
  readonly root: PageElement;
  /** What stands in scripts of the type JSON-LD, in order. They are data and are not run. */
  readonly linkedData: readonly string[];
  /** The address that the browser has left in a comment at the top of the page it saved. */
  readonly savedFrom: string | null;
}

/** Most elements of a page that is read. News pages have up to 10,000. */
const MOST_ELEMENTS = 50_000;

/** Most UTF-16 code units of text outside scripts: a long book's worth. */
const MOST_TEXT = 2_000_000;

/** Deepest nesting. Browsers show 512 levels, news pages have up to 60. The walks over the tree go as deep, and no deeper. */
const DEEPEST = 1000;

/** UTF-16 code units parsed before the limits are looked at again. */
const PIECE = 16_384;

/** Elements that show no text of the page, whatever they hold. */
const NEVER_SHOWN: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'button',
  'canvas',
  'datalist',
  'dialog',
  'embed',
  'frameset',
  'iframe',
  'math',
  'noembed',
  'noframes',
  'noscript',
  'object',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'video',
]);

/**
 * Parses a page. Nothing in it is run and nothing is fetched.
 *
 * @returns null if the page has more elements or text, or deeper ones, than an article could have.
 */
export function parsePage(html: string): Page | null {
  const root = growing('#root', {});
  const open = [root];
  const linkedData: string[] = [];
  let savedFrom: string | null = null;
  let elements = 0;
  let length = 0;
  let depth = 0;
  let deepest = 0;
  let unseen: { readonly name: string; depth: number; readonly data: boolean } | null = null;
  let data = '';

  const parser = new Parser({
    onopentag(name, attributes) {
      elements++;
      deepest = Math.max(deepest, ++depth);
      if (unseen !== null) {
        if (unseen.name === name) unseen.depth++;
      } else if (NEVER_SHOWN.has(name)) {
        unseen = { name, depth: 1, data: attributes['type']?.trim().toLowerCase() === 'application/ld+json' };
      } else {
        const element = growing(name, attributes);
        open.at(-1)?.children.push(element);
        open.push(element);
      }
    },
    ontext(text) {
      if (unseen === null) {
        length += text.length;
        addText(open.at(-1)?.children ?? [], text);
      } else if (unseen.data) data += text;
    },
    onclosetag(name) {
      depth--;
      if (unseen === null) {
        if (open.length > 1) open.pop();
        return;
      }
      if (unseen.name !== name || --unseen.depth > 0) return;
      if (unseen.data) linkedData.push(data);
      data = '';
      unseen = null;
    },
    oncomment(text) {
      savedFrom ??= /^\s*(?:saved from url=\(\d+\)|page saved with singlefile\s+url:\s*)(\S+)/i.exec(text)?.[1] ?? null;
    },
  });
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (elements > MOST_ELEMENTS || length > MOST_TEXT || deepest > DEEPEST) return null;
  }
  parser.end();
  return { root, linkedData, savedFrom };
}

/** The parser gives a text in pieces, one for each entity. */
function addText(children: PageNode[], text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else children.push(text);
}

function growing(name: string, attributes: PageElement['attributes']): PageElement & { readonly children: PageNode[] } {
  return { name, attributes, children: [] };
}

/** All elements below `element` and itself, in the order of the page. */
export function* elementsOf(element: PageElement): Generator<PageElement> {
  const left: PageElement[] = [element];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    yield next;
    for (let n = next.children.length - 1; n >= 0; n--) {
      const child = next.children[n];
      if (child !== undefined && typeof child !== 'string') left.push(child);
    }
  }
}

/** The text in `element` on one line, as the reader of the page sees it. */
export function textOf(element: PageElement): string {
  const pieces: string[] = [];
  const visit = (node: PageNode): void => {
    if (typeof node === 'string') pieces.push(node);
    else if (node.name === 'br') pieces.push(' ');
    else node.children.forEach(visit);
  };
  visit(element);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
