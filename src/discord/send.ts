import {
  MessageFlags,
  PermissionFlagsBits,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { notice, type Card } from './render/card.ts';
import { escape, md } from './render/escape.ts';

/** Answers in the interaction's own callback: our answers take milliseconds. After a callback, it is one more message. */
export async function reply(interaction: ButtonInteraction | ChatInputCommandInteraction, card: Card): Promise<void> {
  const allowed = card.hidden ? card : (refusalToWrite(interaction) ?? card);
  const hidden = allowed.hidden ? [MessageFlags.Ephemeral as const] : [];
  const message = { components: [...allowed.components], flags: [MessageFlags.IsComponentsV2 as const, ...hidden] };
  await (interaction.replied || interaction.deferred ? interaction.followUp(message) : interaction.reply(message));
}

/** Shows a card in the place of the one that the button sits on. */
export async function update(interaction: ButtonInteraction, card: Card): Promise<void> {
  await interaction.update({ components: [...card.components], flags: [MessageFlags.IsComponentsV2] });
}

/** Discord shows a command's answer even where the bot may not write. A server that forbids it means it. */
function refusalToWrite(interaction: ButtonInteraction | ChatInputCommandInteraction): Card | null {
  if (!interaction.inGuild()) return null;
  const inThread = interaction.channel?.isThread() === true;
  const needed: readonly (readonly [string, bigint])[] = [
    ['View Channel', PermissionFlagsBits.ViewChannel],
    inThread
      ? ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads]
      : ['Send Messages', PermissionFlagsBits.SendMessages],
  ];
  const missing = needed.filter(([, bit]) => !interaction.appPermissions.has(bit)).map(([name]) => `"${name}"`);
  if (missing.length === 0) return null;
  return notice(
    md`I may not write in this channel: I lack ${escape(missing.join(' and '))}. Ask a moderator to allow it, or add **hide** to the command to see the answer alone.`,
  );
}
