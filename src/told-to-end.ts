/** How long this process may outlive its shell, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Resolves when this process is told to end: by SIGTERM, by SIGINT or, under npm, by the end of the shell that npm has
 * started it in. Told to end, npm tells that shell, and some shells (Debian's dash) die of it without telling us.
 *
 * Later signals change nothing: where there is no such shell, npm passes on a Ctrl+C that has come already.
 */
export function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const tell = (): void => {
      resolve();
    };
    process.on('SIGTERM', tell);
    process.on('SIGINT', tell);
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const shell = process.ppid;
    setInterval(() => {
      if (process.ppid !== shell) tell();
    }, LOOK_EVERY).unref();
  });
}
