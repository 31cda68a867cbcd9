import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { CorpusProblem, ReadFile } from './corpus-file.ts';
import { readFrontMatter } from './front-matter.ts';
import type { UnlabelledBlock } from './label-blocks.ts';

/** Headings whose list holds the editors' key points. They are no blocks themselves. */
export const KEY_POINTS_HEADING = /^(?:summary|key points):?$/i;

/**
 * Reads a Markdown article: YAML front matter, then the text.
 *
 * A block's text is what a reader sees: links as their words, escapes undone, runs of white space as one space.
 * The title comes from the front matter, or else from a first heading of level 1.
 */
export function readMarkdown(text: string): ReadFile {
  const fence = /^---[^\S\n]*\r?\n(?:([\s\S]*?)\r?\n)?---[^\S\n]*(?:\r?\n|$)/.exec(text);
  if (fence === null && /^---[^\S\n]*\r?\n/.test(text)) {
    return problems([{ line: 1, message: 'the front matter never ends; expected a line "---" after it' }]);
  }
  const front = readFrontMatter(fence?.[1] ?? '', 2);
  if ('problems' in front) return problems(front.problems);

  const nodes = fromMarkdown(text.slice(fence?.[0].length ?? 0)).children;
  const [first] = nodes;
  const heading = first?.type === 'heading' && first.depth === 1 ? rendered(first) : null;
  const title = front.title ?? heading;
  if (title === null || title === '') {
    return problems([{ line: 1, message: 'there is no title; expected "title: …" in the front matter or a first line "# …"' }]);
  }
  const blocks = blocksOf(heading === title ? nodes.slice(1) : nodes);
  if (blocks.length === 0) return problems([{ line: 1, message: 'there is no text below the title; expected paragraphs' }]);
  return { kind: 'read', head: { ...front, title }, blocks, languageTag: null };
}

function problems([first, ...rest]: readonly CorpusProblem[]): ReadFile {
  return { kind: 'problems', problems: [first ?? { line: 1, message: 'cannot be read' }, ...rest] };
}

function blocksOf(nodes: readonly RootContent[]): UnlabelledBlock[] {
  const blocks: UnlabelledBlock[] = [];
  let underKeyPoints = false;
  const add = (kind: UnlabelledBlock['kind'], node: Nodes): void => {
    const text = rendered(node);
    if (text !== '') blocks.push({ kind, text });
  };
  const visit = (node: RootContent, inList: boolean): void => {
    switch (node.type) {
      case 'heading':
        underKeyPoints = KEY_POINTS_HEADING.test(rendered(node));
        if (!underKeyPoints) add('heading', node);
        return;
      case 'paragraph':
      case 'code':
        // The first paragraph after the list is the article's own text again.
        if (!inList) underKeyPoints = false;
        add(underKeyPoints ? 'key-point' : 'paragraph', node);
        return;
      case 'list':
      case 'listItem':
      case 'blockquote':
        for (const child of node.children) visit(child, inList || node.type === 'list');
        return;
      default:
    }
  };
  for (const node of nodes) visit(node, false);
  return blocks;
}

/** The words of a node as a reader sees them, on one line. */
function rendered(node: Nodes): string {
  return visibleText(node).replace(/\s+/g, ' ').trim();
}

function visibleText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(visibleText).join('') : '';
}
