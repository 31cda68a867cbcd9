import { setTimeout as sleep } from 'node:timers/promises';
import {
  MessageFlags,
  PermissionFlagsBits,
  type ButtonInteraction,
  type CommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { notice, type Card } from './render/card.ts';
import { escape, md } from './render/escape.ts';

type Answerable = ButtonInteraction | CommandInteraction | ModalSubmitInteraction;

/**
 * Answers in the interaction's own callback: our answers take milliseconds. What waited takes the place of "is thinking";
 * after the callback, it is one more message.
 */
export async function reply(interaction: Answerable, card: Card): Promise<void> {
  const allowed = card.hidden ? card : (refusalToWrite(interaction) ?? card);
  const components = [...allowed.components];
  const hidden = allowed.hidden ? [MessageFlags.Ephemeral as const] : [];
  const flags = [MessageFlags.IsComponentsV2 as const, ...hidden];
  if (interaction.deferred && !interaction.isButton()) {
    await interaction.editReply({ components, flags: [MessageFlags.IsComponentsV2] });
  } else if (interaction.replied || interaction.deferred) {
    await interaction.followUp({ components, flags });
  } else {
    await interaction.reply({ components, flags });
  }
}

/** Tells Discord that the answer has to wait for something outside the process. */
export async function defer(interaction: Answerable, hidden: boolean): Promise<void> {
  await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
}

/** How long an answer may wait for Discord, in milliseconds, before the reader is told to wait: an interaction lasts 3 s. */
const PATIENCE = 1500;

/** Waits for what an answer needs from Discord, such as a thread's messages, and says in time that the answer is coming. */
export async function inTime<T>(needed: Promise<T>, acknowledge: () => Promise<unknown>): Promise<T> {
  const isLate = await Promise.race([needed.then(() => false), sleep(PATIENCE, true, { ref: false })]);
  if (isLate) await acknowledge();
  return needed;
}

/** Shows a card in the place of the one that the button sits on. */
export async function update(interaction: ButtonInteraction, card: Card): Promise<void> {
  const message = { components: [...card.components], flags: [MessageFlags.IsComponentsV2 as const] };
  await (interaction.deferred ? interaction.editReply(message) : interaction.update(message));
}

/** Discord shows a command's answer even where the bot may not write. A server that forbids it means it. */
function refusalToWrite(interaction: Answerable): Card | null {
  if (!interaction.inGuild()) return null;
  const thread = interaction.channel?.isThread() === true ? interaction.channel : null;
  if (thread?.locked === true && !interaction.appPermissions.has(PermissionFlagsBits.ManageThreads))
    return notice(
      md`This thread is locked, so I write nothing in it. A moderator can open it again; **hide** shows an answer to you alone.`,
    );
  const needed: readonly (readonly [string, bigint])[] = [
    ['View Channel', PermissionFlagsBits.ViewChannel],
    thread !== null
      ? ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads]
      : ['Send Messages', PermissionFlagsBits.SendMessages],
  ];
  const missing = needed.filter(([, bit]) => !interaction.appPermissions.has(bit)).map(([name]) => `"${name}"`);
  if (missing.length === 0) return null;
  return notice(
    md`I may not write in this channel: I lack ${escape(missing.join(' and '))}. Ask a moderator to allow it, or add **hide** to the command to see the answer alone.`,
  );
}
