import { z } from 'zod';
import { threadBody } from '../bodies.ts';
import { invalidForm, notInThisChannelType, threadExists, unknownMember } from '../errors.ts';
import { markThread, putMessage, tellChannel } from '../messages.ts';
import { demand } from '../permissions.ts';
import type { Channel, Message, User, World } from '../state.ts';
import {
  channelJson,
  FORUM,
  GUILD_TEXT,
  PRIVATE_THREAD,
  PUBLIC_THREAD,
  THREAD_NOTICE,
  THREAD_STARTER,
  threadMemberJson,
} from '../wire.ts';
import { findChannel, nothing, read, type Rest, type RestOptions } from './context.ts';
import { openMessage } from './messages.ts';

const DAY_IN_MINUTES = 1440;
const LONGEST_NAME = 100;

export function addThreadRoutes(api: Rest, { world }: RestOptions): void {
  api.post('/channels/:channel/messages/:message/threads', (c) => {
    const parent = findChannel(world, c.req.param('channel'));
    demand(parent, world.bot.id, 'CreatePublicThreads');
    const message = openMessage(parent, c.req.param('message'));
    const { name, auto_archive_duration: minutes } = read(c, threadBody);
    const thread = startThread(world, parent, world.bot, { name, minutes, message, type: PUBLIC_THREAD });
    return c.json(channelJson(thread), 201);
  });

  api.post('/channels/:channel/threads', (c) => {
    const parent = findChannel(world, c.req.param('channel'));
    const { name, auto_archive_duration: minutes, type } = read(c, threadBody);
    const isPublic = type === PUBLIC_THREAD;
    demand(parent, world.bot.id, isPublic ? 'CreatePublicThreads' : 'CreatePrivateThreads');
    const thread = startThread(world, parent, world.bot, {
      name,
      minutes,
      message: null,
      type: isPublic ? PUBLIC_THREAD : PRIVATE_THREAD,
    });
    return c.json(channelJson(thread), 201);
  });

  api.get('/channels/:channel/thread-members', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    return c.json([...(channel.thread?.memberIds ?? [])].map((id) => threadMemberJson(channel, id)));
  });
  api.get('/channels/:channel/thread-members/:user', (c) => {
    const { channel, id } = threadMember(world, c.req.param());
    if (!membersOf(channel).has(id)) throw unknownMember();
    return c.json(threadMemberJson(channel, id));
  });
  api.put('/channels/:channel/thread-members/:user', (c) => {
    const { channel, id } = threadMember(world, c.req.param());
    membersOf(channel).add(id);
    return nothing();
  });
  api.delete('/channels/:channel/thread-members/:user', (c) => {
    const { channel, id } = threadMember(world, c.req.param());
    membersOf(channel).delete(id);
    return nothing();
  });

  api.get('/guilds/:guild/threads/active', (c) => {
    const threads = threadsOf(world, (thread) => thread.guild?.id === c.req.param('guild') && !isArchived(thread));
    return c.json({ threads: threads.map(channelJson), members: [] });
  });
  api.get('/channels/:channel/threads/archived/public', (c) => {
    const parent = findChannel(world, c.req.param('channel'));
    demand(parent, world.bot.id, 'ReadMessageHistory');
    const threads = threadsOf(world, (thread) => thread.thread?.parent === parent && isArchived(thread));
    return c.json({ threads: threads.map(channelJson), members: [], has_more: false });
  });
}

interface NewThread {
  readonly name: string;
  readonly minutes: number | null | undefined;
  /** The message that the thread hangs on and whose id it takes, if any. */
  readonly message: Message | null;
  readonly type: number;
}

/** @throws DiscordError 50024 where there can be no thread, 160004 where there is one */
export function startThread(world: World, parent: Channel, owner: User, parts: NewThread): Channel {
  const { name, message, type } = parts;
  if (parent.type !== GUILD_TEXT && !(parent.type === FORUM && message === null)) throw notInThisChannelType();
  if (name.length === 0 || name.length > LONGEST_NAME) {
    const text = `Must be between 1 and ${LONGEST_NAME} in length.`;
    throw invalidForm([{ path: ['name'], code: 'BASE_TYPE_BAD_LENGTH', message: text }]);
  }
  if (message !== null && world.channels.has(message.id)) throw threadExists();
  const now = new Date().toISOString();
  const channel = world.addChannel({
    ...(message !== null && { id: message.id }),
    type,
    guild: parent.guild,
    name,
    thread: {
      parent,
      ownerId: owner.id,
      createdAt: now,
      memberIds: new Set([owner.id]),
      archived: false,
      locked: false,
      archivedChangedAt: now,
      autoArchiveMinutes: parts.minutes ?? DAY_IN_MINUTES,
    },
  });
  tellChannel(world, channel, 'THREAD_CREATE');
  if (message === null) {
    const notice = {
      type: THREAD_NOTICE,
      content: name,
      message_reference: { type: 0, channel_id: channel.id },
    } as const;
    if (type === PUBLIC_THREAD && parent.type === GUILD_TEXT) putMessage(world, parent, owner, notice);
  } else {
    markThread(world, message);
    putMessage(world, channel, message.author, {
      type: THREAD_STARTER,
      message_reference: { type: 0, channel_id: parent.id, message_id: message.id },
    });
  }
  return channel;
}

const threadMemberParams = z.object({ channel: z.string(), user: z.string() });

function threadMember(world: World, params: unknown): { channel: Channel; id: string } {
  const { channel: channelId, user } = threadMemberParams.parse(params);
  const channel = findChannel(world, channelId);
  demand(channel, world.bot.id);
  return { channel, id: user === '@me' ? world.bot.id : user };
}

function membersOf(channel: Channel): Set<string> {
  if (channel.thread === null) throw notInThisChannelType();
  return channel.thread.memberIds;
}

function threadsOf(world: World, wanted: (channel: Channel) => boolean): Channel[] {
  return [...world.channels.values()].filter((channel) => channel.thread !== null && wanted(channel));
}

function isArchived(channel: Channel): boolean {
  return channel.thread?.archived === true;
}
