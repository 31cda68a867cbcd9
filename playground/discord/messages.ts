import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Component, MessageBody } from './bodies.ts';
import { hasTooManyBytes, IS_COMPONENTS_V2, messageErrors } from './component-rules.ts';
import { DiscordError, emptyMessage, invalidForm, unknownMessage } from './errors.ts';
import { NOT_ON_THE_WIRE, type Channel, type Message, type User, type World } from './state.ts';
import { channelJson, gatewayMessageJson, HAS_THREAD, NORMAL, REPLY } from './wire.ts';

/** The flag of an answer that one person sees. */
export const EPHEMERAL = 1 << 6;

/** The flag of "is thinking", until the answer comes. */
export const LOADING = 1 << 7;

/** Flags that a sender may set: no embeds, hidden, silent, components only. */
const SETTABLE_FLAGS = (1 << 2) | EPHEMERAL | (1 << 12) | IS_COMPONENTS_V2;

/** What a message is beside what its sender wrote. */
type Circumstances = Partial<Pick<Message, 'type' | 'interaction_metadata' | 'visible_to' | 'message_reference'>>;

/**
 * Puts a message into a channel and tells the bot, if it may know.
 *
 * @throws DiscordError if the message breaks one of Discord's rules
 */
export function createMessage(
  world: World,
  channel: Channel,
  author: User,
  body: MessageBody,
  circumstances: Circumstances = {},
): Message {
  const flags = (body.flags ?? 0) & SETTABLE_FLAGS;
  checkBody(body, flags);
  const replied = reference(channel, body);
  return putMessage(world, channel, author, {
    type: replied === undefined ? NORMAL : REPLY,
    content: body.content ?? '',
    components: numbered(body.components ?? []),
    embeds: body.embeds ?? [],
    flags,
    ...pings(world, channel, body),
    allowed_mentions: body.allowed_mentions ?? null,
    ...(replied !== undefined && { message_reference: replied }),
    ...circumstances,
  });
}

/** Puts a message into a channel as it is: what Discord itself writes there. */
export function putMessage(world: World, channel: Channel, author: User, parts: Partial<Message>): Message {
  const message: Message = {
    id: world.newId(),
    channel_id: channel.id,
    author,
    type: NORMAL,
    content: '',
    components: [],
    embeds: [],
    flags: 0,
    mentions: [],
    mention_everyone: false,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    allowed_mentions: null,
    visible_to: null,
    ...parts,
  };
  channel.messages.set(message.id, message);
  if (channel.thread !== null) {
    for (const { id } of [author, ...message.mentions]) channel.thread.memberIds.add(id);
    // A message wakes an archived thread.
    if (channel.thread.archived) changeThread(world, channel, { archived: false });
  }
  tellMessage(world, channel, 'MESSAGE_CREATE', message);
  return message;
}

/** Replaces what `body` names of a message; a message of components stays one. */
export function editMessage(world: World, message: Message, body: MessageBody): Message {
  const channel = channelOf(world, message);
  const flags = (message.flags & ~LOADING) | ((body.flags ?? 0) & (IS_COMPONENTS_V2 | (1 << 2)));
  const whole = {
    content: body.content === undefined ? message.content : body.content,
    components: body.components === undefined ? message.components : body.components,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
  };
  const becomesV2 = (message.flags & IS_COMPONENTS_V2) === 0 && (flags & IS_COMPONENTS_V2) !== 0;
  checkBody({ ...body, ...whole, components: [...(whole.components ?? [])], embeds: [...(whole.embeds ?? [])] }, flags);
  const edited: Message = {
    ...message,
    content: becomesV2 ? '' : (whole.content ?? ''),
    components: numbered(whole.components ?? []),
    embeds: becomesV2 ? [] : (whole.embeds ?? []),
    flags,
    edited_timestamp: new Date().toISOString(),
    allowed_mentions: body.allowed_mentions ?? message.allowed_mentions,
  };
  channel.messages.set(edited.id, edited);
  tellMessage(world, channel, 'MESSAGE_UPDATE', edited);
  return edited;
}

export function deleteMessage(world: World, message: Message): void {
  const channel = channelOf(world, message);
  channel.messages.delete(message.id);
  const wasPinned = channel.pins.delete(message.id);
  const { guild } = channel;
  world.tell({
    name: 'MESSAGE_DELETE',
    intents: message.visible_to === null ? messageIntents(channel) : NOT_ON_THE_WIRE,
    channel,
    data: () => ({ id: message.id, channel_id: channel.id, ...(guild !== null && { guild_id: guild.id }) }),
  });
  if (wasPinned) tellPins(world, channel);
}

export function findMessage(channel: Channel, id: string): Message {
  const message = channel.messages.get(id);
  if (message === undefined) throw unknownMessage();
  return message;
}

/** Tells the bot that a message has changed, without an edit (a thread grew on it, it was pinned). */
export function tellMessage(
  world: World,
  channel: Channel,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
): void {
  world.tell({
    name,
    intents: message.visible_to === null ? messageIntents(channel) : NOT_ON_THE_WIRE,
    channel,
    data: (viewer) => gatewayMessageJson(world, message, viewer),
  });
}

export function tellPins(world: World, channel: Channel): void {
  world.tell({
    name: 'CHANNEL_PINS_UPDATE',
    intents: channel.guild === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.Guilds,
    channel,
    data: () => ({
      channel_id: channel.id,
      ...(channel.guild !== null && { guild_id: channel.guild.id }),
      last_pin_timestamp: [...channel.pins.values()].at(-1) ?? null,
    }),
  });
}

/** Marks a message as the one that a thread hangs on. */
export function markThread(world: World, message: Message): void {
  const channel = channelOf(world, message);
  const marked = { ...message, flags: message.flags | HAS_THREAD };
  channel.messages.set(message.id, marked);
  tellMessage(world, channel, 'MESSAGE_UPDATE', marked);
}

export function changeThread(
  world: World,
  channel: Channel,
  change: { archived?: boolean | undefined; locked?: boolean | undefined; minutes?: number | undefined },
): void {
  const { thread } = channel;
  if (thread === null) return;
  if (change.archived !== undefined && change.archived !== thread.archived) {
    thread.archived = change.archived;
    thread.archivedChangedAt = new Date().toISOString();
  }
  thread.locked = change.locked ?? thread.locked;
  thread.autoArchiveMinutes = change.minutes ?? thread.autoArchiveMinutes;
  tellChannel(world, channel, 'THREAD_UPDATE');
}

export function deleteThread(world: World, channel: Channel): void {
  if (channel.thread === null) return;
  tellChannel(world, channel, 'THREAD_DELETE');
  world.channels.delete(channel.id);
}

export function tellChannel(world: World, channel: Channel, name: string): void {
  // Bots hear of every channel, seen or not; of threads only where they see them.
  const where = channel.thread === null ? null : channel;
  const isNew = name === 'THREAD_CREATE' && { newly_created: true };
  world.tell({
    name,
    intents: GatewayIntentBits.Guilds,
    channel: where,
    data: () => ({ ...channelJson(channel), ...isNew }),
  });
}

function messageIntents(channel: Channel): number {
  return channel.guild === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
}

function channelOf(world: World, message: Message): Channel {
  const channel = world.channels.get(message.channel_id);
  if (channel?.messages.has(message.id) !== true) throw unknownMessage();
  return channel;
}

function checkBody(body: MessageBody, flags: number): void {
  const parts = [body.content, body.components, body.embeds];
  const errors = messageErrors(body, flags);
  if (errors.length > 0) throw invalidForm(errors);
  if (parts.every((part) => (part?.length ?? 0) === 0)) throw emptyMessage();
  if (hasTooManyBytes(body.components ?? [])) throw new DiscordError(500, 0, '500: Internal Server Error');
}

/** The message that a body replies to. */
function reference(channel: Channel, body: MessageBody): Message['message_reference'] {
  const asked = body.message_reference;
  if (!asked) return undefined;
  if (!channel.messages.has(asked.message_id)) {
    if (asked.fail_if_not_exists === false) return undefined;
    const path = ['message_reference'];
    throw invalidForm([{ path, code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
  }
  return {
    type: 0,
    channel_id: channel.id,
    message_id: asked.message_id,
    ...(channel.guild !== null && { guild_id: channel.guild.id }),
  };
}

/** Whom a message pings, as its `allowed_mentions` permit: those it names, and the author it replies to. */
function pings(world: World, channel: Channel, body: MessageBody): Pick<Message, 'mentions' | 'mention_everyone'> {
  const allowed = body.allowed_mentions ?? null;
  const parse = allowed === null ? ['users', 'roles', 'everyone'] : (allowed.parse ?? []);
  const text = [body.content ?? '', ...textsIn(body.components ?? [])].join('\n');
  const named = [...text.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? []);
  const users = named.filter((id) => parse.includes('users') || allowed?.users?.includes(id) === true);
  const repliedTo = body.message_reference && channel.messages.get(body.message_reference.message_id);
  const pingsReplied = allowed === null || allowed.replied_user === true;
  // The author of a slash answer is a webhook, which nothing pings.
  if (repliedTo && repliedTo.interaction_metadata === undefined && pingsReplied) users.push(repliedTo.author.id);
  return {
    mentions: [...new Set(users)].flatMap((id) => world.users.get(id) ?? []),
    mention_everyone: parse.includes('everyone') && /@(?:everyone|here)\b/.test(text),
  };
}

/** The words of all text displays, in reading order. */
export function textsIn(components: readonly Component[]): string[] {
  return components.flatMap((component) => [
    ...(typeof component.content === 'string' ? [component.content] : []),
    ...textsIn(component.components ?? []),
    ...textsIn(component.accessory ? [component.accessory] : []),
  ]);
}

/** Discord gives each component a number within its message. */
function numbered(components: readonly Component[]): Component[] {
  let last = 0;
  const number = (component: Component): Component => {
    const id = component.id ?? ++last;
    return {
      ...component,
      id,
      ...(component.components && { components: component.components.map(number) }),
      ...(component.accessory && { accessory: number(component.accessory) }),
    };
  };
  return components.map(number);
}
