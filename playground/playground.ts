import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { BotProcess } from './bot-process.ts';
import { startLocalDiscord } from './discord/local-discord.ts';
import { webApp } from './web/app.ts';

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
  const web = webApp({ discord, corpusFolder, restartBot: () => bot.restart() });
  const listener = getRequestListener(web.app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  const url = `http://127.0.0.1:${await listenFrom(server, port)}`;
  bot.start();
  log(`This is a playground: a local Discord without accounts. Open ${url}`);
  log('For the real Discord set DISCORD_TOKEN (README, "Put it on Discord"). Stop with Ctrl+C.');
  return {
    url,
    async close() {
      web.close();
      await bot.stop();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await discord.close();
    },
  };
}

/** Listens on the first free port from `port` on. */
async function listenFrom(server: Server, port: number): Promise<number> {
  for (let tried = port; ; tried++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(tried, '127.0.0.1', resolve);
      });
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : tried;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || tried >= port + 100) throw error;
    }
  }
}
