import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf, type LocalDiscord, type Message } from '../../playground/discord/local-discord.ts';
import { wireBot, type WiredBot } from '../support/wired-bot.ts';

const VOTE = `---
title: Council votes to rebuild the harbour wall
---

The council of Saltmarsh voted on Monday to rebuild the wall of the harbour.

"The wall will not hold another winter," said Maria Ruiz, the harbour master.

The repairs will cost 4.2 million pounds, according to a report by the engineers.
`;

let wired: WiredBot;
let discord: LocalDiscord;

beforeAll(async () => {
  wired = await wireBot(
    { 'harbour-vote.md': VOTE },
    {
      botPermissions: ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'PinMessages'],
    },
  );
  ({ discord } = wired);
});
afterAll(() => wired.stop());

const asModerator = () => ({ as: discord.moderator });
const aSummary = (channel = discord.general, hide = false): Promise<Message> =>
  discord.use('summary', { article: 'harbour-vote', hide }, { channel });
const labelsOn = (message: Message): readonly string[] =>
  JSON.stringify(discord.now(message)?.components).match(/(?<="label":")[^"]+/g) ?? [];

describe('Pin', () => {
  it('pins a summary for a moderator, names them in the audit log, and turns into Unpin and Refresh', async () => {
    const card = await aSummary();
    await discord.press(card, 'Pin', asModerator());
    expect(discord.isPinned(card)).toBe(true);
    expect(discord.requestsTo('PUT', /pins/).at(-1)?.reason).toContain(discord.moderator.username);
    expect(labelsOn(card)).toEqual(expect.arrayContaining(['Unpin', 'Refresh']));

    await discord.press(card, 'Unpin', asModerator());
    expect(discord.isPinned(card)).toBe(false);
    expect(labelsOn(card)).toContain('Pin');
  });

  it('works from the menu of a message', async () => {
    const card = await aSummary();
    const told = await discord.useOn(card, 'Pin this summary', asModerator());
    expect(textsOf(told)).toEqual(['Pinned.']);
    expect(discord.isPinned(card)).toBe(true);
    expect(labelsOn(card)).toContain('Unpin');
    const again = await discord.useOn(card, 'Pin this summary', asModerator());
    expect(textsOf(again)).toEqual(['This summary is pinned already.']);
  });

  it('is refused for what is no summary', async () => {
    const card = await discord.use('ask', { question: 'What about the wall?' });
    const told = await discord.useOn(card, 'Pin this summary', asModerator());
    expect(textsOf(told)).toEqual(['This works on my summaries only. Ask for one with `/summary`.']);
  });
});

describe('Pin is refused, hidden, and the card stays', () => {
  it.each([
    ['to a member who may not', () => undefined, 'Pinning takes the permission "Pin Messages", which you do not have here.', false],
    ['when the message is pinned already', (card: Message) => { discord.pin(card); }, 'This summary is pinned already.', true],
    ['when Discord forbids it all the same', () => { fail(403, 50013); }, 'Discord does not let me pin this here. Check my permissions in this channel.', true],
    ['when the message has gone', () => { fail(404, 10008); }, 'That message is not there any more.', true],
    ['on a message of the system', () => { fail(403, 50021); }, 'Discord does not let me pin this here. Check my permissions in this channel.', true],
    ['in an archived thread', () => { fail(400, 50083); }, 'This thread is archived or locked. Open it again, then try once more.', true],
  ] as const)('%s', async (_case, arrange, words, moderates) => {
    const card = await aSummary();
    arrange(card);
    const told = await discord.press(card, 'Pin', { as: moderates ? discord.moderator : discord.reader });
    expect(textsOf(told)).toEqual([words]);
    expect(told.visible_to).not.toBeNull();
    expect(textsOf(discord.now(card) ?? told)).toEqual(textsOf(card));
    expect(labelsOn(card)).toContain('Pin');
  }); // prettier-ignore

  it('where the bot may not pin, and names the permission', async () => {
    const channel = discord.addChannel('no-pins');
    discord.setPermissions(channel, discord.world.bot, { deny: ['PinMessages'] });
    const told = await discord.press(await aSummary(channel), 'Pin', asModerator());
    expect(textsOf(told)).toEqual(['I lack "Pin Messages" in this channel. A moderator can give it to me.']);
  });

  function fail(status: 400 | 403 | 404, code: number): void {
    discord.failNext({ method: 'PUT', path: /pins/, status, code, message: 'refused' });
  }
});

it('offers the oldest pin of ours for replacement in a full channel', async () => {
  const channel = discord.addChannel('full');
  const [first, second] = [await aSummary(channel), await aSummary(channel)];
  await discord.press(first, 'Pin', asModerator());
  discord.failNext({ method: 'PUT', path: /pins/, status: 400, code: 30003, message: 'Maximum number of pins' });
  const told = await discord.press(second, 'Pin', asModerator());
  expect(textsOf(told).join()).toContain(`Replace takes away the oldest of mine: <https://discord.com/channels/`);
  expect(textsOf(told).join()).toContain(first.id);

  await discord.press(told, 'Replace', asModerator());
  expect([discord.isPinned(first), discord.isPinned(second)]).toEqual([false, true]);
  expect(labelsOn(first)).toContain('Pin');
  expect(labelsOn(second)).toContain('Unpin');
});

it('lists the pins of the channel, and after a change of the article says so, until Refresh', async () => {
  const channel = discord.addChannel('listed');
  expect(textsOf(await discord.use('pins', {}, { channel }))).toEqual([
    'None of my summaries is pinned in this channel. Ask for one with `/summary`, then press Pin.',
  ]);
  const card = await aSummary(channel);
  await discord.press(card, 'Pin', asModerator());
  const listed = textsOf(await discord.use('pins', {}, { channel }));
  expect(listed[1]).toMatch(/^\*\*Council votes to rebuild the harbour wall\*\* <https:.*\d+>$/);

  await wired.restart({ 'harbour-vote.md': VOTE.replaceAll('Monday', 'Tuesday') });
  expect(textsOf(await discord.use('pins', {}, { channel }))[1]).toContain('the article has changed: press Refresh');
  const told = discord.nextMessage(channel, (message) => message.visible_to !== null);
  await discord.press(card, 'Refresh', asModerator());
  expect(textsOf(await told)).toEqual(['The summary is new: 1 passage added, 1 passage taken out.']);
  expect(textsOf(discord.now(card) ?? card).join('\n')).toContain('Tuesday');
  expect(discord.isPinned(card)).toBe(true);
}, 60_000);

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
