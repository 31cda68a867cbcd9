import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { check } from '../src/answers/check/check.ts';
import type { Command } from '../src/discord/command.ts';
import { checkCard } from '../src/discord/render/check-card.ts';

export default {
  data: new ContextMenuCommandBuilder().setName('Check this quote').setType(ApplicationCommandType.Message),

  answerOn: (interaction, { library }) =>
    checkCard(library, check(library, { text: interaction.targetMessage.content, article: null })),
} satisfies Command;
