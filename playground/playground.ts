import { BotProcess } from './bot-process.ts';
import { startLocalDiscord } from './discord/local-discord.ts';
import { servePage } from './web/serve.ts';

export interface PlaygroundOptions {
  readonly corpusFolder: string;
  /** The page's; the next free one is taken where something listens there already. 0 is any free one. */
  readonly port: number;
  readonly log: (line: string) => void;
}

export interface Playground {
  /** Where the page is. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a local Discord, the production bot connected to it, and the page, all on loopback. */
export async function startPlayground({ corpusFolder, port, log }: PlaygroundOptions): Promise<Playground> {
  const discord = await startLocalDiscord({ openApi: null });
  const bot = new BotProcess(discord, corpusFolder, log);
  const page = await servePage({ discord, corpusFolder, port, restartBot: () => bot.restart() });
  bot.start();
  log(`This is a playground: a local Discord without accounts. Open ${page.url}`);
  log('For the real Discord set DISCORD_TOKEN (README, "Put it on Discord"). Stop with Ctrl+C.');
  return {
    url: page.url,
    async close() {
      await page.close();
      await bot.stop();
      await discord.close();
    },
  };
}
