import { MessageFlags, type ButtonInteraction, type ChatInputCommandInteraction } from 'discord.js';
import type { Card } from './render/card.ts';

/** Answers in the interaction's own callback: our answers take milliseconds. */
export async function reply(interaction: ButtonInteraction | ChatInputCommandInteraction, card: Card): Promise<void> {
  const hidden = card.hidden ? [MessageFlags.Ephemeral as const] : [];
  await interaction.reply({ components: [...card.components], flags: [MessageFlags.IsComponentsV2, ...hidden] });
}

/** Shows a card in the place of the one that the button sits on. */
export async function update(interaction: ButtonInteraction, card: Card): Promise<void> {
  await interaction.update({ components: [...card.components], flags: [MessageFlags.IsComponentsV2] });
}
