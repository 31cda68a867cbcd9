import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPlayground, type Playground } from '../../playground/playground.ts';
import { hasChromium, startBrowser } from '../support/a-browser.ts';

const ARTICLE = `---
title: Council votes to rebuild the harbour wall
---

The council voted on Monday to rebuild the harbour wall.

"The wall will not hold another winter," said Maria Ruiz, the harbour master.

Work is to begin in May and to cost 4 million crowns.
`;

describe.skipIf(!hasChromium)('on the page of the playground', () => {
  let corpus: string;
  let playground: Playground;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    corpus = await mkdtemp(path.join(tmpdir(), 'corpus-'));
    await writeFile(path.join(corpus, 'harbour.md'), ARTICLE);
    playground = await startPlayground({ corpusFolder: corpus, port: 0, log: () => undefined });
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await playground.close();
    await rm(corpus, { recursive: true });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(playground.url);
    await page.getByText('Verbatim is online').waitFor();
  });
  afterEach(() => page.close());

  it('a command is picked, filled in and answered by keyboard alone', async () => {
    await whoSaid('wall will not hold');

    await last().getByText('Maria Ruiz', { exact: true }).waitFor();
    expect(await last().locator('blockquote').innerText()).toBe(
      '"The wall will not hold another winter," said Maria Ruiz, the harbour master.',
    );
  });

  it('an answer leads to its place in the corpus', async () => {
    await whoSaid('wall will not hold');
    await last().getByText('Maria Ruiz', { exact: true }).waitFor();

    const link = last().locator('.sources').getByRole('link', { name: 'paragraph 2' });
    const address = await link.getAttribute('href');
    await page.goto(new URL(address ?? '', playground.url).href);
    expect(await page.locator('.block:target').innerText()).toContain('another winter');
  });

  it('the bot completes a speaker', async () => {
    await pick('/who-said');
    await page.getByRole('combobox', { name: 'speaker' }).fill('ruis');
    await page.getByRole('option', { name: 'Maria Ruiz' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: 'speaker' }).inputValue()).toContain('Maria Ruiz');
  });

  it('the context is shown to one person', async () => {
    await whoSaid('wall will not hold');
    await last().getByRole('button', { name: 'Context' }).click();
    await last().getByText('Only you can see this').waitFor();

    await page.getByLabel('You are').selectOption('moderator');
    await page.locator('.message').first().waitFor();
    await page.getByText('Only you can see this').first().waitFor({ state: 'detached' });
  });

  it('an old button works after the bot was restarted', async () => {
    await whoSaid('wall will not hold');
    await last().getByRole('button', { name: 'Context' }).waitFor();
    const asked = await page.locator('.message').count();
    await page.getByRole('button', { name: 'Restart the bot' }).click();
    await page.getByText('Verbatim is starting').waitFor();
    await page.getByText('Verbatim is online').waitFor();
    await page
      .locator('.message')
      .nth(asked - 1)
      .getByRole('button', { name: 'Context' })
      .click();
    await last().getByText('Only you can see this').waitFor();
    expect(await page.locator('.message').count()).toBe(asked + 1);
  });

  it('an edited article changes the next answer', async () => {
    const file = path.join(corpus, 'harbour.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('4 million', '7 million'));
    await expect
      .poll(
        async () => {
          const before = await page.locator('.message').count();
          await pick('/ask');
          await page.getByLabel('question').fill('How much is the work to cost?');
          await page.keyboard.press('Enter');
          await page.locator('.message').nth(before).waitFor();
          return last().innerText();
        },
        { timeout: 10_000, interval: 300 },
      )
      .toContain('7 million crowns');
  });

  it('pages of other sites are refused', async () => {
    const from = (headers: Record<string, string>): Promise<number> =>
      fetch(`${playground.url}/api/state`, { headers }).then(({ status }) => status);
    expect(await from({})).toBe(200);
    expect(await from({ Origin: 'https://example.com' })).toBe(403);
    expect(await from({ Origin: 'http://localhost:1' })).toBe(403);
  });

  const last = (): Locator => page.locator('.message').last();

  /** By keyboard: the slash, the command's name, Enter. */
  async function pick(command: string): Promise<void> {
    await page.getByRole('combobox', { name: 'Message' }).focus();
    await page.keyboard.type(command);
    await page.keyboard.press('Enter');
    await page.getByRole('form', { name: command }).waitFor();
  }

  async function whoSaid(text: string): Promise<void> {
    const before = await page.locator('.message').count();
    await pick('/who-said');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await page.locator('.message').nth(before).waitFor();
  }
});
