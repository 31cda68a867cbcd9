import path from 'node:path';
import { chromium } from 'playwright-core';
import { startPlayground } from './playground.ts';

/** `npm run screenshots`: the pictures of the README, taken from the playground. Needs Chromium. */

const IMAGES = path.join(import.meta.dirname, '../docs/images');

const playground = await startPlayground({ corpusFolder: 'corpus', port: 0, log: () => undefined });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1100, height: 640 } });
await page.goto(playground.url);
await page.getByText('Verbatim is online').waitFor();

await page.getByRole('button', { name: 'Who said' }).click();
await page.locator('.sources').first().waitFor();
await page.screenshot({ path: path.join(IMAGES, 'answer.png') });

await page.setViewportSize({ width: 1100, height: 1120 });
await page.getByLabel('You are').selectOption('moderator');
await page.getByRole('button', { name: '# articles' }).click();
await page.getByRole('heading', { name: '# articles' }).waitFor();
await page.getByRole('button', { name: 'Sum the article up' }).click();
await page.getByRole('button', { name: 'Pin', exact: true }).click();
await page.getByText('Verbatim pinned a message').waitFor();
await page.getByRole('button', { name: 'Unpin' }).waitFor();
await page.screenshot({ path: path.join(IMAGES, 'pinned-summary.png') });

await browser.close();
await playground.close();
