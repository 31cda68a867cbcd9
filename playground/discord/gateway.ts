import { randomUUID } from 'node:crypto';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { sees } from './permissions.ts';
import { NOT_ON_THE_WIRE, stateChange, type Channel, type World, type WorldEvent } from './state.ts';
import { guildCreateJson } from './wire.ts';

/** Close codes. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
const CLOSE = {
  unknownError: 4000,
  decodeError: 4002,
  authenticationFailed: 4004,
  disallowedIntents: 4014,
} as const;

/** Discord's own is 41,250; nothing here is far enough away to need it, but a test may want it shorter. */
const HEARTBEAT_MS = 41_250;
/** Events kept for a bot that lost its connection. */
const MOST_MISSED = 1000;

const PRIVILEGED = {
  GuildMembers: GatewayIntentBits.GuildMembers,
  GuildPresences: GatewayIntentBits.GuildPresences,
  MessageContent: GatewayIntentBits.MessageContent,
} as const;

export type PrivilegedIntent = keyof typeof PRIVILEGED;

const received = z.discriminatedUnion('op', [
  z.looseObject({ op: z.literal(GatewayOpcodes.Heartbeat) }),
  z.looseObject({
    op: z.literal(GatewayOpcodes.Identify),
    d: z.looseObject({ token: z.string(), intents: z.number() }),
  }),
  z.looseObject({
    op: z.literal(GatewayOpcodes.Resume),
    d: z.looseObject({ token: z.string(), session_id: z.string(), seq: z.number() }),
  }),
  z.looseObject({ op: z.literal(GatewayOpcodes.PresenceUpdate) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.VoiceStateUpdate) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.RequestGuildMembers) }),
]);

interface Dispatch {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: object;
}

/** What the gateway remembers of a bot, connected or about to come back. */
interface Session {
  readonly id: string;
  readonly intents: number;
  readonly sent: Dispatch[];
  seq: number;
  socket: WebSocket | null;
}

interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  /** Those that the application may ask for, as the developer portal lists them. */
  readonly privilegedIntents: readonly PrivilegedIntent[];
  readonly url: () => string;
}

/** Discord's gateway: JSON, uncompressed, one shard. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();
  /** Answers the next IDENTIFY with this close code. */
  closeNextWith: number | null = null;
  identified = 0;
  resumed = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
    options.world.listen((event) => {
      for (const session of this.#sessions.values()) this.#forward(session, event);
    });
  }

  /** Whether a bot is connected and knows its guilds. */
  get isConnected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket !== null);
  }

  /** Cuts every connection; a bot may come back and resume. */
  drop(code: number = CLOSE.unknownError): void {
    for (const session of this.#sessions.values()) session.socket = null;
    for (const socket of this.#sockets) socket.close(code);
  }

  /** Greets a bot that has opened a connection. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('message', (data: Buffer) => {
      this.#receive(data.toString(), socket);
    });
    socket.on('close', () => {
      this.#sockets.delete(socket);
      for (const session of this.#sessions.values()) if (session.socket === socket) session.socket = null;
      this.#options.world.tell(stateChange('GATEWAY_CLOSED'));
    });
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_MS } });
  }

  /** Hangs up for good. */
  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #receive(data: string, socket: WebSocket): void {
    const message = received.safeParse(parseJson(data));
    if (!message.success) {
      socket.close(CLOSE.decodeError);
      return;
    }
    switch (message.data.op) {
      case GatewayOpcodes.Heartbeat:
        send(socket, { op: GatewayOpcodes.HeartbeatAck });
        break;
      case GatewayOpcodes.Identify:
        this.#identify(socket, message.data.d);
        break;
      case GatewayOpcodes.Resume:
        this.#resume(socket, message.data.d);
        break;
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        break;
    }
  }

  #identify(socket: WebSocket, { token, intents }: { readonly token: string; readonly intents: number }): void {
    const refusal = this.#refusal(token, intents);
    if (refusal !== null) {
      socket.close(refusal);
      return;
    }
    const { world, url } = this.#options;
    const session: Session = { id: randomUUID(), intents, sent: [], seq: 0, socket };
    this.#sessions.set(session.id, session);
    this.identified++;
    const guilds = [...world.guilds.values()];
    this.#dispatch(session, 'READY', {
      v: 10,
      user: world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.bot.id, flags: world.applicationFlags },
    });
    for (const guild of guilds) {
      const channels = [...world.channels.values()].filter((channel) => channel.guild === guild);
      const told = channels.filter((channel) => channel.thread === null || this.#sees(channel));
      this.#dispatch(session, 'GUILD_CREATE', guildCreateJson(guild, told));
    }
    world.tell(stateChange('GATEWAY_READY'));
  }

  #refusal(token: string, intents: number): number | null {
    const ordered = this.closeNextWith;
    this.closeNextWith = null;
    if (ordered !== null) return ordered;
    if (token !== this.#options.token) return CLOSE.authenticationFailed;
    const isAllowed = (name: PrivilegedIntent) => this.#options.privilegedIntents.includes(name);
    const asksTooMuch =
      ((intents & PRIVILEGED.GuildMembers) !== 0 && !isAllowed('GuildMembers')) ||
      ((intents & PRIVILEGED.GuildPresences) !== 0 && !isAllowed('GuildPresences')) ||
      ((intents & PRIVILEGED.MessageContent) !== 0 && !isAllowed('MessageContent'));
    return asksTooMuch ? CLOSE.disallowedIntents : null;
  }

  /** Sends again what a returning bot has missed, or tells it to identify anew. */
  #resume(
    socket: WebSocket,
    resume: { readonly token: string; readonly session_id: string; readonly seq: number },
  ): void {
    const session = this.#sessions.get(resume.session_id);
    if (session === undefined || resume.token !== this.#options.token) {
      send(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return;
    }
    session.socket = socket;
    this.resumed++;
    for (const missed of session.sent.filter(({ s }) => s > resume.seq)) send(socket, missed);
    this.#dispatch(session, 'RESUMED', {});
    this.#options.world.tell(stateChange('GATEWAY_READY'));
  }

  #forward(session: Session, event: WorldEvent): void {
    const { intents, channel } = event;
    if (intents === NOT_ON_THE_WIRE || (intents !== 0 && (session.intents & intents) === 0)) return;
    if (channel !== null && !this.#sees(channel)) return;
    const readsContent = (session.intents & PRIVILEGED.MessageContent) !== 0;
    this.#dispatch(session, event.name, event.data({ readsContent }));
  }

  #dispatch(session: Session, name: string, data: object): void {
    const dispatch: Dispatch = { op: 0, t: name, s: ++session.seq, d: data };
    session.sent.push(dispatch);
    if (session.sent.length > MOST_MISSED) session.sent.shift();
    if (session.socket !== null) send(session.socket, dispatch);
  }

  #sees(channel: Channel): boolean {
    return sees(channel, this.#options.world.bot.id);
  }
}

function send(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify({ s: null, t: null, d: null, ...payload }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
