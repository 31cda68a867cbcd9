import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../playground/discord/local-discord.ts';
import { runBot, startBot } from '../support/bot-process.ts';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
});
afterAll(() => discord.close());

describe('npm start', () => {
  it('says everything that is wrong with the settings', async () => {
    const { code, err } = await runBot({ DISCORD_API_URL: 'discord', CORPUS_DIR: ' ' });
    expect(err).toBe(
      [
        'Settings to correct in .env or the environment:',
        '  DISCORD_API_URL is "discord", which is not a URL; expected one like http://127.0.0.1:4000/api',
        '  CORPUS_DIR is empty. Leave the line out to use "corpus"',
        '',
      ].join('\n'),
    );
    expect(code).toBe(2);
  });

  it('names a corpus that is not there', async () => {
    const { code, err } = await runBot({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      CORPUS_DIR: 'nowhere',
    });
    expect(err).toBe('The corpus folder "nowhere" does not exist; expected a folder of articles.\n');
    expect(code).toBe(2);
  });

  it('tells a wrong token, without showing it', async () => {
    const { code, err } = await runBot({ DISCORD_TOKEN: 'wrong.token.here', DISCORD_API_URL: discord.url });
    expect(err).toContain('Discord does not know the token in DISCORD_TOKEN.');
    expect(err).not.toContain('wrong.token.here');
    expect(code).toBe(1);
  });

  it('tells a refused intent', async () => {
    const { code, err } = await runBot({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      MESSAGE_CONTENT: 'true',
    });
    expect(err).toContain('Enable "Message Content Intent"');
    expect(code).toBe(1);
  });

  it('names the address of a Discord that cannot be reached', async () => {
    const { code, err } = await runBot({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(err).toContain('Discord cannot be reached at http://127.0.0.1:9/api');
    expect(code).toBe(1);
  });

  it('ends when Discord closes the connection for good', async () => {
    const bot = await startBot(discord, 'corpus');
    discord.gateway.drop(4004);
    const { code, err } = await bot.ended;
    expect(err).toContain('Discord does not know the token in DISCORD_TOKEN.');
    expect(code).toBe(1);
  });

  it('ends with 0 on SIGTERM', async () => {
    const bot = await startBot(discord, 'corpus');
    expect(await bot.stop()).toBe(0);
  });
});
