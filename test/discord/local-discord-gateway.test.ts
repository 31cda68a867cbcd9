import { Events, GatewayIntentBits, Routes, SlashCommandBuilder, type Client, type Message } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  mention,
  startLocalDiscord,
  type LocalDiscord,
  type Message as Shown,
} from '../../playground/discord/local-discord.ts';
import { aBot, aClient } from './a-bot.ts';

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

let discord: LocalDiscord;
let client: Client | null = null;

beforeEach(async () => {
  discord = await startLocalDiscord();
});

afterEach(async () => {
  await client?.destroy();
  client = null;
  await discord.close();
});

describe('a bot is refused', () => {
  it('with a wrong token', async () => {
    client = aClient(discord);

    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' });
    expect(discord.requests.map(({ path, status }) => [path, status])).toEqual([['/gateway/bot', 401]]);
  });

  it('with an intent that its owner has not enabled', async () => {
    client = aClient(discord, [Guilds, MessageContent]);

    await expect(client.login(discord.token)).rejects.toThrow('Used disallowed intents');
  });

  it('with whatever close code a test wants', async () => {
    client = aClient(discord);
    discord.gateway.closeNextWith = 4004;

    await expect(client.login(discord.token)).rejects.toThrow('Authentication failed');
  });

  it('by nobody at all', async () => {
    client = aClient(discord);
    await discord.close();

    await expect(client.login(discord.token)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    discord = await startLocalDiscord();
  });
});

it('takes a bot back after a dropped connection, and tells it what it has missed', async () => {
  const heard: string[] = [];
  client = await aBot(discord, {
    intents: [Guilds, GuildMessages],
    onMessage: (message) => Promise.resolve(heard.push(message.id)),
  });
  const resumed = new Promise((resolve) => client?.once(Events.ShardResume, resolve));

  discord.gateway.drop();
  const missed = discord.send('Is anybody there?');
  await resumed;

  expect(heard).toEqual([missed.id]);
  expect([discord.gateway.identified, discord.gateway.resumed]).toEqual([1, 1]);
});

it('knows the commands of a bot that has gone, and waits for the next one', async () => {
  const command = new SlashCommandBuilder().setName('who').setDescription('Who answers');
  const first = await aBot(discord, { commands: [command] });
  await first.destroy();
  await discord.disconnected();

  const answer = discord.use('who');
  client = await aBot(discord, {
    onInteraction: async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply('the second');
    },
  });

  expect((await answer).content).toBe('the second');
  expect(discord.requestsTo('PUT', /commands/)).toHaveLength(1);
});

describe('the words of a message reach a bot', () => {
  /** What the bot reads of the message that `write` writes. */
  async function read(
    write: (own: Shown) => Shown,
    intents = [Guilds, GuildMessages, DirectMessages],
  ): Promise<string> {
    const heard = new Map<string, string>();
    const onMessage = ({ id, content }: Message) => Promise.resolve(heard.set(id, content));
    const bot = await aBot(discord, { intents, onMessage });
    client = bot;
    const wait = discord.nextMessage();
    await bot.rest.post(Routes.channelMessages(discord.general.id), { body: { content: 'A normal message' } });
    const { id } = write(await wait);
    await expect.poll(() => heard.has(id)).toBe(true);
    return heard.get(id) ?? '';
  }

  it.each<[string, string, (own: Shown) => Shown]>([
    ['not when they are for others', '', () => discord.send('Good evening')],
    ['when they mention it', 'ping', () => discord.send(mention(discord.world.bot))],
    ['when they reply to it and ping it', 'And Germany?', (own) => discord.send('And Germany?', { replyTo: own })],
    [
      'not when they reply to it without a ping',
      '',
      (own) => discord.send('And Germany?', { replyTo: own, ping: false }),
    ],
    ['in a direct message', 'Hello', () => discord.send('Hello', { channel: discord.directMessages() })],
  ])('%s', async (_case, expected, write) => {
    const text = await read(write);

    expect(text).toBe(expected === 'ping' ? mention(discord.world.bot) : expected);
  });

  it('not when they reply to a slash answer', async () => {
    const command = new SlashCommandBuilder().setName('who').setDescription('Who answers');
    const heard: string[] = [];
    client = await aBot(discord, {
      intents: [Guilds, GuildMessages],
      commands: [command],
      onInteraction: async (interaction) => {
        if (interaction.isRepliable()) await interaction.reply('An answer');
      },
      onMessage: ({ author, content }) => Promise.resolve(author.bot || heard.push(content)),
    });

    discord.send('And Germany?', { replyTo: await discord.use('who') });

    await expect.poll(() => heard).toEqual(['']);
  });

  it('always where the owner has enabled Message Content', async () => {
    await discord.close();
    discord = await startLocalDiscord({ privilegedIntents: ['MessageContent'] });

    expect(await read(() => discord.send('Good evening'), [Guilds, GuildMessages, MessageContent])).toBe(
      'Good evening',
    );
  });
});

describe('the gateway', () => {
  it('answers a heartbeat', async () => {
    const socket = new WebSocket(`${discord.url.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`);
    const received: unknown[] = [];
    socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(JSON.stringify({ op: 1, d: null }));

    await expect.poll(() => received).toMatchObject([{ op: 10, d: { heartbeat_interval: 41_250 } }, { op: 11 }]);
    socket.terminate();
  });

  it('is closed to pages of other sites, and so is REST', async () => {
    const socket = new WebSocket(discord.url.replace('http', 'ws'), { origin: 'https://example.com' });
    const refusal = await new Promise<Error>((resolve) => socket.once('error', resolve));
    const page = await fetch(`${discord.url}/v10/gateway`, { headers: { origin: 'https://example.com' } });

    expect(refusal.message).toMatch('403');
    expect(page.status).toBe(403);
  });
});
