import { z } from 'zod';
import { channelPatchBody } from '../bodies.ts';
import { missingPermissions, notInThisChannelType, threadArchived, unknownUser } from '../errors.ts';
import { changeThread, tellChannel } from '../messages.ts';
import { demand, may } from '../permissions.ts';
import type { Channel, World } from '../state.ts';
import { channelJson, DIRECT_MESSAGE } from '../wire.ts';
import { findChannel, nothing, read, type Rest, type RestOptions } from './context.ts';

export function addChannelRoutes(api: Rest, { world }: RestOptions): void {
  api.get('/channels/:channel', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    return c.json(channelJson(channel));
  });

  api.patch('/channels/:channel', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    const change = read(c, channelPatchBody);
    if (channel.thread === null) {
      demand(channel, world.bot.id, 'ManageChannels');
      channel.name = change.name ?? channel.name;
      tellChannel(world, channel, 'CHANNEL_UPDATE');
    } else {
      patchThread(world, channel, change);
    }
    return c.json(channelJson(channel));
  });

  api.post('/channels/:channel/typing', (c) => {
    demand(findChannel(world, c.req.param('channel')), world.bot.id);
    return nothing();
  });

  api.post('/users/@me/channels', (c) => {
    const { recipient_id: id } = read(c, z.looseObject({ recipient_id: z.string() }));
    const user = world.users.get(id);
    if (user === undefined) throw unknownUser();
    return c.json(channelJson(directChannel(world, user)));
  });
}

/** The channel in which a person and the bot talk, made when it is first needed. */
export function directChannel(world: World, recipient: Channel['recipient'] & object): Channel {
  const known = [...world.channels.values()].find((channel) => channel.recipient?.id === recipient.id);
  return known ?? world.addChannel({ type: DIRECT_MESSAGE, guild: null, name: recipient.username, recipient });
}

/** The bot may rename and archive threads that it started; locking, and all others, need MANAGE_THREADS. */
function patchThread(world: World, channel: Channel, change: z.infer<typeof channelPatchBody>): void {
  const { thread } = channel;
  if (thread === null) throw notInThisChannelType();
  demand(channel, world.bot.id);
  const manages = may(channel, world.bot.id, 'ManageThreads');
  const isOwn = thread.ownerId === world.bot.id;
  const touchesLock = typeof change.locked === 'boolean' && change.locked !== thread.locked;
  if (!manages && (!isOwn || touchesLock || thread.locked)) throw missingPermissions();
  if (thread.archived && change.archived !== false) throw threadArchived();
  channel.name = change.name ?? channel.name;
  changeThread(world, channel, {
    archived: change.archived ?? undefined,
    locked: change.locked ?? undefined,
    minutes: change.auto_archive_duration ?? undefined,
  });
}
