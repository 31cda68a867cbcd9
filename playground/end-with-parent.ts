/**
 * Loaded by Node before the bot, which knows nothing of it: a bot whose playground is gone, killed too, ends as with
 * SIGTERM.
 */
const end = (): void => void process.kill(process.pid, 'SIGTERM');
if (process.connected) process.once('disconnect', end);
else end();
// Nothing is said on this channel; it keeps no process alive.
process.channel?.unref();
