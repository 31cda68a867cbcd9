const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Those that say where a request comes from, by their names in lower case. */
type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Whether a request was sent to this computer by its own name, and by no page of another site: such a page reaches
 * loopback too, under a name that was made to lead here, or as another origin. A link from elsewhere may lead here.
 *
 * Browsers send Origin with what can change something, and Sec-Fetch-Site with everything; bots send neither.
 */
export function isFromHere(headers: RequestHeaders): boolean {
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  const own = `http://${String(host)}`;
  if (!URL.canParse(own) || !LOOPBACK.has(new URL(own).hostname)) return false;
  if (origin !== undefined && origin !== own) return false;
  return site === undefined || site === 'same-origin' || site === 'none' || mode === 'navigate';
}
