import { randomBytes } from 'node:crypto';
import type { CallbackBody, Choice, MessageBody, Modal } from './bodies.ts';
import { alreadyAcknowledged, DiscordError, unknownInteraction, unknownMessage, unknownWebhook } from './errors.ts';
import { createMessage, deleteMessage, editMessage, EPHEMERAL, findMessage } from './messages.ts';
import { permissionsIn } from './permissions.ts';
import type { Channel, Message, Snowflake, User, World } from './state.ts';
import { bareMemberJson, COMMAND_ANSWER, DIRECT_MESSAGE, interactionChannelJson, messageJson, NORMAL } from './wire.ts';

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
  readonly startedAt: number;
  readonly outcomes: Outcome[];
  /** The type of the first answer; null while there is none. */
  acknowledged: CallbackBody['type'] | null;
  /** Whether the deferred answer was announced as hidden. */
  deferredFlags: number;
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
  start(parts: Pick<Interaction, 'type' | 'user' | 'channel' | 'data' | 'source'>): Interaction {
    const interaction: Interaction = {
      ...parts,
      id: this.#world.newId(),
      token: randomBytes(24).toString('base64url'),
      startedAt: Date.now(),
      outcomes: [],
      acknowledged: null,
      deferredFlags: 0,
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
        interaction.deferredFlags = (body.data?.flags ?? 0) & EPHEMERAL;
        return null;
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

  /** @throws DiscordError 10015 for a token nobody has, 50027 for one that has run out */
  byToken(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.acknowledged === null) throw unknownWebhook();
    if (Date.now() - interaction.startedAt > TOKEN_LASTS_MS) {
      throw new DiscordError(401, 50027, 'Invalid Webhook Token');
    }
    return interaction;
  }

  /** A further message; after "is thinking" the first one is the answer itself. */
  followUp(interaction: Interaction, body: MessageBody): Message {
    const isAnswer = interaction.acknowledged === 5 && interaction.originalId === null;
    const flags = isAnswer ? { flags: (body.flags ?? 0) | interaction.deferredFlags } : {};
    return this.#send(interaction, { ...body, ...flags });
  }

  find(interaction: Interaction, id: string): Message {
    const message = findMessage(interaction.channel, id === '@original' ? (interaction.originalId ?? '') : id);
    const isOwn = message.interaction_metadata?.id === interaction.id || message.id === interaction.originalId;
    if (!isOwn) throw unknownMessage();
    return message;
  }

  edit(interaction: Interaction, id: string, body: MessageBody): Message {
    const isDeferred = id === '@original' && interaction.acknowledged === 5 && interaction.originalId === null;
    if (isDeferred) return this.followUp(interaction, body);
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
    const { id, type, user, channel } = interaction;
    const isFirst = interaction.originalId === null;
    const message = createMessage(this.#world, channel, this.#world.bot, body, {
      type: isFirst && type === COMMAND ? COMMAND_ANSWER : NORMAL,
      interaction_metadata: { id, type, user },
      visible_to: ((body.flags ?? 0) & EPHEMERAL) === 0 ? null : user.id,
    });
    interaction.originalId ??= message.id;
    interaction.outcomes.push({ kind: 'message', message });
    return message;
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
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
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
