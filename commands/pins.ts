import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { pinsCard } from '../src/discord/pins/pins-card.ts';

export default {
  data: new SlashCommandBuilder().setName('pins').setDescription('The summaries that are pinned in this channel'),

  waits: 'public',

  answer: (interaction, { library }) => pinsCard(interaction, library),
} satisfies Command;
