import { messageBody, type MessageBody } from '../bodies.ts';
import { missingAccess, notTheAuthor, threadArchived, threadLocked, unknownMessage } from '../errors.ts';
import { createMessage, deleteMessage, editMessage, EPHEMERAL, findMessage } from '../messages.ts';
import { demand, may } from '../permissions.ts';
import type { Channel, Message, World } from '../state.ts';
import { messageJson } from '../wire.ts';
import { findChannel, limitOf, nothing, read, type Rest, type RestOptions } from './context.ts';

const MOST_MESSAGES = 100;
const USUAL_MESSAGES = 50;

export function addMessageRoutes(api: Rest, { world, viewer }: RestOptions): void {
  /** What the bot has sent with a nonce that Discord holds it to. */
  const byNonce = new Map<string | number, Message>();

  api.get('/channels/:channel/messages', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    const page = may(channel, world.bot.id, 'ReadMessageHistory') ? pageOf(channel, c.req.query()) : [];
    return c.json(page.map((message) => messageJson(world, message, viewer)));
  });

  api.get('/channels/:channel/messages/:message', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    if (!may(channel, world.bot.id, 'ReadMessageHistory')) throw missingAccess();
    return c.json(messageJson(world, openMessage(channel, c.req.param('message')), viewer));
  });

  api.post('/channels/:channel/messages', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demandToSend(world, channel);
    const body = openBody(read(c, messageBody));
    const nonce = body.enforce_nonce === true ? (body.nonce ?? null) : null;
    const sent = nonce === null ? undefined : byNonce.get(nonce);
    const message = sent ?? createMessage(world, channel, world.bot, body);
    if (nonce !== null) byNonce.set(nonce, message);
    return c.json(messageJson(world, message, viewer));
  });

  api.patch('/channels/:channel/messages/:message', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    const message = openMessage(channel, c.req.param('message'));
    if (message.author.id !== world.bot.id) throw notTheAuthor();
    if (channel.thread?.archived === true) throw threadArchived();
    return c.json(messageJson(world, editMessage(world, message, read(c, messageBody)), viewer));
  });

  api.delete('/channels/:channel/messages/:message', (c) => {
    const channel = findChannel(world, c.req.param('channel'));
    demand(channel, world.bot.id);
    const message = openMessage(channel, c.req.param('message'));
    if (message.author.id !== world.bot.id) demand(channel, world.bot.id, 'ManageMessages');
    if (channel.thread?.archived === true) throw threadArchived();
    deleteMessage(world, message);
    return nothing();
  });
}

/** Only the answer to an interaction can be hidden. */
function openBody(body: MessageBody): MessageBody {
  return { ...body, flags: (body.flags ?? 0) & ~EPHEMERAL };
}

/** Threads have a permission of their own for sending; a locked one takes messages of its managers only. */
function demandToSend(world: World, channel: Channel): void {
  demand(channel, world.bot.id, channel.thread === null ? 'SendMessages' : 'SendMessagesInThreads');
  if (channel.thread?.locked === true && !may(channel, world.bot.id, 'ManageThreads')) throw threadLocked();
}

/** A message that stands in the channel for everybody; hidden answers do not. */
export function openMessage(channel: Channel, id: string): Message {
  const message = findMessage(channel, id);
  if (message.visible_to !== null) throw unknownMessage();
  return message;
}

/** Newest first; `after` gives the oldest of those that follow, as Discord does. */
function pageOf(channel: Channel, query: Readonly<Record<string, string>>): Message[] {
  const { before, after, around } = query;
  const limit = limitOf(query['limit'], USUAL_MESSAGES, MOST_MESSAGES);
  const open = [...channel.messages.values()].filter((message) => message.visible_to === null);
  const id = (message: Message) => BigInt(message.id);
  if (after !== undefined)
    return open
      .filter((message) => id(message) > BigInt(after))
      .slice(0, limit)
      .reverse();
  if (around !== undefined) {
    const older = open.filter((message) => id(message) < BigInt(around)).slice(-Math.floor(limit / 2));
    const rest = open.filter((message) => id(message) >= BigInt(around)).slice(0, limit - older.length);
    return [...older, ...rest].reverse();
  }
  const older = before === undefined ? open : open.filter((message) => id(message) < BigInt(before));
  return older.slice(-limit).reverse();
}
