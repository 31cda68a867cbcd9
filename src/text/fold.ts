/** Takes out what a reader does not hear: case, accents, and the style of apostrophes. Changes offsets; for comparing only. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'") // LEFT / RIGHT SINGLE QUOTATION MARK, MODIFIER LETTER APOSTROPHE
    .toLowerCase();
}
