import path from 'node:path';
import dotenv from 'dotenv';
import { ConfigError, parseConfig } from './config.ts';
import { CorpusError } from './corpus/load-corpus.ts';
import { Bot } from './discord/bot.ts';
import { explainFailure } from './discord/explain-failure.ts';
import { CommandError, loadCommands } from './discord/load-commands.ts';
import { openLibrary } from './library/library-source.ts';

const NO_TOKEN = `DISCORD_TOKEN is not set. Put it into .env (README, "Put it on Discord"), then run npm start again.
To try without Discord: npm run ask -- "How many helmets did Germany offer?"`;

const COMMANDS = path.join(import.meta.dirname, '..', 'commands');

/** Most milliseconds that closing may take before the process ends anyway. */
const CLOSING_TIME = 4000;

dotenv.config({ quiet: true });
process.exitCode = await main();

/** Runs the bot until it is told to end; returns the exit code where it does not run. */
async function main(): Promise<number> {
  const warn = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const { token, apiUrl, corpusFolder, messageContent } = parseConfig(process.env);
    const library = await openLibrary(corpusFolder, warn);
    if (token === null) {
      warn(NO_TOKEN);
      return 2;
    }
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
