import { ChannelType, PermissionFlagsBits, type Channel, type NewsChannel, type TextChannel } from 'discord.js';
import { escape, md, type Markdown } from '../render/escape.ts';

/** A channel under which a thread can be opened on a message. */
export type Parent = TextChannel | NewsChannel;

/** What opening a thread and remembering in it takes. */
const FOR_A_THREAD: readonly (readonly [string, bigint])[] = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Create Public Threads', PermissionFlagsBits.CreatePublicThreads],
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
];

export function isParent(channel: Channel | null): channel is Parent {
  return channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
}

/** Why the bot may not open a thread in a channel, or null. Asked before each call: refused requests count against the bot. */
export function refusalToOpen(channel: Parent): Markdown | null {
  const permissions = channel.permissionsFor(channel.client.user);
  const missing = FOR_A_THREAD.filter(([, bit]) => permissions?.has(bit) !== true).map(([name]) => `"${name}"`);
  return missing.length === 0
    ? null
    : md`I may not open a thread here: I lack ${escape(missing.join(' and '))}. Ask a moderator to allow it; \`/ask\` works without.`;
}

/** Whether the bot may write in a channel or a thread. */
export function mayWrite(channel: Channel): boolean {
  if (channel.isDMBased()) return true;
  const permissions = channel.permissionsFor(channel.client.user);
  if (permissions === null) return false;
  if (!channel.isThread()) return permissions.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]);
  const isOpen = channel.locked !== true || permissions.has(PermissionFlagsBits.ManageThreads);
  return isOpen && permissions.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads]);
}

/** Whether the bot may read what stands in a channel. Without it Discord also refuses a reply to any message there. */
export function mayRead(channel: Channel): boolean {
  if (channel.isDMBased()) return true;
  const permissions = channel.permissionsFor(channel.client.user);
  return permissions?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory]) === true;
}
