import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { articleOption, cardFor, completeShared, hideOption } from '../src/discord/options.ts';

export default {
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription("Find the passage that answers a question, in the article's own words")
    .addStringOption((question) =>
      question.setName('question').setDescription('What you want to know').setRequired(true).setMaxLength(200),
    )
    .addStringOption(articleOption)
    .addBooleanOption(hideOption),

  answer(interaction, { library }) {
    const text = interaction.options.getString('question', true);
    const article = interaction.options.getString('article');
    return cardFor(library, interaction, { op: 'ask', text, article, page: 0 });
  },

  complete: (interaction, { library }) => completeShared(interaction, library),
} satisfies Command;
