import { parse } from 'discord-markdown-parser';
import type { Article } from '../../src/corpus/article.ts';
import type { Component } from '../discord/bodies.ts';
import type { Channel, LocalDiscord, Message, User } from '../discord/local-discord.ts';
import { LOADING, textsIn } from '../discord/messages.ts';
import { permissionsIn } from '../discord/permissions.ts';
import { placesIn } from './corpus-places.ts';

/** Everything that stands on the page for one person in one channel. */
export function stateFor(
  discord: LocalDiscord,
  articles: readonly Article[],
  used: ReadonlyMap<string, string>,
  wanted: { readonly as: string | undefined; readonly channel: string | undefined },
): object {
  const { world, gateway } = discord;
  const people = [discord.reader, discord.moderator];
  const as = people.find(({ id }) => id === wanted.as) ?? discord.reader;
  const channels = [...world.channels.values()].filter(({ recipient }) => recipient === null);
  const direct = discord.directMessages(as);
  const channel = [...channels, direct].find(({ id }) => id === wanted.channel) ?? discord.general;
  return {
    people: people.map(({ id, username }) => ({ id, name: username })),
    as: as.id,
    bot: { id: world.bot.id, name: world.bot.username, online: gateway.isConnected },
    channels: [...channels, direct].map((one) => channelView(one, world.bot)),
    channel: channel.id,
    messages: discord
      .messagesIn(channel, as)
      .map((message) => messageView(discord, channel, message, articles, used.get(message.id) ?? null)),
    pins: [...channel.pins.keys()].reverse(),
    commands: world.commands
      .filter(({ default_member_permissions: needed }) => isOffered(channel, as, needed))
      .map(({ name, type, registered, options }) => ({ name, type, description: registered['description'], options })),
  };
}

function isOffered(channel: Channel, as: User, permissions: string | null): boolean {
  const needed = BigInt(permissions ?? 0);
  return channel.guild === null || (permissionsIn(channel, as.id) & needed) === needed;
}

function channelView({ id, name, thread, recipient }: Channel, bot: User): object {
  return {
    id,
    name: recipient === null ? name : bot.username,
    kind: recipient !== null ? 'direct' : thread === null ? 'text' : 'thread',
    parent: thread?.parent.id ?? null,
    isClosed: thread !== null && (thread.archived || thread.locked),
  };
}

function messageView(
  discord: LocalDiscord,
  channel: Channel,
  message: Message,
  articles: readonly Article[],
  command: string | null,
): object {
  const { id, author, type, content, components, timestamp, edited_timestamp: edited, visible_to: visibleTo } = message;
  const repliedTo = message.message_reference?.message_id;
  const original = repliedTo === undefined ? undefined : channel.messages.get(repliedTo);
  return {
    id,
    author: { name: author.username, bot: author.bot },
    type,
    content: read(content),
    components: components.map(componentView),
    timestamp,
    isEdited: edited !== null,
    isHidden: visibleTo !== null,
    isLoading: (message.flags & LOADING) !== 0,
    isPinned: channel.pins.has(id),
    usedBy: message.interaction_metadata?.user.username ?? null,
    command,
    repliesTo: original?.author.username ?? null,
    thread: discord.threadOn(message)?.id ?? null,
    startedIn: channel.thread?.parent.id ?? null,
    sources: author.bot ? placesIn([content, ...textsIn(components)], articles) : [],
  };
}

/** A component with its Markdown read. */
function componentView(component: Component): object {
  const { content, components, accessory } = component;
  return {
    ...component,
    ...(content != null && { content: read(content) }),
    ...(components != null && { components: components.map(componentView) }),
    ...(accessory != null && { accessory: componentView(accessory) }),
  };
}

/** Reads Markdown. What follows a block quote is read by itself: the parser takes small print only at the start of a text or a line it has seen. */
function read(text: string): ReturnType<typeof parse> {
  return text.split(/(?<=^> .*\n)(?!> )/m).flatMap((part) => parse(part, 'extended'));
}
