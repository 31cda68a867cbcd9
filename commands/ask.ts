import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { articleOption, cardFor, completeShared, hideOption, LONGEST_QUESTION } from '../src/discord/options.ts';
import { settingOf } from '../src/discord/threads/thread-memory.ts';

export default {
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription("Find the passage that answers a question, in the article's own words")
    .addStringOption((question) =>
      question
        .setName('question')
        .setDescription('What you want to know')
        .setRequired(true)
        .setMaxLength(LONGEST_QUESTION),
    )
    .addStringOption(articleOption)
    .addBooleanOption(hideOption),

  async answer(interaction, { library }) {
    const text = interaction.options.getString('question', true);
    const article = interaction.options.getString('article');
    const hidden = interaction.options.getBoolean('hide') ?? false;
    const setting = await settingOf(library, interaction, { hidden });
    return cardFor(library, interaction, { op: 'ask', text, article, alone: false, page: 0 }, setting);
  },

  complete: (interaction, { library }) => completeShared(interaction, library),
} satisfies Command;
