import type { Component } from './bodies.ts';

/** A Discord id: digits, larger for later things. */
export type Snowflake = string;

/** As on the wire. */
export interface User {
  readonly id: Snowflake;
  readonly username: string;
  readonly discriminator: '0';
  readonly global_name: string;
  readonly avatar: null;
  readonly bot: boolean;
}

export interface Role {
  readonly id: Snowflake;
  readonly name: string;
  readonly position: number;
  permissions: bigint;
}

export interface Member {
  readonly user: User;
  readonly joinedAt: string;
  readonly roles: Set<Snowflake>;
}

export interface Guild {
  readonly id: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  /** The first is @everyone, whose id is the guild's. */
  readonly roles: Map<Snowflake, Role>;
  readonly members: Map<Snowflake, Member>;
}

/** What a channel changes about the permissions of one role (type 0) or member (type 1). */
export interface Overwrite {
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Thread {
  readonly parent: Channel;
  readonly ownerId: Snowflake;
  readonly createdAt: string;
  readonly memberIds: Set<Snowflake>;
  archived: boolean;
  locked: boolean;
  archivedChangedAt: string;
  autoArchiveMinutes: number;
}

export interface Channel {
  readonly id: Snowflake;
  readonly type: number;
  /** Null in a direct message. */
  readonly guild: Guild | null;
  /** The other person of a direct message. */
  readonly recipient: User | null;
  readonly thread: Thread | null;
  name: string;
  /** By the id of the role or the user. */
  readonly overwrites: Map<Snowflake, Overwrite>;
  /** In the order in which they were sent. */
  readonly messages: Map<Snowflake, Message>;
  /** When each pinned message was pinned, by the message's id. */
  readonly pins: Map<Snowflake, string>;
}

export interface MessageReference {
  readonly type: 0;
  readonly channel_id: Snowflake;
  /** Absent where a whole thread is meant. */
  readonly message_id?: Snowflake;
  readonly guild_id?: Snowflake;
}

/** Which interaction a message answers. */
export interface InteractionMetadata {
  readonly id: Snowflake;
  readonly type: number;
  readonly user: User;
  /** The server that the bot was added to (key 0: added to a server), "0" in a direct message. */
  readonly authorizing_integration_owners: { readonly 0: Snowflake };
}

/** One state of a message; an edit makes a new one. The names are those of the wire. */
export interface Message {
  readonly id: Snowflake;
  readonly channel_id: Snowflake;
  readonly author: User;
  readonly type: number;
  readonly content: string;
  readonly components: readonly Component[];
  readonly embeds: readonly unknown[];
  readonly flags: number;
  /** Whom the message pings, not whom it names. */
  readonly mentions: readonly User[];
  readonly mention_everyone: boolean;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly message_reference?: MessageReference;
  readonly interaction_metadata?: InteractionMetadata;
  /** What the sender allowed it to ping. It does not go back over the wire. */
  readonly allowed_mentions: unknown;
  /** The one person who sees a hidden answer; null: everybody. It does not go back over the wire. */
  readonly visible_to: Snowflake | null;
}

/** A slash or message command as the bot registered it. */
export interface Command {
  readonly id: Snowflake;
  readonly type: number;
  readonly name: string;
  readonly options: readonly CommandOption[];
  readonly contexts: readonly number[] | null;
  readonly default_member_permissions: string | null;
  readonly registered: Readonly<Record<string, unknown>>;
}

export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly max_length?: number | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined;
  readonly options?: readonly CommandOption[] | undefined;
}

/** Who looks at a message. Without Message Content a bot sees only what is its own or addressed to it. */
export interface Viewer {
  readonly readsContent: boolean;
}

/** Something that the gateway tells the bot, if it asked for one of `intents` (0: always, NOT_ON_THE_WIRE: never) and sees the channel. */
export interface WorldEvent {
  readonly name: string;
  readonly intents: number;
  readonly channel: Channel | null;
  readonly data: (viewer: Viewer) => object;
}

/** In place of intents: an event for those who wait in this process. No bot can ask for it. */
export const NOT_ON_THE_WIRE = -1;

/** An event that only says that something is no longer as it was. */
export function stateChange(name: string): WorldEvent {
  return { name, intents: NOT_ON_THE_WIRE, channel: null, data: () => ({}) };
}

const DISCORD_EPOCH = 1_420_070_400_000n;

/** Everything that the local Discord knows, and who is told when it changes. */
export class World {
  readonly bot: User;
  /** What the developer portal says of the bot: whether it may ask for Message Content. */
  applicationFlags = 0;
  readonly guilds = new Map<Snowflake, Guild>();
  /** Threads and direct messages among them. */
  readonly channels = new Map<Snowflake, Channel>();
  readonly users = new Map<Snowflake, User>();
  commands: readonly Command[] = [];
  readonly #listeners = new Set<(event: WorldEvent) => void>();
  #lastId = 0n;

  constructor(botName: string) {
    this.bot = this.addUser(botName, true);
  }

  /** A new id. Ids carry the time in their upper bits and never repeat. */
  newId(): Snowflake {
    const now = (BigInt(Date.now()) - DISCORD_EPOCH) << 22n;
    this.#lastId = now > this.#lastId ? now : this.#lastId + 1n;
    return this.#lastId.toString();
  }

  addUser(name: string, bot = false): User {
    const user: User = {
      id: this.newId(),
      username: name,
      discriminator: '0',
      global_name: name,
      avatar: null,
      bot,
    };
    this.users.set(user.id, user);
    return user;
  }

  addChannel(parts: Pick<Channel, 'type' | 'guild' | 'name'> & Partial<Channel>): Channel {
    const channel: Channel = {
      id: this.newId(),
      recipient: null,
      thread: null,
      overwrites: new Map(),
      messages: new Map(),
      pins: new Map(),
      ...parts,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** @returns a function that stops listening */
  listen(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The channel that lends a thread its permissions, or the channel itself. */
export function permissionChannel(channel: Channel): Channel {
  return channel.thread?.parent ?? channel;
}
