import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsOf, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { wireBot, type WiredBot } from '../support/wired-bot.ts';

const VOTE = `---
title: Council votes
---

"The wall will not hold another winter," said Maria Ruiz, the harbour master.

Tom Okafor, a councillor, said: "Show us the price before we vote on anything."

The repairs will cost 4.2 million pounds and take three years.
`;

let wired: WiredBot;
let discord: LocalDiscord;

beforeAll(async () => {
  wired = await wireBot({ 'vote.md': VOTE });
  ({ discord } = wired);
});
afterAll(() => wired.stop());

/** What the bot says of a message that a person wrote. */
async function checked(text: string): Promise<readonly string[]> {
  return textsOf(await discord.useOn(discord.send(text), 'Check this quote'));
}

it('calls out a “not” that was dropped, and shows the difference', async () => {
  expect(await checked('Ruiz: "The wall will hold another winter"')).toEqual([
    '-# “The wall will hold another winter”',
    '**Not quite.** The article has it like this:',
    '**It differs in a “not”.**',
    '**Maria Ruiz** · harbour master',
    '> "**The wall will** not **hold another winter**," said Maria Ruiz, the harbour master.',
    '-# paragraph 1 · Council votes',
    'You asked for: The wall will **not** hold another winter',
  ]);
});

it.each([
  ['exact', 'Ruiz: "The wall will not hold another winter"', '**Exact.**'],
  ['misattributed', 'Okafor: "The wall will not hold another winter"', '**Somebody else said it**, not **Okafor**:'],
  [
    'stitched',
    '"The wall will not hold another winter. Show us the price before we vote."',
    '**Stitched together** from 2 separate statements:',
  ],
  [
    'narration',
    '"The repairs will cost 4.2 million pounds"',
    '**Not a quotation.** The article says this in its own voice:',
  ],
  ['absent', '"Purple elephants dance at dawn on the pier"', '**Not in the articles.**'],
])('gives the verdict %s', async (_verdict, text, words) => {
  expect(await checked(text)).toContain(words);
});

it('gives a verdict on each of several quotations, and pings nobody', async () => {
  const lines = await checked(
    'Ruiz: "The wall will not hold another winter"\n"@everyone dance at dawn on the pier, please" – Okafor',
  );
  expect(lines).toContain('**Exact.**');
  expect(lines).toContain('**Not in the articles.**');
  expect(discord.violations).toEqual([]);
});
