import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LocalDiscord } from '../discord/local-discord.ts';
import { isFromHere } from '../discord/loopback.ts';
import { Actions } from './actions.ts';
import { articlePage } from './article-page.ts';
import { CorpusPlaces } from './corpus-places.ts';
import { stateFor } from './page-state.ts';

const PAGE = path.join(import.meta.dirname, 'page');
const PACKAGES = path.join(import.meta.dirname, '../../node_modules');
const STYLES = ['style.css', 'messages.css', 'controls.css', 'phone.css'];
const MODULES = [
  'app.js',
  'channel.js',
  'components.js',
  'composer.js',
  'form.js',
  'markdown.js',
  'menu.js',
  'message.js',
  'pins.js',
  'server.js',
];

/** What the page may load: its address, the file, and the file's type. */
const FILES: readonly (readonly [string, string, string])[] = [
  ['/', path.join(PAGE, 'index.html'), 'text/html'],
  ['/icon.svg', path.join(PAGE, 'icon.svg'), 'image/svg+xml'],
  ...STYLES.map((name) => [`/${name}`, path.join(PAGE, name), 'text/css'] as const),
  ...MODULES.map((name) => [`/${name}`, path.join(PAGE, name), 'text/javascript'] as const),
  ['/vendor/preact.js', path.join(PACKAGES, 'preact/dist/preact.mjs'), 'text/javascript'],
  ['/vendor/hooks.js', path.join(PACKAGES, 'preact/hooks/dist/hooks.mjs'), 'text/javascript'],
  ['/vendor/htm.js', path.join(PACKAGES, 'htm/dist/htm.module.js'), 'text/javascript'],
];

/** A sign of life on a silent stream, in milliseconds. */
const HEARTBEAT = 15_000;

export interface WebOptions {
  readonly discord: LocalDiscord;
  readonly corpusFolder: string;
  readonly restartBot: () => Promise<void>;
}

/** The page, and what it asks: the state of a channel, that something changed, and what people do. */
export function webApp({ discord, corpusFolder, restartBot }: WebOptions): { app: Hono; close: () => void } {
  const app = new Hono();
  const places = new CorpusPlaces(corpusFolder);
  const actions = new Actions(discord, restartBot);
  const policy = policyFor(readFileSync(path.join(PAGE, 'index.html'), 'utf8'));
  /** Ends each open stream of changes. */
  const streams = new Set<() => void>();

  app.use(async (c, next) => {
    if (!isFromHere(c.req.header())) return c.text('The playground answers its own page only.', 403);
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', 'no-store');
    c.header('Content-Security-Policy', policy);
    return undefined;
  });

  for (const [address, file, type] of FILES) {
    app.get(address, async (c) => {
      c.header('Content-Type', `${type}; charset=utf-8`);
      return c.body(await readFile(file, 'utf8'));
    });
  }

  app.get('/api/state', async (c) => {
    const state = stateFor(discord, await places.articles(), actions.used, {
      as: c.req.query('as'),
      channel: c.req.query('channel'),
    });
    return c.json(state);
  });

  app.get('/api/changes', (c) =>
    streamSSE(c, async (stream) => {
      const stop = discord.world.listen(() => void stream.writeSSE({ event: 'change', data: '' }));
      const heart = setInterval(() => void stream.writeSSE({ event: 'alive', data: '' }), HEARTBEAT);
      await new Promise<void>((resolve) => {
        streams.add(resolve);
        stream.onAbort(() => {
          streams.delete(resolve);
          resolve();
        });
      });
      clearInterval(heart);
      stop();
    }),
  );

  app.post('/api/act', async (c) => {
    if (c.req.header('content-type') !== 'application/json') return c.json({ error: 'expected JSON' }, 415);
    try {
      return c.json(await actions.take(await c.req.json()));
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : 'something went wrong' }, 400);
    }
  });

  app.get('/corpus/:id', async (c) => {
    const article = (await places.articles()).find(({ id }) => id === c.req.param('id'));
    return article === undefined ? c.text('There is no such article.', 404) : c.html(articlePage(article));
  });

  return {
    app,
    close: () => {
      for (const end of streams) end();
    },
  };
}

/** Allows the page its own files and the import map that stands in it, and nothing else. */
function policyFor(html: string): string {
  const inline = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  return `default-src 'self'; script-src 'self' 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`;
}
