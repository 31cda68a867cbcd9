import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { bodyChecker } from './body-schemas.ts';
import { Gateway, type PrivilegedIntent } from './gateway.ts';
import { Interactions } from './interactions.ts';
import { isFromHere } from './loopback.ts';
import { changeThread, deleteMessage, deleteThread, LOADING, tellChannel, textsIn } from './messages.ts';
import { People, type Acting } from './people.ts';
import { bits, type PermissionName } from './permissions.ts';
import { restApp } from './rest/app.ts';
import { directChannel } from './rest/channels.ts';
import { pin, unpin } from './rest/pins.ts';
import { startThread } from './rest/threads.ts';
import { seed, type Seed, type SeedOptions } from './seed.ts';
import type { Channel, Message, Overwrite, User, World } from './state.ts';
import { WireLog, type PlannedFailure, type Violation, type WireRequest } from './wire-log.ts';
import { GUILD_TEXT, PRIVATE_THREAD, PUBLIC_THREAD, roleJson, WRITTEN } from './wire.ts';

/** Discord's own description of its interface, where it lies beside the project. */
const OPEN_API = fileURLToPath(new URL('../../../shared/discord/openapi.json', import.meta.url));
const TOKEN = 'local.discord.token';

export interface LocalDiscordOptions extends SeedOptions {
  /** 0, when absent, is a free one. */
  readonly port?: number;
  /** The one that the bot has to show. */
  readonly token?: string;
  /** What the developer portal allows the bot to ask for; nothing when absent. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  /** How long people wait for the bot; 5 s when absent. */
  readonly patienceMs?: number;
  /** Discord's OpenAPI document; null: bodies are not held against it. */
  readonly openApi?: string | null;
}

/** Starts a Discord that listens on loopback only. It has one server, people and channels, and no bot yet. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = new LocalDiscord(options);
  await discord.listen(options.port ?? 0);
  return discord;
}

/** A running local Discord: what it knows, what crossed its wire, and the people in it. */
export class LocalDiscord extends People {
  readonly token: string;
  readonly world: World;
  /** The server, people and channels that are there from the start. */
  readonly guild: Seed['guild'];
  readonly general: Channel;
  /** A member without special permissions. */
  readonly reader: User;
  /** A member who may pin, delete and manage threads. */
  readonly moderator: User;
  readonly gateway: Gateway;
  readonly #log: WireLog;
  readonly #server: Server;
  #port = 0;

  constructor(options: LocalDiscordOptions) {
    const seeded = seed(options);
    const { world, guild, general, reader, moderator } = seeded;
    const token = options.token ?? TOKEN;
    const privilegedIntents = options.privilegedIntents ?? [];
    if (privilegedIntents.includes('MessageContent')) {
      world.applicationFlags = ApplicationFlags.GatewayMessageContentLimited;
    }
    const interactions = new Interactions(world);
    const gateway = new Gateway({ world, token, privilegedIntents, url: () => this.#gatewayUrl() });
    const log = new WireLog();
    super({
      world,
      interactions,
      gateway,
      log,
      usual: { as: reader, channel: general },
      patienceMs: options.patienceMs,
    });
    this.token = token;
    this.world = world;
    this.guild = guild;
    this.general = general;
    this.reader = reader;
    this.moderator = moderator;
    this.gateway = gateway;
    this.#log = log;
    const openApi = options.openApi === undefined ? OPEN_API : options.openApi;
    const app = restApp({
      world,
      interactions,
      log,
      token,
      viewer: { readsContent: privilegedIntents.includes('MessageContent') },
      gatewayUrl: () => this.#gatewayUrl(),
      checkBody: openApi === null ? null : bodyChecker(openApi),
    });
    const listener = getRequestListener(app.fetch);
    this.#server = createServer((request, response) => void listener(request, response));
    this.#acceptBots();
  }

  /** The value for DISCORD_API_URL. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** What the bot has asked so far, in the order in which it was answered. */
  get requests(): readonly WireRequest[] {
    return this.#log.requests;
  }

  /** Bodies that break Discord's rules. A test expects none. */
  get violations(): readonly Violation[] {
    return this.#log.violations;
  }

  /** How long each request waits for its answer. */
  set latencyMs(milliseconds: number) {
    this.#log.latencyMs = milliseconds;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
  }

  /** Hangs up and stops listening. */
  async close(): Promise<void> {
    this.gateway.close();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Waits until a bot is connected. */
  async connected(patienceMs?: number): Promise<void> {
    await this.until(() => (this.gateway.isConnected ? true : undefined), 'a bot to connect', patienceMs);
  }

  /** Waits until no bot is connected, as after a bot's process has ended. */
  async disconnected(patienceMs?: number): Promise<void> {
    await this.until(() => (this.gateway.isConnected ? undefined : true), 'the bot to hang up', patienceMs);
  }

  /** The requests to paths that match, with this method. */
  requestsTo(method: string, path: RegExp): readonly WireRequest[] {
    return this.requests.filter((request) => request.method === method && path.test(request.path));
  }

  /** Lets the next request that fits fail in this way. */
  failNext(failure: PlannedFailure): void {
    this.#log.failures.push(failure);
  }

  addPerson(name: string, permissions: readonly PermissionName[] = []): User {
    const user = this.world.addUser(name);
    const role = { id: this.world.newId(), name: `${name}'s role`, position: 1, permissions: bits(permissions) };
    this.guild.roles.set(role.id, role);
    this.guild.members.set(user.id, { user, joinedAt: new Date().toISOString(), roles: new Set([role.id]) });
    return user;
  }

  /** Gives a person, or the bot, these permissions beside everybody's, in place of those their role gave so far. */
  setRole(user: User, permissions: readonly PermissionName[]): void {
    const role = [...(this.guild.members.get(user.id)?.roles ?? [])].flatMap((id) => this.guild.roles.get(id) ?? [])[0];
    if (role === undefined) throw new Error(`${user.username} has no role of their own`);
    role.permissions = bits(permissions);
    this.world.tell({
      name: 'GUILD_ROLE_UPDATE',
      intents: GatewayIntentBits.Guilds,
      channel: null,
      data: () => ({ guild_id: this.guild.id, role: roleJson(role) }),
    });
  }

  addChannel(name: string, type: number = GUILD_TEXT): Channel {
    const channel = this.world.addChannel({ type, guild: this.guild, name });
    tellChannel(this.world, channel, 'CHANNEL_CREATE');
    return channel;
  }

  /** Changes what one channel allows and denies to a person, the bot included, or to everyone. */
  setPermissions(
    channel: Channel,
    whom: User | 'everyone',
    change: { readonly allow?: readonly PermissionName[]; readonly deny?: readonly PermissionName[] },
  ): void {
    const target = whom === 'everyone' ? this.guild.id : whom.id;
    const overwrite: Overwrite = {
      type: whom === 'everyone' ? 0 : 1,
      allow: bits(change.allow ?? []),
      deny: bits(change.deny ?? []),
    };
    channel.overwrites.set(target, overwrite);
    tellChannel(this.world, channel, 'CHANNEL_UPDATE');
  }

  directMessages(person: User = this.reader): Channel {
    return directChannel(this.world, person);
  }

  /** The thread that hangs on a message, if there is one. */
  threadOn(message: Message): Channel | undefined {
    return this.world.channels.get(message.id);
  }

  threadsIn(channel: Channel): readonly Channel[] {
    return [...this.world.channels.values()].filter(({ thread }) => thread?.parent === channel);
  }

  startThread(name: string, acting: Acting & { readonly on?: Message; readonly isPrivate?: boolean } = {}): Channel {
    const { as: owner = this.reader, channel = this.general, on: message = null, isPrivate = false } = acting;
    const type = isPrivate ? PRIVATE_THREAD : PUBLIC_THREAD;
    return startThread(this.world, channel, owner, { name, message, minutes: null, type });
  }

  /** Deletes a thread, as somebody who may. The message that it hung on keeps its mark. */
  deleteThread(thread: Channel): void {
    deleteThread(this.world, thread);
  }

  /** Locks, archives or opens a thread again. */
  changeThread(thread: Channel, change: { readonly archived?: boolean; readonly locked?: boolean }): void {
    changeThread(this.world, thread, change);
  }

  /** What stands in a channel for `as`, oldest first, hidden answers to them included. */
  messagesIn(channel: Channel = this.general, as: User = this.reader): readonly Message[] {
    return [...channel.messages.values()].filter(({ visible_to: who }) => who === null || who === as.id);
  }

  /** Waits for the next message of the bot in a channel, from now on. */
  async nextMessage(
    channel: Channel = this.general,
    fits: (message: Message) => boolean = () => true,
  ): Promise<Message> {
    const before = new Set(channel.messages.keys());
    const isNew = ({ id, author, type, flags }: Message) =>
      author.id === this.world.bot.id && !before.has(id) && WRITTEN.has(type) && (flags & LOADING) === 0;
    return this.until(
      () => [...channel.messages.values()].find((message) => isNew(message) && fits(message)),
      `a message of the bot in ${channel.name}`,
    );
  }

  /** A message as it is now; undefined when it is gone. */
  now(message: Message): Message | undefined {
    return this.world.channels.get(message.channel_id)?.messages.get(message.id);
  }

  /** Deletes a message, as somebody who may. */
  delete(message: Message): void {
    deleteMessage(this.world, message);
  }

  pin(message: Message, by: User = this.moderator): void {
    pin(this.world, this.#channelOf(message), message, by);
  }

  unpin(message: Message): void {
    unpin(this.world, this.#channelOf(message), message);
  }

  isPinned(message: Message): boolean {
    return this.#channelOf(message).pins.has(message.id);
  }

  #channelOf(message: Message): Channel {
    const channel = this.world.channels.get(message.channel_id);
    if (channel === undefined) throw new Error('The channel of the message is gone');
    return channel;
  }

  #acceptBots(): void {
    const webSockets = new WebSocketServer({ noServer: true });
    this.#server.on('upgrade', (request, socket, head) => {
      if (!isFromHere(request.headers)) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      webSockets.handleUpgrade(request, socket, head, (bot) => {
        this.gateway.accept(bot);
      });
    });
  }

  #gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}/gateway`;
  }
}

/** The text that pings somebody. */
export function mention(user: User): string {
  return `<@${user.id}>`;
}

/** The lines that a person reads on a card or in a message, in order. */
export function textsOf(message: Message): readonly string[] {
  return [message.content, ...textsIn(message.components)]
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '');
}

export type { OpenModal } from './people.ts';
export type { Channel, Message, User } from './state.ts';
