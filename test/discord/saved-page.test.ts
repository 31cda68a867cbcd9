import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsOf, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { wireBot, type WiredBot } from '../support/wired-bot.ts';

const TITLE = 'Council votes to rebuild the harbour wall';

/** A name as browsers give it: the title of the page, too long for a choice. */
const NAME = `${TITLE} after a winter of storms that nobody in the town had seen before - The Saltmarsh Courier`;

const PAGE = `<!doctype html><title>${TITLE} | The Saltmarsh Courier</title>
<link rel="canonical" href="https://example.com/harbour-vote"><meta property="og:site_name" content="The Saltmarsh Courier">
<nav><a href="/">News</a></nav><article><h1>${TITLE}</h1>
<p>The council of Saltmarsh voted on Monday to rebuild the wall.</p>
<p>&ldquo;The wall will not hold another winter,&rdquo; said <b>Maria Ruiz</b>, the harbour&nbsp;master.</p></article>
<section class="comments"><p>&ldquo;The wall will not hold a day,&rdquo; said Bob Harris.</p></section>`;

let wired: WiredBot;
let discord: LocalDiscord;

beforeAll(async () => {
  wired = await wireBot({ [`${NAME}.html`]: PAGE });
  ({ discord } = wired);
});
afterAll(() => wired.stop());

it('a saved page is offered by a name that Discord takes, and answers by it', async () => {
  const [choice] = await discord.autocomplete('who-said', 'article', 'harbour', { text: 'wall' });
  expect(choice).toEqual({ name: TITLE, value: NAME.slice(0, 100) });

  const card = await discord.use('who-said', { text: 'wall will not hold', article: String(choice?.value) });
  expect(textsOf(card)).toEqual([
    expect.stringContaining('wall will not hold'),
    '**Maria Ruiz** · harbour master',
    '> “The **wall will not hold** another winter,” said Maria Ruiz, the harbour master.',
    `-# paragraph 2 · ${TITLE} · The Saltmarsh Courier <https://example.com/harbour-vote>`,
  ]);
});
