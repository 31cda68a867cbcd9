import dotenv from 'dotenv';
import { ConfigError, parseConfig } from './config.ts';
import { CorpusError, loadCorpus } from './corpus/load-corpus.ts';
import { CommandError } from './discord/load-commands.ts';

dotenv.config({ quiet: true });
process.exitCode = await main();

/**
 * Runs the bot, or the playground where no token is set or the word `playground` asks for it, until it is told to end;
 * returns the exit code where it does not run.
 */
async function main(): Promise<number> {
  try {
    const { token, corpusFolder, ...settings } = parseConfig(process.env);
    // Only what runs is loaded: discord.js and the playground take a second each.
    if (token === null || process.argv[2] === 'playground') {
      await loadCorpus([corpusFolder]); // says what is wrong with the folder before anything starts
      const { runPlayground } = await import('../playground/run.ts');
      await runPlayground(corpusFolder);
      return 0;
    }
    const { runBot } = await import('./run-bot.ts');
    return await runBot({ token, corpusFolder, ...settings });
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof CorpusError || error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}
