import { existsSync } from 'node:fs';
import { ChannelType, GatewayIntentBits, Routes, type Client, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { aBot } from './a-bot.ts';

let discord: LocalDiscord;
let bot: Client<true>;
let general: TextChannel;

beforeEach(async () => {
  discord = await startLocalDiscord();
  bot = await aBot(discord, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
  const channel = await bot.channels.fetch(discord.general.id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('#general is no text channel');
  general = channel;
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

describe('pins', () => {
  it('come in pages of 50, the newest first, and are full at 250', async () => {
    for (let n = 0; n < 250; n++) discord.pin(discord.send(`message ${n}`));
    const first = await general.messages.fetchPins();
    const second = await general.messages.fetchPins({ before: first.items.at(-1)?.pinnedAt ?? 0 });
    const one = await general.send('one more');

    expect([first.hasMore, first.items.length, second.items.length]).toEqual([true, 50, 50]);
    expect(new Set([...first.items, ...second.items].map(({ message }) => message.id)).size).toBe(100);
    await expect(one.pin()).rejects.toMatchObject({ status: 400, code: 30003 });
  });

  it('carry a reason and leave a notice', async () => {
    const message = await general.send('worth keeping');
    await message.pin('asked for by reader');

    expect(discord.requestsTo('PUT', /pins/)).toMatchObject([{ reason: 'asked for by reader', status: 204 }]);
    expect(discord.messagesIn().at(-1)).toMatchObject({ type: 6, message_reference: { message_id: message.id } });
    await message.unpin();
    expect((await general.messages.fetchPins()).items).toEqual([]);
  });

  it.each<[string, () => unknown, { status: number; code: number }]>([
    [
      'PIN_MESSAGES is missing',
      () => {
        discord.setRole(discord.world.bot, ['ManageMessages']);
      },
      { status: 403, code: 50013 },
    ],
    [
      'the channel is not seen',
      () => {
        discord.setPermissions(discord.general, 'everyone', { deny: ['ViewChannel'] });
      },
      { status: 403, code: 50001 },
    ],
    [
      'the message is gone',
      () => {
        for (const message of discord.messagesIn()) discord.delete(message);
      },
      { status: 404, code: 10008 },
    ],
    [
      'a test wants it so',
      () => {
        discord.failNext({ method: 'PUT', path: /pins/, status: 403, code: 50021 });
      },
      { status: 403, code: 50021 },
    ],
  ])('are refused when %s', async (_case, change, refusal) => {
    const message = await general.send('worth keeping');
    change();

    await expect(message.pin()).rejects.toMatchObject(refusal);
  });

  it('are refused for a notice of Discord', async () => {
    await (await general.send('worth keeping')).pin();
    const notice = discord.messagesIn().at(-1);

    await expect(general.messages.pin(notice?.id ?? '')).rejects.toMatchObject({ code: 50021 });
  });
});

describe('threads', () => {
  it('start from a message once, and from none', async () => {
    const message = await general.send('What did he say?');
    const thread = await message.startThread({ name: 'What did he say?' });
    const other = await general.threads.create({ name: 'Elsewhere' });
    await thread.send('First, this.');

    expect(discord.threadsIn(discord.general).map(({ id }) => id)).toEqual([thread.id, other.id]);
    expect(discord.messagesIn().map(({ type }) => type)).toEqual([0, 18]);
    expect(discord.messagesIn(discord.world.channels.get(thread.id)).map(({ type }) => type)).toEqual([21, 0]);
    await expect(
      bot.rest.post(Routes.threads(general.id, message.id), { body: { name: 'Again' } }),
    ).rejects.toMatchObject({
      code: 160004,
    });
  });

  it('keep others out while they are locked, and wake when somebody writes', async () => {
    const thread = await (await general.send('?')).startThread({ name: 'A thread' });
    const local = discord.threadsIn(discord.general)[0];
    if (local === undefined) throw new Error('no thread');
    discord.changeThread(local, { archived: true });
    await thread.send('Awake again');
    expect(local.thread?.archived).toBe(false);

    discord.changeThread(local, { locked: true });

    await expect(thread.send('Let me in')).rejects.toMatchObject({ code: 160005 });
    expect(() => discord.send('Let me in', { channel: local })).toThrow('may not write');
    expect(discord.send('I may', { channel: local, as: discord.moderator }).content).toBe('I may');
  });
});

describe('a message of components is refused with', () => {
  const V2 = 1 << 15;
  const text = (content: string) => ({ type: 10, content });
  const row = (...components: object[]) => ({ type: 1, components });
  const button = (fields: object) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...fields });
  const times = (n: number, make: (index: number) => object) => Array.from({ length: n }, (_, index) => make(index));

  it.each<[string, object]>([
    [
      '41 components, nested ones counted',
      { flags: V2, components: [{ type: 17, components: times(40, () => text('x')) }] },
    ],
    ['4,001 characters in all', { flags: V2, components: [text('x'.repeat(4000)), text('x')] }],
    ['content beside them', { flags: V2, content: 'x', components: [text('x')] }],
    ['embeds beside them', { flags: V2, embeds: [{ title: 'x' }], components: [text('x')] }],
    ['a text display but no flag', { components: [text('x')] }],
    ['a button outside a row', { flags: V2, components: [button({})] }],
    ['a custom_id twice', { flags: V2, components: [row(button({})), row(button({}))] }],
    ['a custom_id of 101 characters', { components: [row(button({ custom_id: 'x'.repeat(101) }))] }],
    [
      'a URL of 513 characters',
      { components: [row({ type: 2, style: 5, label: 'Go', url: `https://example.com/${'x'.repeat(493)}` })] },
    ],
    ['a link without a URL', { components: [row({ type: 2, style: 5, label: 'Go' })] }],
    ['six buttons in a row', { components: [row(...times(6, (index) => button({ custom_id: `${index}` })))] }],
  ])('%s', async (_case, body) => {
    await expect(bot.rest.post(Routes.channelMessages(general.id), { body })).rejects.toMatchObject({
      status: 400,
      code: 50035,
    });
    expect(discord.violations).not.toEqual([]);
  });

  it('fails, as Discord does, over 10,170 bytes, each text counted with 12 more', async () => {
    const sent = (...texts: string[]) =>
      bot.rest.post(Routes.channelMessages(general.id), { body: { flags: V2, components: texts.map(text) } });

    await expect(sent('€'.repeat(3386))).resolves.toMatchObject({ flags: V2 });
    await expect(sent('€'.repeat(3386), 'x')).rejects.toMatchObject({ status: 500 });
    expect(discord.violations).not.toEqual([]);
  });

  it('says where it is wrong, as Discord does', async () => {
    const body = { flags: V2, components: [text('fine'), row(button({ label: 'x'.repeat(81) }))] };

    await expect(bot.rest.post(Routes.channelMessages(general.id), { body })).rejects.toMatchObject({
      rawError: {
        code: 50035,
        message: 'Invalid Form Body',
        errors: {
          components: {
            1: {
              components: {
                0: {
                  label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }] },
                },
              },
            },
          },
        },
      },
    });
  });
});

describe('a bot without permission is refused when it', () => {
  it.each<[string, () => Promise<unknown>, number]>([
    ['writes', () => general.send('x'), 50013],
    ['starts a thread', () => general.threads.create({ name: 'x' }), 50013],
    ['deletes a message of somebody else', () => general.messages.delete(discord.send('x').id), 50013],
    ['edits a message of somebody else', () => general.messages.edit(discord.send('x').id, 'y'), 50005],
  ])('%s', async (_case, act, code) => {
    discord.setPermissions(discord.general, discord.world.bot, { deny: ['SendMessages', 'CreatePublicThreads'] });

    await expect(act()).rejects.toMatchObject({ code });
  });
});

it.skipIf(!existsSync(new URL('../../../shared/discord/openapi.json', import.meta.url)))(
  'holds every body against Discord’s own description',
  async () => {
    await bot.rest.post(Routes.channelMessages(general.id), { body: { content: 'fine' } });
    expect(discord.violations).toEqual([]);
    await bot.rest.post(Routes.channelMessages(general.id), { body: { content: 'fine', tts: 'loud' } });

    expect(discord.violations).toEqual([
      { method: 'POST', path: `/channels/${general.id}/messages`, problems: ['/tts must be boolean,null'] },
    ]);
  },
);
