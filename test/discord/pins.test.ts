import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf, type LocalDiscord, type Message } from '../../playground/discord/local-discord.ts';
import { aPinnedSummary, aSummary, fillWithPins, pinLabelsOn, VOTE, wirePinningBot } from '../support/pinning.ts';
import type { WiredBot } from '../support/wired-bot.ts';

let wired: WiredBot;
let discord: LocalDiscord;

beforeAll(async () => {
  wired = await wirePinningBot();
  ({ discord } = wired);
});
afterAll(() => wired.stop());

const asModerator = () => ({ as: discord.moderator });
const lastReason = (method: 'PUT' | 'DELETE') => discord.requestsTo(method, /pins/).at(-1)?.reason;
/** The hidden message that a press on a button leaves beside the card. */
async function toldAfter(card: Message, button: string): Promise<readonly string[]> {
  const channel = discord.world.channels.get(card.channel_id);
  const told = discord.nextMessage(channel, (message) => message.visible_to !== null);
  await discord.press(card, button, asModerator());
  return textsOf(await told);
}

describe('Pin', () => {
  it('pins a summary for a moderator, turns into Unpin and Refresh, and back', async () => {
    const card = await aSummary(discord);
    await discord.press(card, 'Pin', asModerator());
    expect(discord.isPinned(card)).toBe(true);
    expect(pinLabelsOn(discord, card)).toEqual(['Unpin', 'Refresh']);

    await discord.press(card, 'Unpin', asModerator());
    expect(discord.isPinned(card)).toBe(false);
    expect(pinLabelsOn(discord, card)).toEqual(['Pin']);
  });

  it('names the moderator in the audit log', async () => {
    const card = await aPinnedSummary(discord);
    const { username, id } = discord.moderator;
    expect(lastReason('PUT')).toBe(`Pinned by ${username} (${id})`);
    await discord.press(card, 'Unpin', asModerator());
    expect(lastReason('DELETE')).toBe(`Unpinned by ${username} (${id})`);
  });

  it('leaves the words of the card and its other buttons as they are', async () => {
    const card = await aSummary(discord);
    const pinned = await discord.press(card, 'Pin', asModerator());
    expect(textsOf(pinned)).toEqual(textsOf(card));
    expect(JSON.stringify(pinned.components)).toContain('"label":"Delete"');
  });

  it('works from the menu of a message', async () => {
    const card = await aSummary(discord);
    const told = await discord.useOn(card, 'Pin this summary', asModerator());
    expect(textsOf(told)).toEqual(['Pinned.']);
    expect(discord.isPinned(card)).toBe(true);
    expect(pinLabelsOn(discord, card)).toEqual(['Unpin', 'Refresh']);
  });

  it('works in direct messages, where nobody is a moderator', async () => {
    const card = await aSummary(discord, discord.directMessages());
    await discord.press(card, 'Pin');
    expect(discord.isPinned(card)).toBe(true);
  });

  it('of two people at once pins once, and tells nobody of an error', async () => {
    const other = discord.addPerson('second', ['PinMessages']);
    const card = await aSummary(discord);
    await Promise.all([discord.press(card, 'Pin', asModerator()), discord.press(card, 'Pin', { as: other })]);
    expect(discord.isPinned(card)).toBe(true);
    expect(pinLabelsOn(discord, card)).toEqual(['Unpin', 'Refresh']);
    expect(wired.output()).not.toContain('error');
  });
});

describe('after somebody has done it by hand, the next press says so and gives the card its buttons', () => {
  it.each([
    ['Unpin', 'This summary is not pinned any more.', ['Pin']],
    ['Refresh', 'This summary is not pinned any more.', ['Pin']],
  ])('%s of what is not pinned any more', async (button, words, labels) => {
    const card = await aPinnedSummary(discord);
    discord.unpin(card);
    expect(textsOf(await discord.press(card, button, asModerator()))).toEqual([words]);
    await expect.poll(() => pinLabelsOn(discord, card)).toEqual(labels);
  });

  it.each(['Pin', 'Pin this summary'])('%s of what is pinned', async (way) => {
    const card = await aSummary(discord);
    discord.pin(card);
    const told = await (way === 'Pin'
      ? discord.press(card, way, asModerator())
      : discord.useOn(card, way, asModerator()));
    expect(textsOf(told)).toEqual(['This summary is pinned already.']);
    await expect.poll(() => pinLabelsOn(discord, card)).toEqual(['Unpin', 'Refresh']);
  });
});

describe('in a channel with all the pins that Discord allows', () => {
  it('the oldest of ours is offered for replacement, and replaced', async () => {
    const channel = discord.addChannel('full');
    const first = await aPinnedSummary(discord, channel);
    await aPinnedSummary(discord, channel);
    fillWithPins(discord, channel);
    const wanted = await aSummary(discord, channel);
    const before = discord.requestsTo('GET', /pins/).length;
    const told = await discord.press(wanted, 'Pin', asModerator());
    expect(textsOf(told)).toEqual([
      `This channel has as many pins as Discord allows. Replace takes away the oldest of mine: <https://discord.com/channels/${discord.guild.id}/${channel.id}/${first.id}>`,
    ]);
    expect(discord.requestsTo('GET', /pins/).slice(before)).toHaveLength(5);

    await discord.press(told, 'Replace', asModerator());
    expect([discord.isPinned(first), discord.isPinned(wanted)]).toEqual([false, true]);
    expect(pinLabelsOn(discord, first)).toEqual(['Pin']);
    expect(pinLabelsOn(discord, wanted)).toEqual(['Unpin', 'Refresh']);
    expect(lastReason('DELETE')).toContain(`Replaced by ${discord.moderator.username}`);
  });

  it('nothing is replaced where none is ours', async () => {
    const channel = discord.addChannel('full of others');
    fillWithPins(discord, channel);
    const told = await discord.press(await aSummary(discord, channel), 'Pin', asModerator());
    expect(textsOf(told)).toEqual([
      'This channel has as many pins as Discord allows, none of them mine. Take one away, then try again.',
    ]);
    expect(JSON.stringify(told.components)).not.toContain('Replace');
  });

  it('nothing is taken away for a summary that has been deleted since', async () => {
    const channel = discord.addChannel('full and deleted');
    const first = await aPinnedSummary(discord, channel);
    fillWithPins(discord, channel);
    const wanted = await aSummary(discord, channel);
    const told = await discord.press(wanted, 'Pin', asModerator());
    discord.delete(wanted);
    expect(textsOf(await discord.press(told, 'Replace', asModerator()))).toEqual([
      'That message is not there any more.',
    ]);
    expect(discord.isPinned(first)).toBe(true);
  });

  it('the next oldest is offered where somebody else was quicker', async () => {
    const channel = discord.addChannel('full and quick');
    const [, second] = [await aPinnedSummary(discord, channel), await aPinnedSummary(discord, channel)];
    fillWithPins(discord, channel);
    const [one, other] = [await aSummary(discord, channel), await aSummary(discord, channel)];
    const offers = [await discord.press(one, 'Pin', asModerator()), await discord.press(other, 'Pin', asModerator())];
    for (const offer of offers.slice(0, 1)) await discord.press(offer, 'Replace', asModerator());
    const again = await discord.press(offers[1] ?? one, 'Replace', asModerator());
    expect(textsOf(again).join()).toContain(`Replace takes away the oldest of mine: `);
    expect(textsOf(again).join()).toContain(second.id);
  });
});

describe('/pins', () => {
  it('says so where there is none', async () => {
    const channel = discord.addChannel('empty');
    expect(textsOf(await discord.use('pins', {}, { channel }))).toEqual([
      'None of my summaries is pinned in this channel. Ask for one with `/summary`, then press Pin.',
    ]);
  });

  it('lists ours among all pins of the channel, page by page, each with its link', async () => {
    const channel = discord.addChannel('listed');
    const first = await aPinnedSummary(discord, channel);
    fillWithPins(discord, channel);
    const before = discord.requestsTo('GET', /pins/).length;
    expect(textsOf(await discord.use('pins', {}, { channel })).join('\n').split('\n')).toEqual([
      'Pinned in this channel:',
      `**Council votes to rebuild the harbour wall** <https://discord.com/channels/${discord.guild.id}/${channel.id}/${first.id}>`,
    ]); // prettier-ignore
    expect(discord.requestsTo('GET', /pins/).slice(before)).toHaveLength(5);
  });
});

describe('when an article has changed or gone, after a restart', () => {
  const SCHOOL = '---\ntitle: School opens\n---\n\nA school for sailors opened in Saltmarsh on Friday.\n';

  it('a pinned summary says so at the next press, /pins marks it, and Refresh works it out anew', async () => {
    const channel = discord.addChannel('changed');
    const card = await aPinnedSummary(discord, channel);
    await wired.restart({ 'harbour-vote.md': VOTE.replaceAll('Monday', 'Tuesday') });
    expect(textsOf(await discord.use('pins', {}, { channel })).join()).toContain(
      'the article has changed: press Refresh',
    );
    expect(textsOf(await discord.press(card, 'Context', asModerator()))).toEqual([
      'The article “Council votes to rebuild the harbour wall” has changed since. Press Refresh to see the summary as it is now.',
    ]);
    expect(await toldAfter(card, 'Refresh')).toEqual(['The summary is new: 1 passage added, 1 passage taken out.']);
    expect(textsOf(discord.now(card) ?? card).join('\n')).toContain('Tuesday');
    expect(discord.isPinned(card)).toBe(true);
    expect(await toldAfter(card, 'Refresh')).toEqual(['Nothing has changed.']);
  }, 60_000);

  it('a digest notices each of its articles, and Refresh leaves out what has gone', async () => {
    await wired.restart({ 'harbour-vote.md': VOTE, 'school.md': SCHOOL });
    const channel = discord.addChannel('digest');
    const card = await discord.use('summary', {}, { channel });
    await discord.press(card, 'Pin', asModerator());
    expect(textsOf(await discord.use('pins', {}, { channel })).join()).toMatch(/\*\*Several articles\*\* </);

    await wired.restart({ 'harbour-vote.md': VOTE });
    expect(textsOf(await discord.use('pins', {}, { channel })).join()).toContain(
      '**Several articles** (an article is not here any more: press Refresh)',
    );
    expect(await toldAfter(card, 'Refresh')).toEqual(['The summary is new: 0 passages added, 1 passage taken out.']);
    expect(textsOf(discord.now(card) ?? card).join('\n')).not.toContain('sailors');
  }, 60_000);

  it('a pin can be taken away', async () => {
    const card = await aPinnedSummary(discord);
    await wired.restart({ 'school.md': SCHOOL });
    expect(textsOf(await discord.press(card, 'Refresh', asModerator()))).toEqual([
      'An article of this summary is not here any more. Refresh keeps what others say; Unpin takes the pin away.',
    ]);
    await discord.press(card, 'Unpin', asModerator());
    expect(discord.isPinned(card)).toBe(false);
    expect(pinLabelsOn(discord, card)).toEqual(['Pin']);
  }, 60_000);
});

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
