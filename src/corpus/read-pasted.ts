import type { UnlabelledBlock } from './label-blocks.ts';

/** What a pasted text holds. All text is as in the file, trimmed at its ends. */
export interface PastedText {
  readonly headline: string;
  readonly blocks: readonly UnlabelledBlock[];
}

/** Longest line that can be a heading, in UTF-16 code units. */
const HEADING_LENGTH = 60;

/**
 * Reads an article as it is pasted from a news site.
 *
 * The first line is the headline. Where blank lines follow, they separate the paragraphs; otherwise every line is one.
 * `Summary` with lines that begin with `- ` gives the key points, and a single line before it the standfirst.
 *
 * @returns null if there is no text at all.
 */
export function readPasted(text: string): PastedText | null {
  const [headline, ...body] = splitLines(text.trim());
  if (headline === undefined || headline.trim() === '') return null;
  const summary = findSummary(body);
  if (summary === null) return { headline: headline.trim(), blocks: paragraphs(body) };

  const before = paragraphs(body.slice(0, summary.at));
  const standfirst = before.length === 1 && before[0] !== undefined && !/[\r\n]/.test(before[0].text) ? before[0].text : null;
  return {
    headline: headline.trim(),
    blocks: [
      ...(standfirst === null ? before : [{ kind: 'standfirst' as const, text: standfirst }]),
      ...summary.points.map((point) => ({ kind: 'key-point' as const, text: point })),
      ...paragraphs(body.slice(summary.end)),
    ],
  };
}

/** Lines with the break that ends them, so that joining them gives the text back. */
function splitLines(text: string): string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/);
}

function findSummary(lines: readonly string[]): { at: number; end: number; points: string[] } | null {
  const at = lines.findIndex((line) => line.trim() === 'Summary');
  if (at < 0) return null;
  const points: string[] = [];
  let end = at + 1;
  for (let n = at + 1; n < lines.length; n++) {
    const line = (lines[n] ?? '').trim();
    if (line === '') continue;
    if (!line.startsWith('- ')) break;
    points.push(line.slice(2).trim());
    end = n + 1;
  }
  return points.length === 0 ? null : { at, end, points };
}

function paragraphs(lines: readonly string[]): UnlabelledBlock[] {
  const texts = separate(lines);
  const short = texts.map((text) => text.length <= HEADING_LENGTH && !/[\r\n]/.test(text) && !/\p{P}$/u.test(text));
  return texts.map((text, n) => {
    const between = n > 0 && n < texts.length - 1 && short[n - 1] === false && short[n + 1] === false;
    return { kind: short[n] === true && between ? 'heading' : 'paragraph', text };
  });
}

function separate(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const blankLines = lines.slice(0, last + 1).some((line) => line.trim() === '');
  if (!blankLines) return lines.map((line) => line.trim()).filter((line) => line !== '');
  const texts: string[] = [];
  let text = '';
  for (const line of [...lines, '']) {
    if (line.trim() !== '') text += line;
    else {
      if (text !== '') texts.push(text.trim());
      text = '';
    }
  }
  return texts;
}
