import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { webApp, type WebOptions } from './app.ts';

/** Ports that are tried, one after the other, before giving up. */
const MOST_PORTS = 100;

export interface ServedPage {
  /** Where the page is. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page on loopback, on the first free port from `port` on; 0 is any free one. */
export async function servePage({ port, ...options }: WebOptions & { readonly port: number }): Promise<ServedPage> {
  const web = webApp(options);
  const listener = getRequestListener(web.app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  const url = `http://127.0.0.1:${await listenFrom(server, port)}`;
  return {
    url,
    async close() {
      web.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listenFrom(server: Server, port: number): Promise<number> {
  for (let tried = port; ; tried++) {
    try {
      return await listen(server, tried);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || tried >= port + MOST_PORTS) throw error;
    }
  }
}

/** Resolves to the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
