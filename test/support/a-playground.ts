import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { startPlayground, type Playground } from '../../playground/playground.ts';
import { startBrowser } from './a-browser.ts';

/** How long the page may take for a step, in milliseconds: shorter than a test, so that a failure names the step. */
const PATIENCE = 10_000;

/** A playground with one article of its own, and a browser to look at it. */
export class APlayground {
  /** The file of the article. */
  readonly article: string;
  readonly #folder: string;
  readonly #playground: Playground;
  readonly #browser: Browser;

  private constructor(folder: string, article: string, playground: Playground, browser: Browser) {
    this.#folder = folder;
    this.article = article;
    this.#playground = playground;
    this.#browser = browser;
  }

  /** @param article Markdown with its front matter */
  static async start(article: string): Promise<APlayground> {
    const folder = await mkdtemp(path.join(tmpdir(), 'corpus-'));
    const file = path.join(folder, 'harbour.md');
    await writeFile(file, article);
    const [playground, browser] = await Promise.all([
      startPlayground({ corpusFolder: folder, port: 0, log: () => undefined }),
      startBrowser(),
    ]);
    return new APlayground(folder, file, playground, browser);
  }

  get url(): string {
    return this.#playground.url;
  }

  /** A window with the page, once the bot is there. */
  async open(options: BrowserContextOptions = {}): Promise<APage> {
    const page = new APage(await this.#browser.newPage(options), this.url);
    await page.open();
    return page;
  }

  async close(): Promise<void> {
    await Promise.all([this.#browser.close(), this.#playground.close()]);
    await rm(this.#folder, { recursive: true });
  }
}

/** The page as somebody uses it. */
export class APage {
  readonly page: Page;
  readonly messages: Locator;
  readonly #url: string;

  constructor(page: Page, url: string) {
    page.setDefaultTimeout(PATIENCE);
    this.page = page;
    this.#url = url;
    this.messages = page.getByRole('log', { name: 'Messages' }).getByRole('article');
  }

  /** The newest message. */
  get last(): Locator {
    return this.messages.last();
  }

  /** Opens it afresh: as the reader, in #general. */
  async open(): Promise<void> {
    await this.page.goto(this.#url);
    await this.page.getByText('Verbatim is online').waitFor();
  }

  /** Picks a command by keyboard: the slash, its name, Enter. */
  async pick(command: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Message' }).focus();
    await this.page.keyboard.type(command);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('form', { name: command }).waitFor();
  }

  /** Uses a command with its first option by keyboard; resolves to the answer. */
  async ask(command: string, text: string): Promise<Locator> {
    return this.nextMessage(async () => {
      await this.pick(command);
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Enter');
    });
  }

  /** Writes a message; resolves to it. */
  async write(text: string): Promise<Locator> {
    return this.nextMessage(async () => {
      await this.page.getByRole('combobox', { name: 'Message' }).fill(text);
      await this.page.keyboard.press('Enter');
    });
  }

  /** The message that comes when something is done. */
  async nextMessage(does: () => Promise<unknown>): Promise<Locator> {
    const next = this.messages.nth(await this.messages.count());
    await does();
    await next.waitFor();
    return next;
  }

  /** Becomes another person; resolves when the page shows what that person sees. */
  async become(person: 'reader' | 'moderator'): Promise<void> {
    const told = this.page.waitForResponse(/api\/state/);
    await this.page.getByLabel('You are').selectOption(person);
    await told;
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
