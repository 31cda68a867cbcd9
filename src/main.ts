import path from 'node:path';
import dotenv from 'dotenv';
import { ConfigError, parseConfig } from './config.ts';
import { CorpusError, loadCorpus } from './corpus/load-corpus.ts';
import { Bot } from './discord/bot.ts';
import { explainFailure } from './discord/explain-failure.ts';
import { CommandError, loadCommands } from './discord/load-commands.ts';
import { openLibrary } from './library/library-source.ts';

const COMMANDS = path.join(import.meta.dirname, '..', 'commands');

/** Most milliseconds that closing may take before the process ends anyway. */
const CLOSING_TIME = 4000;

dotenv.config({ quiet: true });
process.exitCode = await main();

/** Runs the bot, or the playground where no token is set, until it is told to end; returns the exit code where it does not run. */
async function main(): Promise<number> {
  const warn = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const { token, apiUrl, corpusFolder, messageContent } = parseConfig(process.env);
    if (token === null) {
      await loadCorpus([corpusFolder]); // says what is wrong with the folder before anything starts
      // Loaded only here: a bot on Discord does not need it.
      const { runPlayground } = await import('../playground/run.ts');
      await runPlayground(corpusFolder);
      return 0;
    }
    const library = await openLibrary(corpusFolder, warn);
    library.watch();
    const log = (line: string): void => void process.stdout.write(`${line}\n`);
    const bot = new Bot({ token, apiUrl, messageContent, library, commands: await loadCommands(COMMANDS), log });
    endOnSignal(bot);
    return await bot.run().catch(async (error: unknown) => {
      const words = explainFailure(error, apiUrl);
      await bot.close();
      if (words === null) throw error;
      warn(words);
      return 1;
    });
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof CorpusError || error instanceof CommandError)) throw error;
    warn(error.message);
    return 2;
  }
}

function endOnSignal(bot: Bot): void {
  const end = (): void => {
    setTimeout(() => process.exit(0), CLOSING_TIME).unref();
    void bot.close().finally(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
