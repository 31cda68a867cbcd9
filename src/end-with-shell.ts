/** How long this process may outlive its shell, in milliseconds. */
const LOOK_EVERY = 500;

/**
 * Ends this process, as SIGTERM does, when the shell is gone in which npm has started it.
 *
 * Told to end, npm tells that shell, and some shells (Debian's dash) die of it without telling us.
 */
export function endWithShell(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY).unref();
}
