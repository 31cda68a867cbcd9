import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  SlashCommandBuilder,
  SlashCommandOptionsOnlyBuilder,
} from 'discord.js';
import type { Library } from '../answers/library.ts';
import type { Card } from './render/card.ts';

/** What a command may use. */
export interface CommandContext {
  readonly library: Library;
}

/**
 * A slash command: what Discord lists, and what to say. It does not send: the bot sends, so no command can forget an
 * `await`, answer twice or ping a whole server.
 */
export interface Command {
  readonly data: SlashCommandBuilder | SlashCommandOptionsOnlyBuilder;
  answer(interaction: ChatInputCommandInteraction, context: CommandContext): Card;
  /** Choices for the option that is being typed, best first. */
  complete?(interaction: AutocompleteInteraction, context: CommandContext): readonly Choice[];
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}
