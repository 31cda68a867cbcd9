import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { articleOption, cardFor, completeShared, hideOption, speakerOption } from '../src/discord/options.ts';

export default {
  data: new SlashCommandBuilder()
    .setName('quotes')
    .setDescription('List everything that somebody is quoted as saying')
    .addStringOption(speakerOption)
    .addStringOption((topic) => topic.setName('topic').setDescription('Only what is about this').setMaxLength(100))
    .addStringOption(articleOption)
    .addBooleanOption(hideOption),

  answer(interaction, { library }) {
    const speaker = interaction.options.getString('speaker');
    const text = interaction.options.getString('topic');
    const article = interaction.options.getString('article');
    return cardFor(library, interaction, { op: 'quotes', speaker, text, article, page: 0 });
  },

  complete: (interaction, { library }) => completeShared(interaction, library),
} satisfies Command;
