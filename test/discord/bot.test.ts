import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { wireBot, type WiredBot } from '../support/wired-bot.ts';

const VOTE = `---
title: Council votes to rebuild the harbour wall
source: The Saltmarsh Courier
url: https://example.com/harbour-vote
published: 2024-03-02
---

The council of Saltmarsh voted on Monday to rebuild the wall of the harbour.

"The wall will not hold another winter," said Maria Ruiz, the harbour master. "We have measured it twice."

Tom Okafor, a councillor, said the wall will not be cheap and asked the bank for a price.

The repairs will cost 4.2 million pounds, according to a report by the engineers.
`;

const SCHOOL = `---
title: School opens
---

"We will teach children to sail," said Maria Ruiz, the harbour master.
`;

let wired: WiredBot;
let discord: LocalDiscord;

beforeAll(async () => {
  wired = await wireBot({ 'harbour-vote.md': VOTE });
  ({ discord } = wired);
});
afterAll(() => wired.stop());

it('answers /who-said with the words, their speaker and their place, and pings nobody', async () => {
  const card = await discord.use('who-said', { text: 'wall will not hold' });

  expect(textsOf(card)).toEqual([
    '-# wall will not hold',
    '**Maria Ruiz** · harbour master',
    '> "The **wall will not hold** another winter," said Maria Ruiz, the harbour master. "We have measured it twice."',
    '-# paragraph 2 · Council votes to rebuild the harbour wall · The Saltmarsh Courier <https://example.com/harbour-vote>',
  ]);
  expect(card.mentions).toEqual([]);
});

it('turns a page there and back', async () => {
  const first = await discord.use('ask', { question: 'What about the wall?' });
  const second = await discord.press(first, 'Next 2/4');
  expect(textsOf(second)).not.toEqual(textsOf(first));
  expect(textsOf(await discord.press(second, 'Previous 1/4'))).toEqual(textsOf(first));
});

it('completes speakers and articles from what was typed, with a letter wrong', async () => {
  expect(await discord.autocomplete('who-said', 'speaker', 'mraia', { text: 'wall' })).toMatchObject([
    { value: 'Maria Ruiz' },
  ]);
  expect(await discord.autocomplete('ask', 'article', 'harbor', { question: 'Why?' })).toMatchObject([
    { value: 'harbour-vote' },
  ]);
});

it('shows the context to whoever presses, alone', async () => {
  const card = await discord.use('who-said', { text: 'wall will not hold' });
  const hidden = await discord.press(card, 'Context', { as: discord.moderator });
  expect(hidden.visible_to).toBe(discord.moderator.id);
  expect(textsOf(hidden).filter((line) => line.startsWith('> '))).toHaveLength(3);
});

it('hides an answer, and shares it', async () => {
  const hidden = await discord.use('ask', { question: 'How much will the repairs cost?', hide: true });
  expect(hidden.visible_to).toBe(discord.reader.id);
  const shared = await discord.press(hidden, 'Share');
  expect(shared.visible_to).toBeNull();
  expect(textsOf(shared)).toEqual(textsOf(hidden));
});

describe('Delete', () => {
  it('is refused to others, and works for the asker', async () => {
    const other = discord.addPerson('somebody', []);
    const card = await discord.use('who-said', { text: 'wall will not hold' });
    const refusal = await discord.press(card, 'Delete', { as: other });
    expect(textsOf(refusal)).toEqual(['Only whoever asked, or a moderator, can delete this.']);
    await discord.press(card, 'Delete');
    expect(discord.now(card)).toBeUndefined();
  });

  it('works for a moderator', async () => {
    const card = await discord.use('who-said', { text: 'wall will not hold' });
    await discord.press(card, 'Delete', { as: discord.moderator });
    expect(discord.now(card)).toBeUndefined();
  });
});

it('says which permission it lacks, and answers hidden where it may not write', async () => {
  const quiet = discord.addChannel('quiet');
  discord.setPermissions(quiet, discord.world.bot, { deny: ['SendMessages'] });
  const refusal = await discord.use('ask', { question: 'What about the wall?' }, { channel: quiet });
  expect(refusal.visible_to).toBe(discord.reader.id);
  expect(textsOf(refusal)).toEqual([
    'I may not write in this channel: I lack "Send Messages". Ask a moderator to allow it, or add **hide** to the command to see the answer alone.',
  ]);
  const hidden = await discord.use('ask', { question: 'What about the wall?', hide: true }, { channel: quiet });
  expect(textsOf(hidden).join('\n')).toContain('> ');
});

it('tells an unexpected error with a reference that stands in the log, and nothing that was asked', async () => {
  discord.failNext({ method: 'POST', path: /callback/, status: 400, code: 50035, message: 'Invalid Form Body' });
  const told = discord.nextMessage();
  await discord.use('ask', { question: 'What about the secret wall?' }).catch(() => undefined);
  const [words = ''] = textsOf(await told);
  const reference = /reference (\w+)\./.exec(words)?.[1] ?? 'none';
  expect(wired.output()).toContain(`error ${reference}: DiscordAPIError`);
  expect(wired.output()).not.toContain('secret');
});

describe('a value typed by hand', () => {
  it.each([
    ['article', 'who-said', { text: 'wall', article: 'harbour' }, 'Maria Ruiz'],
    ['speaker', 'quotes', { speaker: 'ruiz' }, 'Maria Ruiz'],
    ['speaker with letters swapped', 'quotes', { speaker: 'riuz' }, 'Maria Ruiz'],
  ])('of %s is resolved', async (_option, command, options, words) => {
    expect(textsOf(await discord.use(command, options)).join('\n')).toContain(words);
  });

  it.each([
    [
      'article',
      'ask',
      { question: 'Why?', article: 'harbor vote' },
      'There is no article “harbor vote” here. Did you mean **Council votes to rebuild the harbour wall**?',
    ],
    [
      'speaker',
      'who-said',
      { text: 'wall', speaker: 'Quiroz' },
      'Nobody called “Quiroz” is quoted here. Choose one of those that are offered while you type.',
    ],
  ])('of %s that is not there is refused with a hint', async (_option, command, options, words) => {
    expect(textsOf(await discord.use(command, options))).toEqual([words]);
  });
});

it('gives help with examples that work', async () => {
  expect(textsOf(await discord.use('help', {})).join('\n')).toContain('`/quotes` speaker: Maria Ruiz');
});

it('works in direct messages', async () => {
  const card = await discord.use('summary', { length: 'short' }, { channel: discord.directMessages() });
  expect(textsOf(card).join('\n')).toContain('Council votes to rebuild the harbour wall');
});

describe('after a restart', () => {
  it('a button still works, the commands are not registered again, and a changed article is told', async () => {
    const card = await discord.use('ask', { question: 'What about the wall?' });
    const puts = discord.requestsTo('PUT', /commands/).length;
    expect(await wired.restart()).toBe(0);
    expect(textsOf(await discord.press(card, 'Next 2/4'))).not.toEqual(textsOf(card));
    expect(discord.requestsTo('PUT', /commands/)).toHaveLength(puts);

    await wired.restart({ 'harbour-vote.md': VOTE.replace('4.2', '5.1') });
    for (const button of ['Context', 'Previous 1/4']) {
      expect(textsOf(await discord.press(card, button))).toEqual([
        'The article “Council votes to rebuild the harbour wall” has changed since. Ask again to see it as it is now.',
      ]);
    }
    await discord.press(card, 'Delete');
    expect(discord.now(card)).toBeUndefined();
  }, 60_000);

  it.each([
    ['has changed', { 'harbour-vote.md': VOTE, 'school.md': `${SCHOOL}\nIt is full.\n` }, 'School opens” has changed'],
    ['has gone', { 'harbour-vote.md': VOTE }, 'The article is not here any more.'],
  ])(
    'statements from several articles are not shared when the second %s',
    async (_case, files, told) => {
      await wired.restart({ 'harbour-vote.md': VOTE, 'school.md': SCHOOL });
      const card = await discord.use('quotes', { speaker: 'Maria Ruiz', hide: true });
      expect(textsOf(card).join('\n')).toMatch(/harbour[^]*School opens/);
      await wired.restart(files);
      const refusal = await discord.press(card, 'Share');
      expect(textsOf(refusal).join()).toContain(told);
      expect(refusal.visible_to).toBe(discord.reader.id);
    },
    60_000,
  );
});

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
