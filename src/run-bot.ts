import path from 'node:path';
import type { Config } from './config.ts';
import { Bot } from './discord/bot.ts';
import { explainFailure } from './discord/explain-failure.ts';
import { loadCommands } from './discord/load-commands.ts';
import { openLibrary } from './library/library-source.ts';
import { toldToEnd } from './told-to-end.ts';

const COMMANDS = path.join(import.meta.dirname, '..', 'commands');

/** Most milliseconds that closing may take before the process ends anyway. */
const CLOSING_TIME = 4000;

/**
 * Runs the bot until the process is told to end, and then ends it; returns the exit code where it does not run.
 *
 * @throws CorpusError if there is no article in the folder.
 * @throws CommandError if a file in `commands` is not a command.
 */
export async function runBot(config: Config & { readonly token: string }): Promise<number> {
  const warn = (line: string): void => void process.stderr.write(`${line}\n`);
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  const { token, apiUrl, corpusFolder, messageContent } = config;
  const library = await openLibrary(corpusFolder, warn);
  library.watch();
  const bot = new Bot({ token, apiUrl, messageContent, library, commands: await loadCommands(COMMANDS), log });
  void toldToEnd().then(() => end(bot));
  return bot.run().catch(async (error: unknown) => {
    const words = explainFailure(error, apiUrl);
    await bot.close();
    if (words === null) throw error;
    warn(words);
    return 1;
  });
}

async function end(bot: Bot): Promise<void> {
  setTimeout(() => process.exit(0), CLOSING_TIME).unref();
  await bot.close().finally(() => process.exit(0));
}
