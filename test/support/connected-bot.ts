import path from 'node:path';
import type { LocalDiscord } from '../../playground/discord/local-discord.ts';
import type { Library } from '../../src/answers/library.ts';
import { Bot } from '../../src/discord/bot.ts';
import { loadCommands } from '../../src/discord/load-commands.ts';

interface Options {
  /** What the bot's owner has enabled. */
  readonly messageContent?: boolean;
  readonly log?: (line: string) => void;
}

/** Starts the bot in this process and waits until it is connected. */
export async function connectedBot(discord: LocalDiscord, library: Library, options: Options = {}): Promise<Bot> {
  const { messageContent = false, log = () => undefined } = options;
  const commands = await loadCommands(path.join(import.meta.dirname, '../../commands'));
  const bot = new Bot({
    token: discord.token,
    apiUrl: discord.url,
    messageContent,
    library: { current: () => library },
    commands,
    log,
  });
  void bot.run();
  await discord.connected();
  return bot;
}
