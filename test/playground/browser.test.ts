import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/a-browser.ts';
import { APlayground, type APage } from '../support/a-playground.ts';

const ARTICLE = `---
title: Council votes to rebuild the harbour wall
---

The council voted on Monday to rebuild the harbour wall.

"The wall will not hold another winter," said Maria Ruiz, the harbour master.

Work is to begin in May and to cost 4 million crowns.
`;

describe.skipIf(!hasChromium)('on the page of the playground', () => {
  let playground: APlayground;
  let reader: APage;

  beforeAll(async () => {
    playground = await APlayground.start(ARTICLE);
    reader = await playground.open();
  });
  afterAll(() => playground.close());
  beforeEach(() => reader.open());

  it('a command is picked, filled in and answered by keyboard alone', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');

    await answer.getByText('Maria Ruiz', { exact: true }).waitFor();
    expect(await answer.locator('blockquote').innerText()).toBe(
      '"The wall will not hold another winter," said Maria Ruiz, the harbour master.',
    );
  });

  it('an answer leads to its place in the corpus', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');

    const link = answer.locator('.sources').getByRole('link', { name: 'paragraph 2' });
    const address = await link.getAttribute('href');
    await reader.page.goto(new URL(address ?? '', playground.url).href);
    expect(await reader.page.locator('.block:target').innerText()).toContain('another winter');
  });

  it('the bot completes a speaker', async () => {
    await reader.pick('/who-said');
    const speaker = reader.page.getByRole('combobox', { name: 'speaker' });
    await speaker.fill('ruis');
    await reader.page.getByRole('option', { name: 'Maria Ruiz' }).waitFor();
    await reader.page.keyboard.press('ArrowDown');
    await reader.page.keyboard.press('Enter');
    expect(await speaker.inputValue()).toContain('Maria Ruiz');
  });

  it('the context is shown to one person', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');
    const context = await reader.nextMessage(() => answer.getByRole('button', { name: 'Context' }).click());
    await context.getByText('Only you can see this').waitFor();

    await reader.become('moderator');
    await reader.page.getByText('Only you can see this').first().waitFor({ state: 'detached' });
    await reader.messages.last().getByRole('button', { name: 'Context' }).waitFor();
  });

  it('a follow-up is asked in a thread, in a form and as a message', async () => {
    const answer = await reader.ask('/ask', 'What did the council vote for?');
    await answer.getByRole('button', { name: 'Follow up' }).click();
    await answer.getByRole('button', { name: 'Open the thread' }).click();
    await reader.page.getByRole('heading', { name: '↳ What did the council vote for?' }).waitFor();

    await reader.last.getByRole('button', { name: 'Ask a follow-up' }).click();
    const form = reader.page.getByRole('dialog', { name: 'Ask a follow-up' });
    const answered = await reader.nextMessage(async () => {
      await form.getByRole('textbox', { name: 'What you want to know' }).fill('And what is it to cost?');
      await reader.page.keyboard.press('Enter');
    });
    expect(await answered.locator('blockquote').innerText()).toContain('4 million crowns');

    await reader.messages
      .first()
      .getByRole('button', { name: /^Actions/ })
      .click();
    await reader.page.getByRole('menuitem', { name: 'Reply' }).click();
    const question = await reader.write('And what did Maria Ruiz say of it?');
    await question.getByText('in reply to Verbatim').waitFor();
    await reader.last.getByText('in reply to reader').waitFor();
    expect(await reader.last.locator('blockquote').innerText()).toContain('another winter');
  });

  it('a quotation in a message is checked from its menu', async () => {
    const claim = await reader.write('Ruiz: "The wall will hold another winter"');
    const verdict = await reader.nextMessage(async () => {
      await claim.click({ button: 'right' });
      await reader.page.getByRole('menuitem', { name: 'Check this quote' }).click();
    });
    await verdict.getByText('Not quite.').waitFor();
    expect(await verdict.locator('blockquote').innerText()).toContain('The wall will not hold another winter');
  });

  it('a summary is pinned by a moderator; a member is refused and the card stays', async () => {
    const summary = await reader.ask('/summary', '');
    const card = await summary.locator('.container').innerText();
    const refusal = await reader.nextMessage(() => summary.getByRole('button', { name: 'Pin' }).click());
    await refusal.getByText('Pinning takes the permission "Pin Messages", which you do not have here.').waitFor();
    await refusal.getByText('Only you can see this').waitFor();
    await reader.page.getByRole('button', { name: 'Pins (0)' }).waitFor();

    await reader.become('moderator');
    await refusal.waitFor({ state: 'detached' });
    await reader.last.getByRole('button', { name: 'Pin' }).click();
    await reader.page.getByRole('button', { name: 'Pins (1)' }).click();
    const pinned = reader.page.getByRole('region', { name: 'Pinned messages' });
    expect(await pinned.locator('.container').innerText()).toBe(card);
  });

  it('an old button works after the bot was restarted', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');
    await reader.page.getByRole('button', { name: 'Restart the bot' }).click();
    await reader.page.getByText('Verbatim is starting').waitFor();
    await reader.page.getByText('Verbatim is online').waitFor();
    const context = await reader.nextMessage(() => answer.getByRole('button', { name: 'Context' }).click());
    await context.getByText('Only you can see this').waitFor();
  });

  it('an edited article changes the next answer', async () => {
    const text = await readFile(playground.article, 'utf8');
    await writeFile(playground.article, text.replace('4 million', '7 million'));
    await expect
      .poll(async () => (await reader.ask('/ask', 'How much is the work to cost?')).innerText(), {
        timeout: 10_000,
        interval: 300,
      })
      .toContain('7 million crowns');
  });
});
