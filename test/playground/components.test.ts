import { ButtonStyle, ComponentType, MessageFlags, TextInputStyle, type Client } from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { servePage, type ServedPage } from '../../playground/web/serve.ts';
import { aBot } from '../discord/a-bot.ts';
import { hasChromium, startBrowser } from '../support/a-browser.ts';

describe.skipIf(!hasChromium)('the page shows what a bot sends', () => {
  let discord: LocalDiscord;
  let bot: Client<true>;
  let served: ServedPage;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    discord = await startLocalDiscord({ openApi: null });
    [bot, browser, served] = await Promise.all([
      aBot(discord, {
        onInteraction: async (interaction) => {
          if (interaction.isButton()) await interaction.showModal(FORM);
          if (interaction.isStringSelectMenu()) await interaction.reply(`Chosen: ${interaction.values.join(', ')}`);
          if (interaction.isModalSubmit()) {
            const { fields } = interaction;
            await interaction.reply(`${fields.getTextInputValue('name')}: ${fields.getTextInputValue('story')}`);
          }
        },
      }),
      startBrowser(),
      servePage({ discord, corpusFolder: 'corpus', port: 0, restartBot: () => Promise.resolve() }),
    ]);
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(served.url);
  });
  afterAll(async () => {
    await browser.close();
    await bot.destroy();
    await served.close();
    await discord.close();
  });

  it.each([
    ['emphasis', '**a** *b* ~~c~~ __d__', '<strong>a</strong> <em>b</em> <s>c</s> <u>d</u>'],
    ['headings', '# a', '<h3>a</h3>'],
    ['small print', '-# a', '<small>a</small>'],
    ['small print after a block quote', '> a\n-# b', '<blockquote>a</blockquote><small>b</small>'],
    ['an empty line after small print', '-# a\n\nb', '<small>a</small><br>b'],
    ['what is escaped, as it is', '\\*\\*a\\*\\* \\> \\# b', '**a** &gt; # b'],
    ['marks of HTML, as they are', '<b>a</b> &amp;', '&lt;b&gt;a&lt;/b&gt; &amp;amp;'],
  ])('%s', async (_case, content, html) => {
    await send([{ type: ComponentType.TextDisplay, content }]);
    await expect.poll(() => page.locator('article').last().locator('.text').last().innerHTML()).toBe(html);
  });

  it('links that lead to the web only', async () => {
    await send([{ type: ComponentType.TextDisplay, content: '[web](https://example.com) [no](javascript:alert)' }]);
    await page.getByRole('link', { name: 'web' }).waitFor();
    expect(await page.locator('article').last().getByRole('link').count()).toBe(1);
  });

  it('a list of choices, for one and for several', async () => {
    const options = ['one', 'two', 'three'].map((value) => ({ label: value, value }));
    await send([
      select({ custom_id: 'one', placeholder: 'Choose one', options }),
      select({ custom_id: 'several', placeholder: 'Choose some', min_values: 2, max_values: 2, options }),
    ]);
    await page.getByLabel('Choose one').selectOption('two');
    await page.getByText('Chosen: two', { exact: true }).waitFor();

    const choose = page.getByRole('button', { name: 'Choose' });
    await page.getByLabel('Choose some').selectOption(['one']);
    expect(await choose.isDisabled()).toBe(true);
    await page.getByLabel('Choose some').selectOption(['one', 'three']);
    await choose.click();
    await page.getByText('Chosen: one, three').waitFor();
  });

  it('a form with short and long answers', async () => {
    await send([
      {
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Tell', custom_id: 'tell' }],
      },
    ]);
    await page.getByRole('button', { name: 'Tell' }).click();
    const form = page.getByRole('dialog', { name: 'Tell more' });
    await form.getByLabel('Your name').fill('Ana');
    await form.getByLabel('What you know').fill('two\nlines');
    await form.getByRole('button', { name: 'Submit' }).click();
    await expect.poll(() => page.locator('article').last().locator('.text').innerText()).toBe('Ana: two\nlines');
  });

  async function send(components: readonly object[]): Promise<void> {
    await bot.rest.post(`/channels/${discord.general.id}/messages`, {
      body: { flags: MessageFlags.IsComponentsV2, components },
    });
  }
});

const FORM = {
  custom_id: 'form',
  title: 'Tell more',
  components: [
    field('Your name', { custom_id: 'name', style: TextInputStyle.Short }),
    field('What you know', { custom_id: 'story', style: TextInputStyle.Paragraph }),
  ],
};

function field(label: string, input: { readonly custom_id: string; readonly style: TextInputStyle }) {
  return {
    type: ComponentType.Label as const,
    label,
    component: { type: ComponentType.TextInput as const, ...input },
  };
}

function select(menu: object): object {
  return { type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, ...menu }] };
}
