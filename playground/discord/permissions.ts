import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { missingAccess, missingPermissions } from './errors.ts';
import { permissionChannel, type Channel, type Guild, type Snowflake } from './state.ts';

export type PermissionName = keyof typeof PermissionFlagsBits;

const PRIVATE_THREAD: number = ChannelType.PrivateThread;

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What everybody may do in a direct message. Anyone may pin there. */
const IN_DIRECT_MESSAGES = bits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'PinMessages',
  'UseApplicationCommands',
]);

export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | PermissionFlagsBits[name], 0n);
}

/** What a member may do in the whole guild, before any channel says otherwise. */
function guildPermissions(guild: Guild, userId: Snowflake): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL;
  const roles = [guild.roles.get(guild.id), ...[...member.roles].map((id) => guild.roles.get(id))];
  const base = roles.reduce((all, role) => all | (role?.permissions ?? 0n), 0n);
  return (base & PermissionFlagsBits.Administrator) === 0n ? base : ALL;
}

/**
 * What a person may do in a channel: the guild's permissions, then the
 * channel's for @everyone, for the roles together, and for the member. A
 * thread has those of its channel.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(channel: Channel, userId: Snowflake): bigint {
  const { guild } = channel;
  if (guild === null) return IN_DIRECT_MESSAGES;
  const base = guildPermissions(guild, userId);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  const { overwrites } = permissionChannel(channel);
  const roles = [...(guild.members.get(userId)?.roles ?? [])].map((id) => overwrites.get(id));
  const ofRoles = roles.reduce(
    (all, overwrite) => ({ allow: all.allow | (overwrite?.allow ?? 0n), deny: all.deny | (overwrite?.deny ?? 0n) }),
    { allow: 0n, deny: 0n },
  );
  const permissions = [overwrites.get(guild.id), ofRoles, overwrites.get(userId)].reduce(
    (all, overwrite) => (overwrite === undefined ? all : (all & ~overwrite.deny) | overwrite.allow),
    base,
  );
  // Who does not see a channel can do nothing in it.
  return (permissions & PermissionFlagsBits.ViewChannel) === 0n ? 0n : permissions;
}

export function may(channel: Channel, userId: Snowflake, permission: PermissionName): boolean {
  return (permissionsIn(channel, userId) & PermissionFlagsBits[permission]) !== 0n;
}

/** Whether a person sees what stands in a channel. A private thread is open to its members and to who manages threads. */
export function sees(channel: Channel, userId: Snowflake): boolean {
  const isOpen =
    channel.type !== PRIVATE_THREAD ||
    channel.thread?.memberIds.has(userId) === true ||
    may(channel, userId, 'ManageThreads');
  return isOpen && may(channel, userId, 'ViewChannel');
}

/** @throws DiscordError 50001 if the person does not see the channel, 50013 if they lack one of the permissions */
export function demand(channel: Channel, userId: Snowflake, ...permissions: readonly PermissionName[]): void {
  if (!sees(channel, userId)) throw missingAccess();
  if (!permissions.every((permission) => may(channel, userId, permission))) throw missingPermissions();
}
