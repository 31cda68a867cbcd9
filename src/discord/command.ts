import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  ContextMenuCommandBuilder,
  MessageContextMenuCommandInteraction,
  SlashCommandBuilder,
  SlashCommandOptionsOnlyBuilder,
} from 'discord.js';
import type { Library } from '../answers/library.ts';
import type { Card } from './render/card.ts';

/** What a command may use. */
export interface CommandContext {
  readonly library: Library;
}

export type Command = SlashCommand | MessageCommand;

/**
 * A slash command: what Discord lists, and what to say. It does not send: the bot sends, so no command can forget an
 * `await`, answer twice or ping a whole server.
 */
export interface SlashCommand extends Waiting {
  readonly data: SlashCommandBuilder | SlashCommandOptionsOnlyBuilder;
  answer(interaction: ChatInputCommandInteraction, context: CommandContext): Card | Promise<Card>;
  /** Choices for the option that is being typed, best first. */
  complete?(interaction: AutocompleteInteraction, context: CommandContext): readonly Choice[];
}

/** A command in the menu of a message. */
export interface MessageCommand extends Waiting {
  readonly data: ContextMenuCommandBuilder;
  answerOn(interaction: MessageContextMenuCommandInteraction, context: CommandContext): Card | Promise<Card>;
}

interface Waiting {
  /** Set where the answer waits for something outside the process: Discord is told first, and to whom the answer will show. */
  readonly waits?: 'hidden' | 'public';
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}
