import { permissionsIn } from './permissions.ts';
import type { Channel, Command, Guild, Member, Message, Role, Snowflake, User, Viewer, World } from './state.ts';

/** Channel types. */
export const GUILD_TEXT = 0;
export const DIRECT_MESSAGE = 1;
export const PUBLIC_THREAD = 11;
export const PRIVATE_THREAD = 12;
export const FORUM = 15;

/** Message types. */
export const NORMAL = 0;
export const PINNED_NOTICE = 6;
export const THREAD_NOTICE = 18;
export const REPLY = 19;
export const COMMAND_ANSWER = 20;
export const THREAD_STARTER = 21;
export const MESSAGE_COMMAND_ANSWER = 23;

/** Types of messages that people and bots write; the others are Discord's own notices. */
export const WRITTEN: ReadonlySet<number> = new Set([NORMAL, REPLY, COMMAND_ANSWER, MESSAGE_COMMAND_ANSWER]);

export const HAS_THREAD = 1 << 5;

/** Turns what the local Discord knows into what crosses the wire. */

export function roleJson(role: Role): object {
  return {
    id: role.id,
    name: role.name,
    position: role.position,
    permissions: role.permissions.toString(),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

/** A member without their user, as it stands in a message. */
export function bareMemberJson(member: Member): object {
  return {
    roles: [...member.roles],
    joined_at: member.joinedAt,
    nick: null,
    avatar: null,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function memberJson(member: Member): object {
  return { ...bareMemberJson(member), user: member.user };
}

export function channelJson(channel: Channel): object {
  const { id, type, name, guild, recipient, thread } = channel;
  const last = [...channel.messages.keys()].at(-1) ?? null;
  if (recipient !== null) return { id, type, last_message_id: last, recipients: [recipient], flags: 0 };
  const shared = { id, type, name, guild_id: guild?.id, last_message_id: last, flags: 0, rate_limit_per_user: 0 };
  if (thread === null) {
    return {
      ...shared,
      position: 0,
      topic: null,
      nsfw: false,
      parent_id: null,
      permission_overwrites: [...channel.overwrites].map(([target, { type: kind, allow, deny }]) => ({
        id: target,
        type: kind,
        allow: allow.toString(),
        deny: deny.toString(),
      })),
    };
  }
  return {
    ...shared,
    parent_id: thread.parent.id,
    owner_id: thread.ownerId,
    message_count: channel.messages.size,
    total_message_sent: channel.messages.size,
    member_count: thread.memberIds.size,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      archive_timestamp: thread.archivedChangedAt,
      auto_archive_duration: thread.autoArchiveMinutes,
      create_timestamp: thread.createdAt,
      ...(type === PRIVATE_THREAD && { invitable: true }),
    },
  };
}

export function threadMemberJson(channel: Channel, userId: Snowflake): object {
  return { id: channel.id, user_id: userId, join_timestamp: channel.thread?.createdAt, flags: 1 };
}

/** The channel as an interaction carries it, with what the person may do there. */
export function interactionChannelJson(channel: Channel, user: User): object {
  return { ...channelJson(channel), permissions: permissionsIn(channel, user.id).toString() };
}

export function guildJson(guild: Guild): object {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 0,
    emojis: [],
    explicit_content_filter: 0,
    features: [],
    max_members: 500_000,
    mfa_level: 0,
    nsfw_level: 0,
    preferred_locale: 'en-US',
    premium_progress_bar_enabled: false,
    premium_tier: 0,
    premium_subscription_count: 0,
    public_updates_channel_id: null,
    roles: [...guild.roles.values()].map(roleJson),
    rules_channel_id: null,
    stickers: [],
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 0,
  };
}

/** A guild as the gateway gives it, with its channels and the threads that the bot sees. */
export function guildCreateJson(guild: Guild, channels: readonly Channel[]): object {
  return {
    ...guildJson(guild),
    joined_at: [...guild.members.values()].find(({ user }) => user.bot)?.joinedAt,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: [...guild.members.values()].filter(({ user }) => user.bot).map(memberJson),
    channels: channels.filter(({ thread }) => thread === null).map(channelJson),
    threads: channels.filter(({ thread }) => thread?.archived === false).map(channelJson),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function commandJson(command: Command): object {
  return command.registered;
}

/** Whether a bot without Message Content reads this message's words: its own, direct ones, and those that ping it. */
function isAddressedTo(bot: User, message: Message, world: World): boolean {
  return (
    message.author.id === bot.id ||
    world.channels.get(message.channel_id)?.guild === null ||
    message.mentions.some(({ id }) => id === bot.id)
  );
}

/** A message as `viewer` reads it, with the message that it replies to. */
export function messageJson(world: World, message: Message, viewer: Viewer): object {
  return { ...shallowMessageJson(world, message, viewer), ...referenced(world, message, viewer) };
}

/** A message as the gateway tells of it. */
export function gatewayMessageJson(world: World, message: Message, viewer: Viewer): object {
  const channel = world.channels.get(message.channel_id);
  const guild = channel?.guild ?? null;
  const member = guild?.members.get(message.author.id);
  return {
    ...messageJson(world, message, viewer),
    channel_type: channel?.type,
    ...(guild !== null && { guild_id: guild.id }),
    ...(member !== undefined && { member: bareMemberJson(member) }),
  };
}

function shallowMessageJson(world: World, message: Message, viewer: Viewer): object {
  const channel = world.channels.get(message.channel_id);
  const thread = world.channels.get(message.id);
  const isAnswer = message.interaction_metadata !== undefined;
  return {
    ...message,
    allowed_mentions: undefined,
    visible_to: undefined,
    ...(!viewer.readsContent &&
      !isAddressedTo(world.bot, message, world) && { content: '', components: [], embeds: [] }),
    ...(isAnswer && { application_id: world.bot.id, webhook_id: world.bot.id }),
    ...(thread !== undefined && { thread: channelJson(thread) }),
    pinned: channel?.pins.has(message.id) ?? false,
    attachments: [],
    mention_roles: [],
    tts: false,
  };
}

function referenced(world: World, message: Message, viewer: Viewer): object {
  const { message_reference: reference } = message;
  if (reference?.message_id === undefined || message.type === PINNED_NOTICE) return {};
  const original = world.channels.get(reference.channel_id)?.messages.get(reference.message_id);
  return { referenced_message: original === undefined ? null : shallowMessageJson(world, original, viewer) };
}
