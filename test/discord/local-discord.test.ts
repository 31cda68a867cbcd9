import {
  Client,
  GatewayIntentBits,
  MessageFlags,
  SlashCommandBuilder,
  TextDisplayBuilder,
  type Interaction,
} from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { startLocalDiscord, textsOf, type LocalDiscord } from '../../playground/discord/local-discord.ts';

let discord: LocalDiscord;
let client: Client;

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

it('carries a command to the bot and its card back, pinging nobody', async () => {
  discord = await startLocalDiscord();
  client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.url },
    allowedMentions: { parse: [] },
  });
  client.on('interactionCreate', (interaction) => void greet(interaction));
  const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await (await ready).application.commands.set([new SlashCommandBuilder().setName('greet').setDescription('Greets')]);

  const card = await discord.use('greet');

  expect(textsOf(card)).toEqual(['Good evening, @everyone']);
  expect(card.allowed_mentions).toEqual({ parse: [] });
  expect(discord.violations).toEqual([]);
});

async function greet(interaction: Interaction): Promise<void> {
  if (!interaction.isChatInputCommand()) return;
  await interaction.reply({
    components: [new TextDisplayBuilder().setContent('Good evening, @everyone')],
    flags: MessageFlags.IsComponentsV2,
  });
}
