import {
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  type ApplicationCommandDataResolvable,
  type Interaction,
  type Message,
} from 'discord.js';
import type { LocalDiscord } from '../../playground/discord/local-discord.ts';

interface Bot {
  readonly intents?: readonly GatewayIntentBits[];
  readonly commands?: readonly ApplicationCommandDataResolvable[];
  readonly onInteraction?: (interaction: Interaction) => Promise<unknown>;
  readonly onMessage?: (message: Message) => Promise<unknown>;
}

/** A discord.js client for the local Discord that is not logged in yet. */
export function aClient(
  discord: LocalDiscord,
  intents: readonly GatewayIntentBits[] = [GatewayIntentBits.Guilds],
): Client {
  // Without Partials.Channel discord.js keeps direct messages to itself.
  return new Client({
    intents,
    partials: [Partials.Channel],
    rest: { api: discord.url },
    allowedMentions: { parse: [] },
  });
}

/** A bot of discord.js that is connected and has registered its commands. */
export async function aBot(discord: LocalDiscord, parts: Bot = {}): Promise<Client<true>> {
  const client = aClient(discord, parts.intents);
  client.on(Events.InteractionCreate, (interaction) => void parts.onInteraction?.(interaction));
  client.on(Events.MessageCreate, (message) => void parts.onMessage?.(message));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  const connected = await ready;
  if (parts.commands !== undefined) await connected.application.commands.set(parts.commands);
  return connected;
}
