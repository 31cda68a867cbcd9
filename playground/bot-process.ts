import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { LocalDiscord } from './discord/local-discord.ts';

const ROOT = path.join(import.meta.dirname, '..');
const ENDING = './playground/end-with-parent.ts';

/** Most milliseconds that the bot may take to end. */
const ENDING_TIME = 5000;

/** The production bot as a process of its own, pointed at a local Discord. */
export class BotProcess {
  readonly #discord: LocalDiscord;
  readonly #corpusFolder: string;
  readonly #log: (line: string) => void;
  #child: ChildProcess | null = null;

  constructor(discord: LocalDiscord, corpusFolder: string, log: (line: string) => void) {
    this.#discord = discord;
    this.#corpusFolder = corpusFolder;
    this.#log = log;
  }

  start(): void {
    const child = spawn(process.execPath, ['--import', 'tsx', '--import', ENDING, 'src/main.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        DISCORD_TOKEN: this.#discord.token,
        DISCORD_API_URL: this.#discord.url,
        CORPUS_DIR: path.resolve(this.#corpusFolder),
        MESSAGE_CONTENT: '',
      },
      // The channel closes with this process, however that ends, and the bot with it.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl+C reaches the whole group of processes; the playground ends the bot itself.
      detached: true,
    });
    this.#child = child;
    const tell = (chunk: Buffer): void => {
      for (const line of chunk.toString().split('\n')) {
        // The invitation leads to the real Discord, which does not know this bot.
        if (line !== '' && !line.startsWith('invite it')) this.#log(`bot: ${line}`);
      }
    };
    child.stdout?.on('data', tell);
    child.stderr?.on('data', tell);
    child.once('exit', (code) => {
      if (this.#child === child) this.#log(`bot: ended with ${String(code)}`);
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDING_TIME);
    await ended;
    clearTimeout(timer);
  }

  async restart(): Promise<void> {
    await this.stop();
    this.start();
    await this.#discord.connected(ENDING_TIME * 2);
  }
}
