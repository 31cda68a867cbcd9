/** A place in a block's text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A line of a transcript: "RUIZ: The wall will hold." */
export interface Turn {
  readonly name: Range;
  /** The colon. */
  readonly cue: Range;
  readonly content: Range;
}

/** A name in capitals and a colon, after an opening mark perhaps: transcripts are written so, other text is not. */
const TURN = /^["\u201C]?\s*(\p{Lu}[\p{Lu}.'\u2019 -]{1,40})(:)\s+(\S[\s\S]*)$/u;

/** Whether an article is, at least in part, a transcript: two of its blocks begin with a name in capitals. */
export function isTranscript(texts: readonly string[]): boolean {
  return texts.filter((text) => TURN.test(text)).length >= 2;
}

/** The turn that a block of a transcript holds. */
export function transcriptTurn(text: string): Turn | null {
  const match = TURN.exec(text);
  const [whole = '', name = '', , content = ''] = match ?? [];
  if (match === null) return null;
  const nameStart = whole.indexOf(name);
  const colon = nameStart + name.length;
  const start = whole.length - content.length;
  return {
    name: { start: nameStart, end: nameStart + name.trimEnd().length },
    cue: { start: colon, end: colon + 1 },
    content: { start, end: whole.length },
  };
}

/** Where the words of a paragraph begin that goes on with a turn, marked as such by an opening mark; null where it does not. */
export function continuedTurn(text: string): Range | null {
  const start = /^["\u201C](?=[^(\s])/u.exec(text)?.[0].length;
  return start === undefined || start === text.length ? null : { start, end: text.length };
}
