import type { Passage } from '../../corpus/passage.ts';

declare const markdown: unique symbol;

/** Text in Discord's Markdown in which everything from outside has been escaped. */
export type Markdown = string & { readonly [markdown]: true };

/** Marks that mean something wherever they stand: emphasis, code, spoilers, links, mentions, emoji, timestamps. */
const ANYWHERE = /[\\*_~`|[\]<>@]/g;

/** Marks that mean something at the start of a line: headings, small print, quotes, lists. */
const AT_LINE_START = /^([^\S\n]*)([#+-]|\d+(?=[.)]))/gm;

/** What Discord turns into a link or an emoji by itself: `https://`, `:name:`. */
const BY_ITSELF = /:(?=\/\/|\w+:)/g;

/**
 * Escapes `text` so that Discord shows exactly these characters and pings nobody.
 *
 * A backslash goes before each mark with a meaning; taking one away before each escaped mark gives `text` back.
 * https://docs.discord.com/developers/reference#message-formatting
 */
export function escape(text: string): Markdown {
  const escaped = text
    .replace(ANYWHERE, '\\$&')
    .replace(BY_ITSELF, '\\:')
    .replace(AT_LINE_START, (_all, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
  return trusted(escaped);
}

/** Takes the escapes out again. */
export function unescape(text: string): string {
  return text.replace(/\\([\\*_~`|[\]<>@:#+.)-])/g, '$1');
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
  const inside = marks
    .filter((mark) => mark.article === passage.article && mark.block === passage.block)
    .filter((mark) => mark.start >= passage.start && mark.end <= passage.end && mark.text.length < passage.text.length)
    .sort((a, b) => a.start - b.start);
  let from = passage.start;
  const pieces: { text: string; marked: boolean }[] = [];
  const put = (end: number, marked: boolean): void => {
    if (end > from) pieces.push({ text: passage.text.slice(from - passage.start, end - passage.start), marked });
    from = Math.max(from, end);
  };
  for (const mark of inside) {
    put(mark.start, false);
    put(mark.end, true);
  }
  put(passage.end, false);
  return trusted(quoteLines(pieces));
}

/** Escapes the whole first, so that a mark at a line's start is seen as such, then sets the marks. */
function quoteLines(pieces: readonly { text: string; marked: boolean }[]): string {
  let line = '';
  let result = '> ';
  for (const { text, marked } of pieces) {
    for (const [n, part] of text.split('\n').entries()) {
      if (n > 0) {
        result += '\n> ';
        line = '';
      }
      // What stands before on the line decides whether a mark is at its start.
      const escaped = escape(line + part).slice(escape(line).length);
      line += part;
      result += marked && part.trim() !== '' ? emphasised(escaped) : escaped;
    }
  }
  return result;
}

/** Bold only shows where the marks touch a word. */
function emphasised(text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before}**${words}**${after}`;
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
