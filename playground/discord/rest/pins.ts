import { notOnSystemMessage, pinsFull, threadArchived } from '../errors.ts';
import { putMessage, tellMessage, tellPins } from '../messages.ts';
import { demand, may } from '../permissions.ts';
import type { Channel, Message, User, World } from '../state.ts';
import { messageJson, PINNED_NOTICE, WRITTEN } from '../wire.ts';
import { findChannel, limitOf, nothing, type Rest, type RestOptions } from './context.ts';
import { openMessage } from './messages.ts';

const MOST_PINS = 250;
const PINS_PER_PAGE = 50;

/** Pins as they are since 2026: PIN_MESSAGES permits them, MANAGE_MESSAGES does not. */
export function addPinRoutes(api: Rest, { world, viewer }: RestOptions): void {
  api.get('/channels/:channel/messages/pins', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    const limit = limitOf(c.req.query('limit'), PINS_PER_PAGE, PINS_PER_PAGE);
    const before = c.req.query('before');
    const pins = may(channel, world.bot.id, 'ReadMessageHistory') ? newestFirst(channel) : [];
    const rest = before === undefined ? pins : pins.filter(({ at }) => Date.parse(at) < Date.parse(before));
    const items = rest.slice(0, limit).map(({ at, message }) => ({
      pinned_at: at,
      message: messageJson(world, message, viewer),
    }));
    return c.json({ items, has_more: rest.length > limit });
  });

  api.put('/channels/:channel/messages/pins/:message', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demandToPin(world, channel);
    pin(world, channel, openMessage(channel, c.req.param('message')), world.bot);
    return nothing();
  });

  api.delete('/channels/:channel/messages/pins/:message', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demandToPin(world, channel);
    unpin(world, channel, openMessage(channel, c.req.param('message')));
    return nothing();
  });
}

/** Pins a message; one that is pinned stays as it is. @throws DiscordError 50021, 30003 */
export function pin(world: World, channel: Channel, message: Message, by: User): void {
  if (channel.pins.has(message.id)) return;
  if (!WRITTEN.has(message.type)) throw notOnSystemMessage();
  if (channel.pins.size >= MOST_PINS) throw pinsFull();
  channel.pins.set(message.id, momentAfter([...channel.pins.values()].at(-1)));
  tellMessage(world, channel, 'MESSAGE_UPDATE', message);
  tellPins(world, channel);
  noticeOfPin(world, channel, message, by);
}

export function unpin(world: World, channel: Channel, message: Message): void {
  if (!channel.pins.delete(message.id)) return;
  tellMessage(world, channel, 'MESSAGE_UPDATE', message);
  tellPins(world, channel);
}

function demandToPin(world: World, channel: Channel): void {
  demand(channel, world.bot.id, 'PinMessages', 'ReadMessageHistory');
  if (channel.thread?.archived === true) throw threadArchived();
}

function newestFirst(channel: Channel): { at: string; message: Message }[] {
  return [...channel.pins].reverse().flatMap(([id, at]) => {
    const message = channel.messages.get(id);
    return message === undefined ? [] : [{ at, message }];
  });
}

/** Pages are cut at these times, so no two pins of a channel share one. */
function momentAfter(last: string | undefined): string {
  return new Date(Math.max(Date.now(), last === undefined ? 0 : Date.parse(last) + 1)).toISOString();
}

/** "… pinned a message to this channel", a message of the system without words. */
function noticeOfPin(world: World, channel: Channel, message: Message, by: User): void {
  putMessage(world, channel, by, {
    type: PINNED_NOTICE,
    message_reference: { type: 0, channel_id: channel.id, message_id: message.id },
  });
}
