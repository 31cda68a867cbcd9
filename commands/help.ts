import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { helpCard } from '../src/discord/render/help-card.ts';

export default {
  data: new SlashCommandBuilder().setName('help').setDescription('How to use this bot, with three examples that work'),

  answer: (_interaction, { library }) => helpCard(library),
} satisfies Command;
