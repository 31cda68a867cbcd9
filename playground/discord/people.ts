import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Choice, Component, Modal } from './bodies.ts';
import { CHAT_INPUT, commandData, messageCommandData, ON_MESSAGE, type OptionValues } from './command-data.ts';
import { ACTION_ROW, BUTTON, flatten } from './component-rules.ts';
import type { Gateway } from './gateway.ts';
import {
  AUTOCOMPLETE,
  COMMAND,
  COMPONENT,
  MODAL_SUBMIT,
  type Interaction,
  type Interactions,
  type Outcome,
} from './interactions.ts';
import { createMessage } from './messages.ts';
import { may, permissionsIn } from './permissions.ts';
import type { Channel, Command, Message, User, World } from './state.ts';
import type { WireLog } from './wire-log.ts';

/** Who acts, and where. */
export interface Acting {
  readonly as?: User;
  readonly channel?: Channel;
}

/** How long the bot has before a person gives up. Discord gives it 3 s to acknowledge. */
const PATIENCE_MS = 5000;
const LABEL = 18;
const TEXT_INPUT = 4;

/** A form in front of a person, ready to be filled in. */
export interface OpenModal extends Modal {
  readonly openedBy: Interaction;
}

export interface PeopleOptions {
  readonly world: World;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
  readonly log: WireLog;
  /** Who acts where when an action does not say. */
  readonly usual: Required<Acting>;
  /** How long they wait for the bot. */
  readonly patienceMs?: number | undefined;
}

/** What people do in front of their screens. Each action resolves to what the bot shows them next. */
export class People {
  readonly #world: World;
  readonly #interactions: Interactions;
  readonly #gateway: Gateway;
  readonly #log: WireLog;
  readonly #usual: Required<Acting>;
  readonly #patienceMs: number;

  constructor(options: PeopleOptions) {
    this.#world = options.world;
    this.#interactions = options.interactions;
    this.#gateway = options.gateway;
    this.#log = options.log;
    this.#usual = options.usual;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  /**
   * Sends a slash command: `use('who-said', { text: 'pouring in' })`. A
   * subcommand stands after its command: `use('article add', …)`.
   */
  async use(name: string, values: OptionValues = {}, acting: Acting = {}): Promise<Message> {
    return shown(await this.#settle(await this.#command(COMMAND, name, values, null, acting), `/${name}`));
  }

  /** Sends a slash command that answers with a form. */
  async useForModal(name: string, values: OptionValues = {}, acting: Acting = {}): Promise<OpenModal> {
    return opened(await this.#settle(await this.#command(COMMAND, name, values, null, acting), `/${name}`));
  }

  /** What is suggested while `value` stands in `option`; `others` are filled in already. */
  async autocomplete(
    name: string,
    option: string,
    value: string,
    others: OptionValues = {},
    acting: Acting = {},
  ): Promise<readonly Choice[]> {
    const values = { ...others, [option]: value };
    const interaction = await this.#command(AUTOCOMPLETE, name, values, option, acting);
    const outcome = await this.#settle(interaction, `the autocomplete of ${option}`);
    if (outcome.kind !== 'choices') throw new Error(`/${name} suggested nothing for ${option}: ${outcome.kind}`);
    return outcome.choices;
  }

  /** Uses a message command ("Check this quote") on a message. */
  async useOn(message: Message, name: string, acting: Omit<Acting, 'channel'> = {}): Promise<Message> {
    const command = await this.#find(ON_MESSAGE, name);
    const { user, channel } = this.#where({ ...acting, channel: this.#channelOf(message) });
    checkOffered(command, user, channel);
    const data = messageCommandData(this.#world, command, message);
    const interaction = this.#interactions.start({ type: COMMAND, user, channel, data, isOnMessage: true });
    return shown(await this.#settle(interaction, name));
  }

  /** Presses a button, named by its label or its custom_id. Of a button that deletes its message: the message. */
  async press(message: Message, button: string, acting: Omit<Acting, 'channel'> = {}): Promise<Message> {
    return shown(await this.#press(message, button, acting));
  }

  /** Presses a button that opens a form. */
  async pressForModal(message: Message, button: string, acting: Omit<Acting, 'channel'> = {}): Promise<OpenModal> {
    return opened(await this.#press(message, button, acting));
  }

  /** Chooses from a select, named by its placeholder or its custom_id; values or labels of its options. */
  async choose(
    message: Message,
    select: string,
    wanted: readonly string[],
    acting: Omit<Acting, 'channel'> = {},
  ): Promise<Message> {
    const component = this.#component(message, select);
    const values = wanted.map((one) => {
      const option = component.options?.find(({ label, value }) => value === one || label === one);
      if (option === undefined) throw new Error(`"${select}" has no option "${one}"`);
      return option.value;
    });
    return shown(await this.#click(message, component, { values }, acting));
  }

  /** Like `use`, for who does not know beforehand whether a form or a message comes. */
  async useEither(name: string, values: OptionValues = {}, acting: Acting = {}): Promise<Message | OpenModal> {
    return either(await this.#settle(await this.#command(COMMAND, name, values, null, acting), `/${name}`));
  }

  /** Like `press`, for who does not know beforehand whether a form or a message comes. */
  async pressEither(
    message: Message,
    button: string,
    acting: Omit<Acting, 'channel'> = {},
  ): Promise<Message | OpenModal> {
    return either(await this.#press(message, button, acting));
  }

  /** Fills a form in, by the custom_ids of its inputs, and sends it. */
  async submitModal(modal: OpenModal, values: Readonly<Record<string, string | readonly string[]>>): Promise<Message> {
    const { user, channel, source } = modal.openedBy;
    const data = { custom_id: modal.custom_id, components: modal.components.map((part) => filledIn(part, values)) };
    const interaction = this.#interactions.start({ type: MODAL_SUBMIT, user, channel, data, source });
    return shown(await this.#settle(interaction, `the form "${modal.title}"`));
  }

  /** Writes a message. `replyTo` replies to one and pings its author, unless told not to. */
  send(text: string, acting: Acting & { readonly replyTo?: Message; readonly ping?: boolean } = {}): Message {
    const { user, channel } = this.#where({
      ...acting,
      ...(acting.replyTo !== undefined && { channel: this.#channelOf(acting.replyTo) }),
    });
    if (!mayWrite(channel, user)) throw new Error(`${user.username} may not write in ${channel.name}`);
    return createMessage(this.#world, channel, user, {
      content: text,
      allowed_mentions: { parse: ['users', 'roles', 'everyone'], replied_user: acting.ping ?? true },
      ...(acting.replyTo !== undefined && { message_reference: { message_id: acting.replyTo.id } }),
    });
  }

  /** Waits for something to become so. @throws Error that says what was waited for */
  async until<T>(find: () => T | undefined, what: string, patienceMs = this.#patienceMs): Promise<T> {
    const found = find();
    if (found !== undefined) return found;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${patienceMs} ms in vain for ${what}${this.#log.lastRefusal()}`));
      }, patienceMs);
      const stop = this.#world.listen(() => {
        // Whoever caused the event finishes first.
        void Promise.resolve()
          .then(find)
          .then((late) => {
            if (late === undefined) return;
            clearTimeout(timer);
            stop();
            resolve(late);
          }, reject);
      });
    });
  }

  /** Starts a command once a bot is connected that has registered it. */
  async #command(
    type: number,
    name: string,
    values: OptionValues,
    focused: string | null,
    acting: Acting,
  ): Promise<Interaction> {
    const [first = '', ...path] = name.split(' ');
    const command = await this.#find(CHAT_INPUT, first);
    const { user, channel } = this.#where(acting);
    checkOffered(command, user, channel);
    const data = commandData(command, path, values, focused);
    return this.#interactions.start({ type, user, channel, data });
  }

  async #find(type: number, name: string): Promise<Command> {
    return this.until(
      () =>
        this.#gateway.isConnected
          ? this.#world.commands.find((command) => command.type === type && command.name === name)
          : undefined,
      `a connected bot that has the command "${name}"`,
    );
  }

  #press(message: Message, button: string, acting: Omit<Acting, 'channel'>): Promise<Outcome> {
    const component = this.#component(message, button);
    if (component.type !== BUTTON) throw new Error(`"${button}" is no button`);
    if (component.disabled === true) throw new Error(`The button "${button}" is disabled`);
    return this.#click(message, component, {}, acting);
  }

  async #click(
    message: Message,
    component: Component,
    data: object,
    acting: Omit<Acting, 'channel'>,
  ): Promise<Outcome> {
    const { user, channel } = this.#where({ ...acting, channel: this.#channelOf(message) });
    if (message.visible_to !== null && message.visible_to !== user.id) {
      throw new Error(`${user.username} does not see this hidden answer`);
    }
    await this.until(() => (this.#gateway.isConnected ? true : undefined), 'a connected bot');
    const source = channel.messages.get(message.id);
    if (source === undefined) throw new Error('The message is gone');
    const { custom_id, type, id } = component;
    const interaction = this.#interactions.start({
      type: COMPONENT,
      user,
      channel,
      data: { custom_id, component_type: type, id, ...data },
      source,
    });
    return this.#settle(interaction, `"${component.label ?? custom_id ?? ''}"`);
  }

  async #settle(interaction: Interaction, what: string): Promise<Outcome> {
    return this.until(() => interaction.outcomes[0], `an answer to ${what}`);
  }

  /** The message as it is now, so that a button of an old snapshot is not pressed. */
  #component(message: Message, name: string): Component {
    const now = this.#channelOf(message).messages.get(message.id) ?? message;
    const parts = flatten(now.components).map(({ component }) => component);
    const found = parts.find((part) => [part.custom_id, part.label, part.placeholder].includes(name));
    if (found !== undefined) return found;
    const labels = parts.flatMap((part) => part.label ?? part.placeholder ?? []);
    throw new Error(
      `The message has no "${name}", but ${labels.map((label) => `"${label}"`).join(', ') || 'no buttons'}`,
    );
  }

  #channelOf(message: Message): Channel {
    const channel = this.#world.channels.get(message.channel_id);
    if (channel === undefined) throw new Error('The channel of the message is gone');
    return channel;
  }

  #where(acting: Acting): { user: User; channel: Channel } {
    const { as: user, channel } = { ...this.#usual, ...acting };
    if (!may(channel, user.id, 'ViewChannel')) throw new Error(`${user.username} does not see ${channel.name}`);
    return { user, channel };
  }
}

function mayWrite(channel: Channel, user: User): boolean {
  if (channel.guild === null) return true;
  if (channel.thread === null) return may(channel, user.id, 'SendMessages');
  const isOpen = !channel.thread.locked || may(channel, user.id, 'ManageThreads');
  return isOpen && may(channel, user.id, 'SendMessagesInThreads');
}

/** @throws Error if Discord would not list the command for this person here */
function checkOffered(command: Command, user: User, channel: Channel): void {
  const permissions = permissionsIn(channel, user.id);
  const needed = BigInt(command.default_member_permissions ?? 0) | PermissionFlagsBits.UseApplicationCommands;
  const context = channel.guild === null ? 1 : 0;
  const mayUse = channel.guild === null || (permissions & needed) === needed;
  if (!mayUse || command.contexts?.includes(context) === false) {
    throw new Error(`"${command.name}" is not offered to ${user.username} in ${channel.name}`);
  }
}

function shown(outcome: Outcome): Message {
  if (outcome.kind === 'message' || outcome.kind === 'deleted') return outcome.message;
  throw new Error(`Expected a message, got ${outcome.kind}`);
}

function either(outcome: Outcome): Message | OpenModal {
  return outcome.kind === 'modal' ? opened(outcome) : shown(outcome);
}

function opened(outcome: Outcome): OpenModal {
  if (outcome.kind === 'modal') return { ...outcome.modal, openedBy: outcome.interaction };
  throw new Error(`Expected a form, got ${outcome.kind}`);
}

/** A part of a form with what was put into it, in the shape in which Discord hands it back. */
function filledIn(part: Component, values: Readonly<Record<string, string | readonly string[]>>): object {
  const { type, id, custom_id: customId } = part;
  if (type === ACTION_ROW)
    return { type, id, components: (part.components ?? []).map((inner) => filledIn(inner, values)) };
  if (type === LABEL && part.component) return { type, id, component: filledIn(part.component, values) };
  const value = values[customId ?? ''];
  if (type === TEXT_INPUT) return { type, id, custom_id: customId, value: value ?? '' };
  return { type, id, custom_id: customId, values: value ?? [] };
}
