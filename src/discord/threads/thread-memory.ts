import {
  MessageType,
  type BaseInteraction,
  type CommandInteraction,
  type Message,
  type ModalSubmitInteraction,
  type Snowflake,
  type TextBasedChannel,
} from 'discord.js';
import type { EarlierTurn } from '../../answers/answer.ts';
import type { Library } from '../../answers/library.ts';
import { readCard, type ShownCard } from '../read-card.ts';
import { IN_A_CHANNEL, type Setting } from '../render/answer-card.ts';
import { defer, inTime } from '../send.ts';
import { readShown, type View } from '../view.ts';
import { ifThere } from './if-there.ts';
import { mayRead } from './permissions.ts';

/** How far back a thread is remembered: pages of messages, and messages on each, the most that Discord gives. */
const PAGES = 2;
const PAGE = 100;

/** Messages that people and bots write. The others are Discord's own, such as the notice that a thread was opened. */
const WRITTEN: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

/** Where in a conversation a question was asked. */
export interface Moment {
  /** Only what was answered before this message or interaction is remembered. */
  readonly before: Snowflake;
  /** The message that the question goes on from, if it names one: that answer counts as the last. */
  readonly after: Snowflake | null;
}

/**
 * The setting of a command that was just used, or of a form that was just sent.
 *
 * @param hidden whether the answer will show to one alone: Discord wants to know it where the answer has to wait.
 */
export async function settingOf(
  library: Library,
  interaction: CommandInteraction | ModalSubmitInteraction,
  { after = null, hidden = false }: { readonly after?: Snowflake | null; readonly hidden?: boolean } = {},
): Promise<Setting> {
  const setting = channelOf(interaction).then((channel) =>
    settingIn(library, channel, { before: interaction.id, after }),
  );
  return inTime(setting, () => defer(interaction, hidden));
}

/** The setting in which a card was made: a button on it works the same answer out again. */
export async function settingOfCard(
  library: Library,
  interaction: BaseInteraction,
  card: Message,
  view: View,
): Promise<Setting> {
  const channel = await channelOf(interaction);
  const place = placeOf(channel);
  if (channel === null || place === 'channel') return IN_A_CHANNEL;
  if (view.op !== 'ask' || view.alone) return { place, history: [] }; // what stands before it makes no difference
  const messages = await messagesBefore(channel, card.id);
  return { place, history: turnsAt(library, messages, momentOf(card, messages)) };
}

/** What was asked before `moment` in a channel: nothing unless it is a thread or a direct message. */
export async function settingIn(library: Library, channel: TextBasedChannel | null, moment: Moment): Promise<Setting> {
  const place = placeOf(channel);
  if (channel === null || place === 'channel') return IN_A_CHANNEL;
  return { place, history: turnsAt(library, await messagesBefore(channel, moment.before), moment) };
}

export function placeOf(channel: TextBasedChannel | null): Setting['place'] {
  if (channel === null) return 'channel';
  return channel.isDMBased() ? 'direct' : channel.isThread() ? 'thread' : 'channel';
}

/** The channel is not at hand where the bot has not met it since it started. */
async function channelOf(interaction: BaseInteraction): Promise<TextBasedChannel | null> {
  if (interaction.channel !== null || interaction.channelId === null) return interaction.channel;
  const channel = await ifThere(interaction.client.channels.fetch(interaction.channelId));
  return channel?.isTextBased() === true ? channel : null;
}

/** When the question of a card was asked, and what it went on from. */
function momentOf(card: Message, messages: readonly Message[]): Moment {
  const answered = card.reference?.messageId ?? null;
  const interaction = card.interactionMetadata?.id;
  if (interaction !== undefined) return { before: interaction, after: answered };
  const question = messages.find((message) => message.id === answered);
  return { before: answered ?? card.id, after: question?.reference?.messageId ?? null };
}

/**
 * Newest first; none where the bot may not read them. Discord shows nobody's hidden answers here, so those are not remembered.
 */
async function messagesBefore(channel: TextBasedChannel, before: Snowflake): Promise<readonly Message[]> {
  if (!mayRead(channel)) return [];
  const messages: Message[] = [];
  let oldest = before;
  for (let page = 0; page < PAGES; page++) {
    // A private thread does not let the bot read before somebody has mentioned it there.
    const given = await ifThere(channel.messages.fetch({ limit: PAGE, before: oldest, cache: false }));
    const found = [...(given?.values() ?? [])];
    messages.push(...found);
    const last = found.at(-1);
    if (last === undefined || found.length < PAGE) break;
    oldest = last.id;
  }
  return messages;
}

/** The questions that the bot has answered, oldest first, by the cards that it left. */
function turnsAt(library: Library, messages: readonly Message[], { before, after }: Moment): readonly EarlierTurn[] {
  const cards = messages
    .filter(
      ({ id, author, client, type }) =>
        BigInt(id) < BigInt(before) && author.id === client.user.id && WRITTEN.has(type),
    )
    .reverse()
    .flatMap((message) => cardOn(library, message) ?? []);
  const inOrder = [...cards.filter(({ id }) => id !== after), ...cards.filter(({ id }) => id === after)];
  const anew = inOrder.findLastIndex(({ isAlone }) => isAlone);
  return inOrder.slice(Math.max(anew, 0)).map(({ turn }) => turn);
}

/** An answer to a question in a thread. */
interface AnsweredCard {
  readonly id: Snowflake;
  readonly turn: EarlierTurn;
  /** Whether somebody had it asked as it stands: then what was asked before is not what they mean. */
  readonly isAlone: boolean;
}

/** What a message of the bot answers and shows; null where it answers no question. */
function cardOn(library: Library, message: Message): AnsweredCard | null {
  const card = readCard(message.components.map((component) => component.toJSON()));
  const question = questionOn(card);
  const buttons = card.customIds.flatMap((id) => readShown(library, id, card.asked) ?? []);
  const askOn = buttons.find(({ action }) => action === 'ask-on');
  if (question === null || askOn === undefined) return null;
  const shown = buttons.flatMap(({ view, stale }) =>
    stale === null && view?.op === 'context' ? [{ article: view.article, block: view.block }] : [],
  );
  return { id: message.id, turn: { question, shown }, isAlone: askOn.view?.op === 'ask' && askOn.view.alone };
}

/**
 * The question on a card as it was read. Of "Why? (What did she say?)" only "Why?": the other has a card of its own, and would stand
 * in brackets within brackets after the next one.
 */
function questionOn({ asked, reading }: ShownCard): string | null {
  return reading === null || (asked !== null && reading.startsWith(`${asked} (`)) ? asked : reading;
}
