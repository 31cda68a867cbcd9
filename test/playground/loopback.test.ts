import { request, type IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { servePage, type ServedPage } from '../../playground/web/serve.ts';

let discord: LocalDiscord;
let page: ServedPage;

beforeAll(async () => {
  discord = await startLocalDiscord({ openApi: null });
  page = await servePage({ discord, corpusFolder: 'corpus', port: 0, restartBot: () => Promise.resolve() });
});
afterAll(async () => {
  await page.close();
  await discord.close();
});

/** Who is refused, by the page and by the local Discord. */
const STRANGERS: readonly (readonly [string, IncomingHttpHeaders])[] = [
  ['a page of another site', { origin: 'https://example.com' }],
  ['a page of another site on this computer', { origin: 'http://127.0.0.1:1' }],
  ['a page in a sandbox or a file', { origin: 'null' }],
  ['a page under a name that was made to lead here', { host: 'rebound.example.com' }],
  ['the same, as its own origin', { host: 'rebound.example.com', origin: 'http://rebound.example.com' }],
  ['a name that only begins like this computer', { host: '127.0.0.1.example.com' }],
  ['an image or script on a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['the same on another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
];

describe.each([
  ['the page', () => `${page.url}/api/state`],
  ['the REST interface', () => `${discord.url}/v10/gateway`],
])('%s refuses', (_name, address) => {
  it.each(STRANGERS)('%s', async (_case, headers) => {
    expect(await status(address(), headers)).toBe(403);
  });
});

describe.each([
  ['the page', () => page.url],
  ['the gateway', () => new URL('/gateway', discord.url).href],
])('%s refuses a WebSocket of', (_name, address) => {
  it.each(STRANGERS)('%s', async (_case, headers) => {
    const socket = new WebSocket(address().replace('http', 'ws'), { headers });
    const ended = new Promise((resolve) => {
      socket.on('error', ({ message }) => {
        resolve(message);
      });
      socket.on('open', () => {
        resolve('open');
      });
    });
    expect(await ended).toBe('Unexpected server response: 403');
  });
});

describe('the page answers', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['a program', {}],
    ['somebody who typed its address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['a link elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ])('%s', async (_case, headers) => {
    expect(await status(page.url, headers)).toBe(200);
  });

  it('itself', async () => {
    expect(await status(`${page.url}/api/state`, { origin: page.url, 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  it('nothing that is not JSON, as a form of another site would send it', async () => {
    const body = JSON.stringify({ do: 'restart', as: discord.reader.id, channel: discord.general.id });
    const answer = await fetch(`${page.url}/api/act`, { method: 'POST', body });
    expect(answer.status).toBe(415);
  });

  it('and forbids frames, sniffing and scripts from elsewhere, on the pages of articles too', async () => {
    for (const path of ['/', '/corpus/2022-02-07-macron-putin-talks']) {
      const { headers, status } = await fetch(page.url + path);
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'self';.* frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

it('nothing listens on the addresses that other computers reach', async () => {
  const elsewhere = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ internal, family }) => !internal && family === 'IPv4').map((one) => one.address),
  );
  for (const address of elsewhere) {
    for (const { port } of [new URL(page.url), new URL(discord.url)]) {
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
    }
  }
});

/** The status of the answer to a request with these headers; unlike fetch this sets Host and Origin. */
function status(address: string, headers: IncomingHttpHeaders): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
