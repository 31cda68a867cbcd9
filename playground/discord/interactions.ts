import { randomBytes } from 'node:crypto';
import type { CallbackBody, Choice, MessageBody, Modal } from './bodies.ts';
import { alreadyAcknowledged, invalidToken, unknownInteraction, unknownMessage } from './errors.ts';
import { createMessage, deleteMessage, editMessage, EPHEMERAL, findMessage, LOADING, putMessage } from './messages.ts';
import { permissionsIn } from './permissions.ts';
import type { Channel, Message, Snowflake, User, World } from './state.ts';
import {
  bareMemberJson,
  COMMAND_ANSWER,
  DIRECT_MESSAGE,
  interactionChannelJson,
  MESSAGE_COMMAND_ANSWER,
  messageJson,
  REPLY,
} from './wire.ts';

/** A bot has to answer within 3 s, and may then edit and add for 15 minutes. */
const TO_ANSWER_MS = 3000;
const TOKEN_LASTS_MS = 15 * 60_000;

/** Interaction types. */
export const COMMAND = 2;
export const COMPONENT = 3;
export const AUTOCOMPLETE = 4;
export const MODAL_SUBMIT = 5;

/** What came of an interaction: what the person sees next. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'deleted'; readonly message: Message }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: Modal; readonly interaction: Interaction };

/** Something a person did that the bot has to answer. */
export interface Interaction {
  readonly id: Snowflake;
  readonly token: string;
  readonly type: number;
  readonly user: User;
  readonly channel: Channel;
  readonly data: object;
  /** The message whose button, select or form it was. */
  readonly source: Message | null;
  /** Whether it is a message command. */
  readonly isOnMessage: boolean;
  readonly startedAt: number;
  readonly outcomes: Outcome[];
  /** The type of the first answer; null while there is none. */
  acknowledged: CallbackBody['type'] | null;
  /** The message that `@original` means. */
  originalId: Snowflake | null;
}

/** The interactions that the bot can still answer, by their tokens. */
export class Interactions {
  readonly #world: World;
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World) {
    this.#world = world;
    world.listen((event) => {
      if (event.name === 'MESSAGE_DELETE') this.#noteDeletions(event.channel);
    });
  }

  /** Tells the bot what a person did. */
  start(
    parts: Pick<Interaction, 'type' | 'user' | 'channel' | 'data'> &
      Partial<Pick<Interaction, 'source' | 'isOnMessage'>>,
  ): Interaction {
    this.#forgetOld();
    const interaction: Interaction = {
      source: null,
      isOnMessage: false,
      ...parts,
      id: this.#world.newId(),
      token: randomBytes(24).toString('base64url'),
      startedAt: Date.now(),
      outcomes: [],
      acknowledged: null,
      originalId: null,
    };
    this.#byToken.set(interaction.token, interaction);
    this.#world.tell({
      name: 'INTERACTION_CREATE',
      intents: 0,
      channel: null,
      data: () => interactionJson(this.#world, interaction),
    });
    return interaction;
  }

  /**
   * Takes the bot's first answer.
   *
   * @returns the message it made or changed
   * @throws DiscordError 10062 when it comes too late, 40060 when it is not the first
   */
  answer(id: Snowflake, token: string, body: CallbackBody): Message | null {
    const interaction = this.#byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    if (interaction.acknowledged !== null) throw alreadyAcknowledged();
    if (Date.now() - interaction.startedAt > TO_ANSWER_MS) throw unknownInteraction();
    const message = this.#takeAnswer(interaction, body);
    interaction.acknowledged = body.type;
    return message;
  }

  #takeAnswer(interaction: Interaction, body: CallbackBody): Message | null {
    switch (body.type) {
      case 4:
        return this.#send(interaction, body.data);
      case 5:
        return this.#sayThinking(interaction, (body.data?.flags ?? 0) & EPHEMERAL);
      case 6:
        interaction.originalId = interaction.source?.id ?? null;
        return null;
      case 7:
        interaction.originalId = interaction.source?.id ?? null;
        return this.edit(interaction, '@original', body.data);
      case 8:
        interaction.outcomes.push({ kind: 'choices', choices: body.data.choices });
        return null;
      case 9:
        interaction.outcomes.push({ kind: 'modal', modal: body.data, interaction });
        return null;
    }
  }

  /** @throws DiscordError 50027 for a token that nobody has, or that has run out */
  byToken(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.acknowledged === null || isOld(interaction)) throw invalidToken();
    return interaction;
  }

  #forgetOld(): void {
    for (const [token, interaction] of this.#byToken) {
      if (!isOld(interaction)) return;
      this.#byToken.delete(token);
    }
  }

  /** A further message; after "is thinking" the first one is the answer itself. */
  followUp(interaction: Interaction, body: MessageBody): Message {
    const original = interaction.channel.messages.get(interaction.originalId ?? '');
    const isThinking = original !== undefined && (original.flags & LOADING) !== 0;
    return isThinking ? this.edit(interaction, '@original', body) : this.#send(interaction, body);
  }

  find(interaction: Interaction, id: string): Message {
    const message = findMessage(interaction.channel, id === '@original' ? (interaction.originalId ?? '') : id);
    const isOwn = message.interaction_metadata?.id === interaction.id || message.id === interaction.originalId;
    if (!isOwn) throw unknownMessage();
    return message;
  }

  edit(interaction: Interaction, id: string, body: MessageBody): Message {
    const message = editMessage(this.#world, this.find(interaction, id), body);
    interaction.outcomes.push({ kind: 'message', message });
    return message;
  }

  delete(interaction: Interaction, id: string): void {
    const message = this.find(interaction, id);
    interaction.outcomes.push({ kind: 'deleted', message });
    deleteMessage(this.#world, message);
  }

  #send(interaction: Interaction, body: MessageBody): Message {
    const isHidden = ((body.flags ?? 0) & EPHEMERAL) !== 0;
    const circumstances = this.#circumstances(interaction, isHidden);
    const message = createMessage(this.#world, interaction.channel, this.#world.bot, body, circumstances);
    interaction.originalId ??= message.id;
    interaction.outcomes.push({ kind: 'message', message });
    return message;
  }

  /** "Verbatim is thinking …", a message that waits for its words. */
  #sayThinking(interaction: Interaction, hidden: number): Message {
    const message = putMessage(this.#world, interaction.channel, this.#world.bot, {
      flags: LOADING | hidden,
      ...this.#circumstances(interaction, hidden !== 0),
    });
    interaction.originalId = message.id;
    return message;
  }

  /** The first answer shows what it answers; what follows replies to it. */
  #circumstances(interaction: Interaction, isHidden: boolean) {
    const { id, type, user, channel, source, originalId, isOnMessage } = interaction;
    const metadata = { id, type, user, authorizing_integration_owners: ownersOf(channel) };
    const shared = { interaction_metadata: metadata, visible_to: isHidden ? user.id : null };
    const repliedTo = originalId ?? (type === COMMAND ? null : (source?.id ?? null));
    if (repliedTo === null) return { ...shared, type: isOnMessage ? MESSAGE_COMMAND_ANSWER : COMMAND_ANSWER };
    const reference = { type: 0, channel_id: channel.id, message_id: repliedTo } as const;
    return { ...shared, type: REPLY, message_reference: reference };
  }

  /** A press that deletes its own message, by whatever route, has come to its end. */
  #noteDeletions(channel: Channel | null): void {
    for (const interaction of this.#byToken.values()) {
      const { source, outcomes } = interaction;
      if (source === null || outcomes.length > 0 || interaction.channel !== channel) continue;
      if (!channel.messages.has(source.id)) outcomes.push({ kind: 'deleted', message: source });
    }
  }
}

function ownersOf(channel: Channel): { 0: Snowflake } {
  return { 0: channel.guild?.id ?? '0' };
}

function isOld({ startedAt }: Interaction): boolean {
  return Date.now() - startedAt > TOKEN_LASTS_MS;
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function interactionJson(world: World, interaction: Interaction): object {
  const { id, token, type, user, channel, data, source } = interaction;
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  const permissions = permissionsIn(channel, user.id).toString();
  return {
    id,
    token,
    type,
    data,
    version: 1,
    application_id: world.bot.id,
    channel_id: channel.id,
    channel: interactionChannelJson(channel, user),
    app_permissions: permissionsIn(channel, world.bot.id).toString(),
    locale: 'en-US',
    entitlements: [],
    attachment_size_limit: 10_485_760,
    context: channel.type === DIRECT_MESSAGE ? 1 : 0,
    authorizing_integration_owners: ownersOf(channel),
    ...(guild === null
      ? { user }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: 'en-US', features: [] },
          guild_locale: 'en-US',
          member: member && { ...bareMemberJson(member), user, permissions },
        }),
    ...(source !== null && { message: messageJson(world, source, { readsContent: true }) }),
  };
}
