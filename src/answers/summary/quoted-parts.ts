/** A part of a text between quotation marks, marks included. UTF-16 offsets into the text; `end` is exclusive. */
export interface QuotedPart {
  readonly start: number;
  readonly end: number;
}

/** Opening marks, each with the marks that may close it. Single marks are left out: apostrophes look the same. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'], // QUOTATION MARK
  ['\u201C', '\u201D'], // LEFT / RIGHT DOUBLE QUOTATION MARK
  ['\u201E', '\u201C\u201D'], // DOUBLE LOW-9 QUOTATION MARK, German and Polish
  ['\u00AB', '\u00BB'], // LEFT / RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
]);

/**
 * The parts of a block that stand between quotation marks, in order.
 *
 * A part without a closing mark reaches to the end of the block: newspapers leave a quotation open when it runs on
 * into the next.
 */
export function quotedParts(text: string): readonly QuotedPart[] {
  const parts: QuotedPart[] = [];
  let open: { readonly start: number; readonly closing: string } | null = null;
  for (const { 0: mark, index } of text.matchAll(/["\u201C\u201D\u201E\u00AB\u00BB]/gu)) {
    if (open === null) {
      const closing = CLOSING.get(mark);
      if (closing !== undefined) open = { start: index, closing };
    } else if (open.closing.includes(mark)) {
      parts.push({ start: open.start, end: index + 1 });
      open = null;
    }
  }
  if (open !== null) parts.push({ start: open.start, end: text.length });
  return parts;
}
