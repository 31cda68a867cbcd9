import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { LocalDiscord } from '../../playground/discord/local-discord.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The bot as a process of its own, as `npm start` runs it. */
export interface BotProcess {
  /** Ends it with SIGTERM; resolves to its exit code. */
  stop(): Promise<number | null>;
  /** How it ended by itself. */
  readonly ended: Promise<Ending>;
  /** What it has written so far, to both outputs. */
  output(): string;
}

interface Ending {
  readonly code: number | null;
  readonly err: string;
}

/** Starts the bot against the local Discord and waits until it is ready. */
export async function startBot(discord: LocalDiscord, corpus: string): Promise<BotProcess> {
  const child = run({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, CORPUS_DIR: corpus });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('invite it with')) resolve();
    });
    child.once('exit', (code) => {
      reject(new Error(`the bot ended with ${String(code)} before it was ready`));
    });
  });
  return {
    stop: () => ended(child, 'SIGTERM'),
    ended: ended(child).then((code) => ({ code, err })),
    output: () => out + err,
  };
}

/** Runs the bot until it ends by itself. */
export async function runBot(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = run(env);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return { code: await ended(child), out, err };
}

function run(env: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: { PATH, DISCORD_TOKEN: '', DISCORD_API_URL: '', ...env },
  });
}

function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('close', resolve);
    if (signal !== undefined) child.kill(signal);
  });
}
