import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

it('npm start without a token serves the playground, and ends with 0 on SIGTERM', async () => {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { PATH, DISCORD_TOKEN: '' },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let out = '';
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /Open (\S+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  expect(out).toContain('This is a playground');
  expect(new URL(url).hostname).toBe('127.0.0.1');
  expect(await fetch(url).then((page) => page.text())).toContain('<title>Verbatim playground</title>');

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
