import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PORT = 3000;

/** The playground as a process of its own. */
interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  /** Resolves to its exit code. */
  readonly ended: Promise<number | null>;
  output(): string;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill('SIGKILL');
});

/** Resolves once it serves the page. */
function start(env: Readonly<Record<string, string>>, ...words: string[]): Promise<Started> {
  return startBy([process.execPath, '--import', 'tsx', 'src/main.ts', ...words], env);
}

async function startBy([program, ...words]: readonly [string, ...string[]], env = {}): Promise<Started> {
  const { PATH = '' } = process.env;
  const child = spawn(program, words, {
    cwd: ROOT,
    env: { PATH, DISCORD_TOKEN: '', ...env },
  });
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let out = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /Open (\S+)/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error(`the playground ended: ${out}`));
    });
  });
  return { process: child, url, ended, output: () => out };
}

/** The processes that a process has started and that still run, by their ids. */
function childrenOf(parent: number | undefined): readonly number[] {
  return processes().flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

/** Those of `ids` that still run. */
function running(ids: readonly number[]): readonly number[] {
  const all = new Set(processes().map(([pid]) => pid));
  return ids.filter((id) => all.has(id));
}

/** All processes that run, each with its parent. */
function processes(): readonly (readonly number[])[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=']).toString().split('\n');
  return lines.filter((line) => !/Z\S*$/.test(line)).map((line) => line.trim().split(/\s+/).slice(0, 2).map(Number));
}

/** Takes the port of the playground, where nobody has it already. */
async function takePort(): Promise<Server> {
  const server = createServer();
  await new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(PORT, '127.0.0.1', () => {
      resolve(undefined);
    });
  });
  return server;
}

describe('the playground', () => {
  it.each([
    ['SIGTERM', 'without a token', {}, []],
    ['SIGINT', 'asked for in spite of a token', { DISCORD_TOKEN: 'a.token.here' }, ['playground']],
  ] as const)('ends with 0 and leaves no process behind on %s, %s', async (signal, _case, env, words) => {
    const playground = await start(env, ...words);
    expect(playground.output()).toContain('This is a playground');
    expect(new URL(playground.url).hostname).toBe('127.0.0.1');
    expect(await fetch(playground.url).then((page) => page.text())).toContain('<title>Verbatim playground</title>');
    const bots = childrenOf(playground.process.pid);
    expect(bots).not.toEqual([]);

    playground.process.kill(signal);
    playground.process.kill(signal); // as npm does with a Ctrl+C that has come already
    expect(await playground.ended).toBe(0);
    expect(running(bots)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends npm with 0 on %s, which a shell between them would not',
    async (signal) => {
      const playground = await startBy(['npm', 'start']);
      playground.process.kill(signal);
      expect(await playground.ended).toBe(0);
    },
  );

  it('takes the next port where its own is taken, and leaves no bot behind when it is killed', async () => {
    const taken = await takePort();
    const playground = await start({});
    expect(Number(new URL(playground.url).port)).toBeGreaterThan(PORT);
    const bots = childrenOf(playground.process.pid);
    expect(bots).not.toEqual([]);

    playground.process.kill('SIGKILL');
    await expect.poll(() => running(bots), { timeout: 10_000 }).toEqual([]);
    taken.close();
  });
});
