import { randomBytes } from 'node:crypto';
import {
  Client,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Partials,
  RESTJSONErrorCodes,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  type MessageContextMenuCommandInteraction,
} from 'discord.js';
import type { Library } from '../answers/library.ts';
import type { LibrarySource } from '../library/library-source.ts';
import type { Command } from './command.ts';
import { inviteLink } from './invite.ts';
import { pressButton } from './press-button.ts';
import { registerCommands } from './register-commands.ts';
import { notice } from './render/card.ts';
import { escape, md, type Markdown } from './render/escape.ts';
import { defer, reply } from './send.ts';
import { answerMessage, answerWith } from './threads/answer-message.ts';
import { answerForm } from './threads/question-form.ts';

export interface BotOptions {
  readonly token: string;
  /** Where Discord's REST interface is; null for Discord's own. */
  readonly apiUrl: string | null;
  readonly messageContent: boolean;
  readonly library: LibrarySource;
  readonly commands: ReadonlyMap<string, Command>;
  /** Takes a line about what happens; never a message's text or a secret. */
  readonly log: (line: string) => void;
}

/** How long the bot waits to be let in, in milliseconds. discord.js itself would try for ever. */
const GATEWAY_PATIENCE = 30_000;

/** The bot on Discord, from log-in to close. */
export class Bot {
  readonly #options: BotOptions;
  readonly #client: Client;

  constructor(options: BotOptions) {
    this.#options = options;
    this.#client = new Client({
      intents: [
        GatewayIntentBits.Guilds,
        GatewayIntentBits.GuildMessages,
        GatewayIntentBits.DirectMessages,
        ...(options.messageContent ? [GatewayIntentBits.MessageContent] : []),
      ],
      partials: [Partials.Channel], // direct messages come in channels that were never seen before
      allowedMentions: { parse: [], repliedUser: false },
      shardCount: 1,
      shards: [0],
      ...(options.apiUrl === null ? {} : { rest: { api: options.apiUrl } }),
    });
    this.#client.on(Events.InteractionCreate, (interaction) => void this.#handle(interaction));
    this.#client.on(Events.MessageCreate, (message) => void this.#hear(message));
    this.#client.on(Events.Error, (error) => {
      options.log(`connection: ${error.name}`);
    });
  }

  /**
   * Logs in, registers the commands if they have changed, says how to invite the bot, and answers until it is closed.
   *
   * @throws what discord.js throws, or why Discord has closed the connection; `explainFailure` has the words for it.
   */
  async run(): Promise<never> {
    const lost = this.#lost();
    await Promise.race([this.#start(), lost]);
    return lost;
  }

  async #start(): Promise<void> {
    const ready = new Promise<Client<true>>((resolve) => this.#client.once(Events.ClientReady, resolve));
    await this.#client.login(this.#options.token);
    const client = await ready;
    const changed = await registerCommands(client.rest, client.application.id, [...this.#options.commands.values()]);
    if (changed) this.#options.log('commands registered');
    this.#options.log(`ready as ${client.user.username} in ${client.guilds.cache.size} servers`);
    this.#options.log(`invite it with ${inviteLink(client.application.id)}`);
  }

  /** Rejects when Discord has closed the connection for good, or does not let the bot in for a long time. */
  #lost(): Promise<never> {
    return new Promise((_, reject) => {
      const patience = setTimeout(() => {
        reject(new GatewaySilent());
      }, GATEWAY_PATIENCE).unref();
      this.#client.once(Events.ClientReady, () => {
        clearTimeout(patience);
      });
      this.#client.once(Events.ShardDisconnect, ({ code }) => {
        reject(new GatewayClosed(code));
      });
      this.#client.once(Events.Invalidated, () => {
        reject(new GatewayClosed(null));
      });
    });
  }

  async close(): Promise<void> {
    await this.#client.destroy();
  }

  async #handle(interaction: Interaction): Promise<void> {
    try {
      await this.#answer(interaction);
    } catch (error) {
      await this.#failed(interaction, error);
    }
  }

  async #hear(message: Message): Promise<void> {
    try {
      await answerMessage(message, this.#options.library.current(), this.#options.messageContent);
    } catch (error) {
      const reference = this.#note(error);
      await answerWith(message, notice(wordsFor(error, reference))).catch(() => undefined);
    }
  }

  async #answer(interaction: Interaction): Promise<void> {
    const { library: source, commands } = this.#options;
    const library = source.current();
    if (interaction.isButton()) {
      await pressButton(interaction, library);
    } else if (interaction.isModalSubmit()) {
      await answerForm(interaction, library);
    } else if (interaction.isAutocomplete()) {
      const command = commands.get(interaction.commandName);
      const choices = command !== undefined && 'complete' in command ? command.complete(interaction, { library }) : [];
      await interaction.respond([...choices]);
    } else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
      await this.#answerCommand(interaction, library);
    }
  }

  async #answerCommand(
    interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
    library: Library,
  ): Promise<void> {
    const command = this.#options.commands.get(interaction.commandName);
    if (command?.waits !== undefined) await defer(interaction, command.waits === 'hidden');
    if (interaction.isChatInputCommand() && command !== undefined && 'answer' in command) {
      await reply(interaction, await command.answer(interaction, { library }));
    } else if (interaction.isMessageContextMenuCommand() && command !== undefined && 'answerOn' in command) {
      await reply(interaction, await command.answerOn(interaction, { library }));
    } else {
      await reply(interaction, notice(md`This command is from another version of the bot. Try again in a minute.`));
    }
  }

  /** Puts an error into the log: where it came from, but not what was said. Returns the short reference that it has there. */
  #note(error: unknown): string {
    const reference = randomBytes(3).toString('hex');
    const place =
      error instanceof Error ? (error.stack?.split('\n').find((line) => line.includes(' at ')) ?? '').trim() : '';
    const name = error instanceof Error ? error.name : typeof error;
    this.#options.log(`error ${reference}: ${name} ${place}`);
    return reference;
  }

  /** Tells the user the reference of an error. */
  async #failed(interaction: Interaction, error: unknown): Promise<void> {
    const reference = this.#note(error);
    if (!interaction.isButton() && !interaction.isCommand() && !interaction.isModalSubmit()) return;
    await reply(interaction, notice(wordsFor(error, reference))).catch(() => undefined);
  }
}

function wordsFor(error: unknown, reference: string): Markdown {
  const isForbidden =
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingPermissions || error.code === RESTJSONErrorCodes.MissingAccess);
  return isForbidden
    ? md`I lack a permission for that in this channel. A moderator can give it to me; the reference is ${escape(reference)}.`
    : md`Something went wrong here. If it happens again, report the reference ${escape(reference)}.`;
}

/** Discord has closed the connection for good. */
export class GatewayClosed extends Error {
  /** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
  readonly code: number | null;

  constructor(code: number | null) {
    super(`Discord closed the connection (${code ?? 'no code'})`);
    this.code = code;
  }
}

/** Discord's gateway does not answer, or not in time. */
export class GatewaySilent extends Error {}
