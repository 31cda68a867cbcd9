const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether a request was sent to this computer by its own name, and by no page
 * of another site: such a page reaches loopback too, under a rebound name or
 * with its own origin.
 */
export function isFromHere(host: string | undefined, origin: string | undefined): boolean {
  const sources = [`http://${host ?? ''}`, ...(origin === undefined ? [] : [origin])];
  return sources.every((source) => URL.canParse(source) && LOOPBACK.has(new URL(source).hostname));
}
