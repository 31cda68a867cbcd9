/** How many bytes of a page may hold the declaration of its encoding; the standard says 1024, saved pages put comments before it. */
const DECLARED_WITHIN = 4096;

/**
 * What bytes 0x80 to 0x9F are in windows-1252, as the Encoding Standard has them; the five unused ones stay control characters.
 * `TextDecoder` leaves all of them control characters, quotation marks included, in many versions of Node since 20.18.3:
 * https://github.com/nodejs/node/issues/56542
 */
const WINDOWS_1252 =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

/**
 * Turns the bytes of a saved page into text: by its byte order mark, as UTF-8 where it is UTF-8, as the page declares, or else
 * as windows-1252, which is what browsers take. A page that is UTF-8 is read so whatever it declares: browsers leave the old
 * declaration standing when they save a page in UTF-8, and text in another encoding is hardly ever valid UTF-8.
 */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const encoding = declaredEncoding(bytes);
    return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  }
}

/** The standard's name of the encoding that the page declares; windows-1252 where it declares none that there is. */
function declaredEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]+)/i.exec(start)?.[1] ?? 'windows-1252';
  try {
    const { encoding } = new TextDecoder(label);
    // The bytes are ASCII where the declaration is read, so it cannot be UTF-16: the standard takes UTF-8.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'windows-1252';
  }
}

function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
