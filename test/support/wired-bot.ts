import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { startBot } from './bot-process.ts';

/** Corpus files, the text of each by its name: { 'harbour-vote.md': '---\ntitle: …' }. */
type CorpusFiles = Readonly<Record<string, string>>;

/** The bot as a process of its own, connected to a local Discord. */
export interface WiredBot {
  readonly discord: LocalDiscord;
  /** What the bot has written since its last start, to both outputs. */
  output(): string;
  /** Ends the bot and starts it again, with `files` in the place of those it had; resolves to the exit code of the first. */
  restart(files?: CorpusFiles): Promise<number | null>;
  /** Ends the bot and the local Discord, and takes the corpus away. */
  stop(): Promise<void>;
}

/** Starts a local Discord, and the bot with a corpus of `files`; resolves when the bot is ready. */
export async function wireBot(
  files: CorpusFiles,
  options?: Parameters<typeof startLocalDiscord>[0],
): Promise<WiredBot> {
  const corpus = await mkdtemp(path.join(tmpdir(), 'verbatim-corpus-'));
  await write(corpus, files);
  const discord = await startLocalDiscord(options);
  let bot = await startBot(discord, corpus);
  return {
    discord,
    output: () => bot.output(),
    async restart(newFiles) {
      const code = await bot.stop();
      if (newFiles !== undefined) {
        await rm(corpus, { recursive: true });
        await write(corpus, newFiles);
      }
      bot = await startBot(discord, corpus);
      return code;
    },
    async stop() {
      await bot.stop();
      await discord.close();
      await rm(corpus, { recursive: true, force: true });
    },
  };
}

async function write(corpus: string, files: CorpusFiles): Promise<void> {
  await mkdir(corpus, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(corpus, name), text);
}
