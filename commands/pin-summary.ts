import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { pinChosen } from '../src/discord/pins/pin-summary.ts';

export default {
  data: new ContextMenuCommandBuilder().setName('Pin this summary').setType(ApplicationCommandType.Message),

  waits: 'hidden',

  answerOn: (interaction, { library }) => pinChosen(interaction, library),
} satisfies Command;
