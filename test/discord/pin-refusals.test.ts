import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsOf, type LocalDiscord, type Message } from '../../playground/discord/local-discord.ts';
import { aPinnedSummary, aSummary, pinLabelsOn, wirePinningBot } from '../support/pinning.ts';
import type { WiredBot } from '../support/wired-bot.ts';

let wired: WiredBot;
let discord: LocalDiscord;

beforeAll(async () => {
  wired = await wirePinningBot();
  ({ discord } = wired);
});
afterAll(() => wired.stop());

const MEMBER = 'Pinning takes the permission "Pin Messages", which you do not have here.';
const FORBIDDEN = 'Discord does not let me pin this here. Check my permissions in this channel.';
const CLOSED = 'This thread is archived or locked. Open it again, then try once more.';
const GONE = 'That message is not there any more.';
const NOT_OURS = 'This works on my summaries only. Ask for one with `/summary`.';

/** How Discord refuses: the status, its own code, and what the code is called there. */
const REFUSALS = [
  [403, 50013, 'missing permissions', FORBIDDEN],
  [403, 50001, 'missing access', FORBIDDEN],
  [403, 50021, 'not on a message of the system', FORBIDDEN],
  [404, 10008, 'unknown message', GONE],
  [404, 10003, 'unknown channel', GONE],
  [400, 50083, 'archived thread', CLOSED],
  [400, 160005, 'locked thread', CLOSED],
] as const;

const asModerator = () => ({ as: discord.moderator });

/** Checks what somebody is told, hidden, and that the card has stayed as it was. */
function expectRefusal(card: Message, told: Message, words: string): void {
  expect(textsOf(told)).toEqual([words]);
  expect(told.visible_to).not.toBeNull();
  expect(textsOf(discord.now(card) ?? told)).toEqual(textsOf(card));
  expect(pinLabelsOn(discord, card)).toEqual(discord.isPinned(card) ? ['Unpin', 'Refresh'] : ['Pin']);
}

describe('when Discord refuses a pin all the same, it is told, hidden, and the card stays:', () => {
  const fail = (method: 'PUT' | 'DELETE', status: 400 | 403 | 404, code: number): void => {
    discord.failNext({ method, path: /pins/, status, code, message: 'refused' });
  };

  it.each(REFUSALS)('%i %i, %s', async (status, code, _name, words) => {
    const card = await aSummary(discord);
    fail('PUT', status, code);
    expectRefusal(card, await discord.press(card, 'Pin', asModerator()), words);
    fail('PUT', status, code);
    expectRefusal(card, await discord.useOn(card, 'Pin this summary', asModerator()), words);

    await discord.press(card, 'Pin', asModerator());
    fail('DELETE', status, code);
    expectRefusal(card, await discord.press(card, 'Unpin', asModerator()), words);
  });

  it('a code that we do not know, with a reference for the log', async () => {
    const card = await aSummary(discord);
    fail('PUT', 400, 50035);
    const [words = ''] = textsOf(await discord.press(card, 'Pin', asModerator()));
    const reference = /report the reference (\w+)\./.exec(words)?.[1] ?? 'none';
    expect(wired.output()).toContain(`error ${reference}: DiscordAPIError`);
  });
});

describe('a member without Pin Messages is refused', () => {
  it.each(['Pin', 'Pin this summary'])('%s', async (way) => {
    const card = await aSummary(discord);
    const told = await (way === 'Pin' ? discord.press(card, way) : discord.useOn(card, way));
    expectRefusal(card, told, MEMBER);
  });

  it.each(['Unpin', 'Refresh'])('%s', async (button) => {
    const card = await aPinnedSummary(discord);
    expectRefusal(card, await discord.press(card, button), MEMBER);
    expect(discord.isPinned(card)).toBe(true);
  });

  it('also where they manage messages, which has not sufficed since 2026', async () => {
    const manager = discord.addPerson('manager', ['ManageMessages']);
    const card = await aSummary(discord);
    expectRefusal(card, await discord.press(card, 'Pin', { as: manager }), MEMBER);
  });
});

it('names the permissions that the bot lacks, and does not ask Discord', async () => {
  const channel = discord.addChannel('no-pins');
  const card = await aPinnedSummary(discord, channel);
  discord.setPermissions(channel, discord.world.bot, { deny: ['PinMessages', 'ReadMessageHistory'] });
  const asked = discord.requests.filter(({ path }) => /pins/.test(path)).length;
  const words = 'I lack "Read Message History" and "Pin Messages" in this channel. A moderator can give it to me.';
  expectRefusal(card, await discord.press(card, 'Unpin', asModerator()), words);
  expect(discord.requests.filter(({ path }) => /pins/.test(path))).toHaveLength(asked);
  expect(textsOf(await discord.use('pins', {}, { channel }))).toEqual([
    'I cannot see what is pinned here: I lack "Read Message History" in this channel.',
  ]);
});

describe('there is nothing to pin on', () => {
  it('an answer that is no summary', async () => {
    const card = await discord.use('ask', { question: 'What about the wall?' });
    expect(textsOf(await discord.useOn(card, 'Pin this summary', asModerator()))).toEqual([NOT_OURS]);
  });

  it('a message of somebody else', async () => {
    const told = await discord.useOn(discord.send('Pin me!'), 'Pin this summary', asModerator());
    expect(textsOf(told)).toEqual([NOT_OURS]);
  });

  it('a hidden summary, which has no such button', async () => {
    const card = await aSummary(discord, discord.general, true);
    expect(pinLabelsOn(discord, card)).toEqual([]);
  });
});

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
