import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { articleOption, cardFor, completeShared, hideOption, speakerOption } from '../src/discord/options.ts';

export default {
  data: new SlashCommandBuilder()
    .setName('who-said')
    .setDescription('Find who said something, quoted word for word')
    .addStringOption((text) =>
      text.setName('text').setDescription('Words you remember').setRequired(true).setMaxLength(200),
    )
    .addStringOption(speakerOption)
    .addStringOption(articleOption)
    .addBooleanOption(hideOption),

  answer(interaction, { library }) {
    const text = interaction.options.getString('text', true);
    const speaker = interaction.options.getString('speaker');
    const article = interaction.options.getString('article');
    return cardFor(library, interaction, { op: 'who-said', text, speaker, article, page: 0 });
  },

  complete: (interaction, { library }) => completeShared(interaction, library),
} satisfies Command;
