import { SlashCommandBuilder } from 'discord.js';
import { SUMMARY_LENGTHS } from '../src/answers/answer.ts';
import type { Command } from '../src/discord/command.ts';
import { articleOption, cardFor, completeShared, hideOption } from '../src/discord/options.ts';

export default {
  data: new SlashCommandBuilder()
    .setName('summary')
    .setDescription('Show the sentences that tell what an article says')
    .addStringOption(articleOption)
    .addStringOption((focus) =>
      focus.setName('focus').setDescription('A topic or a person that it shall be about').setMaxLength(100),
    )
    .addStringOption((length) =>
      length
        .setName('length')
        .setDescription('How much')
        .addChoices(SUMMARY_LENGTHS.map((one) => ({ name: one, value: one }))),
    )
    .addBooleanOption(hideOption),

  answer(interaction, { library }) {
    const article = interaction.options.getString('article');
    const text = interaction.options.getString('focus');
    const asked = interaction.options.getString('length');
    const length = SUMMARY_LENGTHS.find((one) => one === asked) ?? 'medium';
    return cardFor(library, interaction, { op: 'summary', article, text, length, page: 0 });
  },

  complete: (interaction, { library }) => completeShared(interaction, library),
} satisfies Command;
