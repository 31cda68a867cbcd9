import type { Passage } from '../../corpus/passage.ts';

declare const markdown: unique symbol;

/** Text in Discord's Markdown in which everything from outside has been escaped. */
export type Markdown = string & { readonly [markdown]: true };

/**
 * What Discord would read as something else than text. https://docs.discord.com/developers/reference#message-formatting
 *
 * Anywhere: emphasis, code, spoilers, links, mentions, timestamps. A colon before a word: `https://` becomes a link and
 * `:x:` an emoji. At the start of a line: headings, small print, lists.
 */
const MARKS = /[\\*_~`|[\]<>@]|(?<=\])\(|:(?=\S)|(?<=^[^\S\n]*)[#+-]|(?<=^[^\S\n]*\d+)[.)]/gm;

/**
 * Escapes `text` so that Discord shows exactly these characters and pings nobody.
 *
 * A backslash goes before each mark with a meaning; taking one away before each escaped mark gives `text` back.
 */
export function escape(text: string): Markdown {
  return trusted(text.replace(MARKS, '\\$&'));
}

/** Takes the escapes out again. */
export function unescape(text: string): string {
  return text.replace(/\\([^])/g, '$1');
}

/** Markdown of our own, with what was escaped put in. */
export function md(parts: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown {
  return trusted(String.raw({ raw: parts }, ...values)); // the cooked parts: escapes in them are the template's own
}

/** The lines of `text`, joined by line breaks. */
export function lines(...text: readonly Markdown[]): Markdown {
  return trusted(text.join('\n'));
}

export function bold(text: string): Markdown {
  return md`**${escape(text)}**`;
}

/** Small print. One line, whatever `text` holds. */
export function small(text: Markdown): Markdown {
  return trusted(`-# ${text.replace(/\s*\n\s*/g, ' ')}`);
}

/**
 * A passage in a block quote, character for character, with `marks` in it bold.
 *
 * Every line of it begins with `> `. Marks outside the passage are passed over, and so is one that covers all of it.
 */
export function blockQuote(passage: Passage, marks: readonly Passage[] = []): Markdown {
  const { text } = passage;
  const pieces = escapedUnits(text);
  for (const { start, end } of boldRuns(passage, marks)) {
    pieces[start] = `**${pieces[start] ?? ''}`;
    pieces[end - 1] = `${pieces[end - 1] ?? ''}**`;
  }
  return trusted(`> ${pieces.join('').replaceAll('\n', '\n> ')}`);
}

/** Each UTF-16 code unit of `text` with its backslash, where it needs one among what stands around it. */
function escapedUnits(text: string): string[] {
  const units = text.split('');
  for (const { index } of text.matchAll(MARKS)) units[index] = `\\${units[index] ?? ''}`;
  return units;
}

/**
 * The parts of the passage to set in bold, in order: Discord's bold needs words at its ends, does not go over a line break
 * in a quote, and two that touch would be read as four asterisks. Offsets from the start of the passage.
 */
function boldRuns(passage: Passage, marks: readonly Passage[]): readonly { start: number; end: number }[] {
  const marked = marks
    .filter((mark) => mark.article === passage.article && mark.block === passage.block)
    .map((mark) => ({
      start: Math.max(mark.start - passage.start, 0),
      end: Math.min(mark.end - passage.start, passage.text.length),
    }))
    .filter(({ start, end }) => start < end && end - start < passage.text.length)
    .sort((a, b) => a.start - b.start);
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of marked) {
    const last = runs.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs.flatMap(({ start, end }) =>
    [...passage.text.slice(start, end).matchAll(/[^\s](?:[^\n]*[^\s])?/g)].map((line) => ({
      start: start + line.index,
      end: start + line.index + line[0].length,
    })),
  );
}

/** A web address that can be clicked. Backslashes would show in it; `URL` encodes what could end it. */
export function address(url: string): Markdown {
  return trusted(`<${new URL(url).href.replace(/[<>|]/g, encodeURIComponent)}>`);
}

/** The one place where text becomes Markdown. */
function trusted(text: string): Markdown {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- what the type is for
  return text as Markdown;
}

/** Text on one line, with single spaces: for names and headlines, never for the article's words in a block quote. */
export function spacedWords(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Embeddings, overrides and isolates: they turn the direction of writing of all that follows on the line. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/** What somebody asked, on one line, and showing as it reads. */
export function askedWords(text: string): string {
  return spacedWords(text.replace(TURNING, ''));
}
