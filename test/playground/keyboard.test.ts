import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasChromium } from '../support/a-browser.ts';
import { APlayground, type APage } from '../support/a-playground.ts';

const ARTICLE = `---
title: Council votes to rebuild the harbour wall
---

The council voted on Monday to rebuild the harbour wall.

"The wall will not hold another winter," said Maria Ruiz, the harbour master.
`;

describe.skipIf(!hasChromium)('with a keyboard, a finger or a screen reader', () => {
  let playground: APlayground;
  let reader: APage;

  beforeAll(async () => {
    playground = await APlayground.start(ARTICLE);
    reader = await playground.open();
  });
  afterAll(() => playground.close());
  beforeEach(() => reader.open());

  it('an answer is read out with everything that stands on it', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');
    const heard = await answer.ariaSnapshot();
    expect(heard.replace(/time: .*/, 'time: …')).toBe(
      [
        '- article "Verbatim":',
        '  - paragraph: reader used /who-said',
        '  - strong: Verbatim',
        '  - text: APP',
        '  - time: …',
        '  - button "Actions for the message of Verbatim": ⋯',
        '  - text: wall will not hold',
        '  - strong: Maria Ruiz',
        '  - text: · harbour master',
        '  - blockquote:',
        '    - text: "\\"The"',
        '    - strong: wall will not hold',
        '    - text: another winter," said Maria Ruiz, the harbour master.',
        '  - text: paragraph 2 · Council votes to rebuild the harbour wall',
        '  - button "Context"',
        '  - button "Follow up"',
        '  - button "Delete"',
        '  - paragraph:',
        '    - text: "In the corpus:"',
        '    - link "paragraph 2":',
        '      - /url: /corpus/harbour#block-2',
      ].join('\n'),
    );
  });

  it('a new message is added to the log that is read out, another channel is another log', async () => {
    await reader.write('Good morning');
    const log = await reader.page.getByRole('log').elementHandle();
    await reader.write('Good evening');
    expect(await log.isVisible()).toBe(true);
    await reader.page.getByRole('button', { name: '# articles' }).click();
    await reader.page.getByRole('heading', { name: '# articles' }).waitFor();
    expect(await log.isVisible()).toBe(false);
  });

  it('Escape closes the suggestions for an option first, then the command', async () => {
    await reader.pick('/who-said');
    const form = reader.page.getByRole('form', { name: '/who-said' });
    await expectFocus(form.getByRole('textbox', { name: 'text' }));
    await form.getByRole('combobox', { name: 'speaker' }).press('m');
    await form.getByRole('listbox', { name: 'Suggestions for speaker' }).getByRole('option').first().waitFor();
    await reader.page.keyboard.press('Escape');
    await form.waitFor();
    await reader.page.keyboard.press('Escape');
    await expectFocus(reader.page.getByRole('combobox', { name: 'Message' }));
  });

  it('the arrow keys go through the messages, Tab to what stands on one', async () => {
    const first = await reader.write('Good morning');
    const second = await reader.ask('/who-said', 'wall will not hold');
    await second.focus();
    await reader.page.keyboard.press('ArrowUp');
    await expectFocus(first);
    await reader.page.keyboard.press('End');
    await expectFocus(second);
    await reader.page.keyboard.press('Tab');
    await reader.page.keyboard.press('Tab');
    await expectFocus(second.getByRole('button', { name: 'Context' }));
  });

  it.each(['Shift+F10', 'ContextMenu'])('%s opens the menu of a message, Escape leads back', async (key) => {
    const claim = await reader.write('Ruiz: "The wall will not hold"');
    await claim.focus();
    await reader.page.keyboard.press(key);
    expect(await reader.page.getByRole('menu', { name: 'Actions for the message of reader' }).ariaSnapshot()).toBe(
      [
        '- menu "Actions for the message of reader":',
        '  - group:',
        '    - menuitem "Reply"',
        '    - menuitem "Copy text"',
        '  - group "Apps":',
        '    - menuitem "Check this quote"',
        '    - menuitem "Pin this summary"',
      ].join('\n'),
    );
    await expectFocus(reader.page.getByRole('menuitem', { name: 'Reply' }));
    await reader.page.keyboard.press('ArrowUp');
    await expectFocus(reader.page.getByRole('menuitem', { name: 'Pin this summary' }));
    await reader.page.keyboard.press('Escape');
    await expectFocus(claim);

    await reader.page.keyboard.press(key);
    await reader.page.keyboard.press('Enter');
    await reader.page.getByText('Replying to reader').waitFor();
    await expectFocus(reader.page.getByRole('combobox', { name: 'Message' }));
  });

  it('a finger that rests on a message opens its menu, one that moves does not', async () => {
    const phone = await playground.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const claim = await phone.write('Ruiz: "The wall will not hold another winter"');
    const { x, y } = (await claim.locator('.text').boundingBox()) ?? { x: 0, y: 0 };
    const fingers = await phone.page.context().newCDPSession(phone.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints });

    await phone.page.clock.install();
    await touch('touchStart', { x: x + 20, y: y + 5 });
    await touch('touchMove', { x: x + 80, y: y + 5 });
    await phone.page.clock.fastForward(1000);
    expect(await phone.page.getByRole('menu').count()).toBe(0);
    await touch('touchEnd');
    await touch('touchStart', { x: x + 20, y: y + 5 });
    await phone.page.getByRole('menuitem', { name: 'Check this quote' }).waitFor();
    await touch('touchEnd');
    const verdict = await phone.nextMessage(() => phone.page.getByRole('menuitem', { name: 'Check this quote' }).tap());
    await verdict.getByText('Exact.').waitFor();
    await phone.close();
  });

  it('links keep the menu of the browser', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');
    await answer.getByRole('link').click({ button: 'right' });
    expect(await reader.page.getByRole('menu').count()).toBe(0);
  });

  it('the focus is where it was when a form closes, and stays among the messages when one is deleted', async () => {
    const answer = await reader.ask('/who-said', 'wall will not hold');
    await answer.getByRole('button', { name: 'Follow up' }).press('Enter');
    await answer.getByRole('button', { name: 'Open the thread' }).press('Enter');
    await expectFocus(reader.page.getByRole('heading', { level: 1 }));

    const ask = reader.last.getByRole('button', { name: 'Ask a follow-up' });
    await ask.press('Enter');
    const question = reader.page.getByRole('textbox', { name: 'What you want to know' });
    await expectFocus(question);
    await reader.page.keyboard.press('Escape');
    await expectFocus(ask);
    await ask.press('Enter');
    const followUp = await reader.nextMessage(async () => {
      await question.fill('And who is Maria Ruiz?');
      await reader.page.keyboard.press('Enter');
    });
    await expectFocus(reader.messages.first().getByRole('button', { name: 'Ask a follow-up' }));

    await followUp.getByRole('button', { name: 'Delete' }).press('Enter');
    await followUp.waitFor({ state: 'detached' });
    await expectFocus(reader.last);
  });

  it('the pins are a region that Escape closes', async () => {
    const open = reader.page.getByRole('button', { name: /^Pins/ });
    await open.press('Enter');
    await expectFocus(reader.page.getByRole('region', { name: 'Pinned messages' }));
    await reader.page.keyboard.press('Escape');
    await expectFocus(open);
  });

  /** Waits until an element has the focus. */
  async function expectFocus(element: Locator): Promise<void> {
    await element.and(reader.page.locator(':focus')).waitFor();
  }
});
