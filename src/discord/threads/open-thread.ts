import {
  DiscordAPIError,
  MessageFlags,
  MessageType,
  RESTJSONErrorCodes,
  type AnyThreadChannel,
  type ButtonInteraction,
  type Message,
} from 'discord.js';
import type { Library } from '../../answers/library.ts';
import { shortened } from '../options.ts';
import { notice, type Card } from '../render/card.ts';
import { askedWords, escape, md, type Markdown } from '../render/escape.ts';
import { reply } from '../send.ts';
import type { View } from '../view.ts';
import { ifThere } from './if-there.ts';
import { openingCard } from './opening-card.ts';
import { isParent, mayWrite, refusalToOpen, type Parent } from './permissions.ts';

/** Opens the thread under an answer, or leads to the one that is there. */
export async function followUp(interaction: ButtonInteraction, library: Library, view: View): Promise<void> {
  const { channel, message } = interaction;
  if (!isParent(channel)) {
    await reply(interaction, notice(md`There are no threads here. Ask on with \`/ask\`.`));
    return;
  }
  const refusal = refusalToOpen(channel);
  if (refusal !== null) {
    await reply(interaction, notice(refusal));
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const opened = await openThread(channel, message, 'text' in view ? view.text : null);
  const needsOpening = opened.kind === 'opened' || (opened.kind === 'there' && (await isSilent(opened.thread)));
  const isOpen = !needsOpening || (await sendTo(opened.thread, openingCard(library, view)));
  await reply(interaction, notice(wordsOn(isOpen ? opened : { kind: 'gone' })));
}

type Opened =
  | { readonly kind: 'opened' | 'there'; readonly thread: AnyThreadChannel }
  /** The message has been deleted, or its thread: a message carries one thread in its life. */
  | { readonly kind: 'gone' }
  /** The server has as many threads as Discord allows. */
  | { readonly kind: 'full' };

/** Says where a conversation goes on, or why it cannot. */
export function wordsOn(opened: Opened): Markdown {
  switch (opened.kind) {
    case 'gone':
      return md`The message or its thread has been deleted, so none can hang on it. Ask again.`;
    case 'full':
      return md`This server has as many open threads as Discord allows. A moderator can close some; \`/ask\` works without.`;
    case 'opened':
    case 'there':
      return opened.thread.locked === true
        ? md`It went on in <#${escape(opened.thread.id)}>, which is locked now. A moderator can open it again.`
        : md`It goes on in <#${escape(opened.thread.id)}>.`;
  }
}

/**
 * Opens a thread on a message. It takes the message's id, so a second press, or two people at once, end in the same thread.
 *
 * @param asked what was asked; it may be long.
 */
export async function openThread(channel: Parent, message: Message, asked: string | null): Promise<Opened> {
  const there = message.hasThread ? await threadOn(channel, message) : null;
  if (there !== null) return { kind: 'there', thread: there };
  try {
    // Not `message.startThread`, which refuses by itself where the message has had a thread that is deleted.
    const thread = await channel.threads.create({ name: threadName(asked ?? ''), startMessage: message });
    return { kind: 'opened', thread };
  } catch (error) {
    return openedInstead(channel, message, error);
  }
}

/** What there is where Discord opens no thread. */
async function openedInstead(channel: Parent, message: Message, error: unknown): Promise<Opened> {
  if (!(error instanceof DiscordAPIError)) throw error;
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownChannel:
    case RESTJSONErrorCodes.UnknownMessage:
      return { kind: 'gone' };
    case RESTJSONErrorCodes.MaximumActiveThreads:
    case RESTJSONErrorCodes.MaximumActiveAnnouncementThreads:
      return { kind: 'full' };
    case RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage: {
      const thread = await threadOn(channel, message);
      return thread === null ? { kind: 'gone' } : { kind: 'there', thread };
    }
    default:
      throw error;
  }
}

/** A name for a thread that a reader can see. Discord refuses an empty one. */
function threadName(asked: string): string {
  const name = shortened(askedWords(asked).replace(/\p{Cc}/gu, ' '));
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : 'Follow-up';
}

/** A message keeps its mark when its thread has been deleted. */
async function threadOn(channel: Parent, message: Message): Promise<AnyThreadChannel | null> {
  const found = await ifThere(channel.client.channels.fetch(message.id, { force: true }));
  return found?.isThread() === true ? found : null;
}

/** Whether somebody else opened a thread in which the bot has written nothing yet: nobody can reply to it there. */
async function isSilent(thread: AnyThreadChannel): Promise<boolean> {
  const { id } = thread.client.user;
  if (thread.ownerId === id || !mayWrite(thread)) return false;
  const messages = await thread.messages.fetch({ limit: 100, cache: false });
  return !messages.some(({ author, type }) => author.id === id && type === MessageType.Default);
}

/**
 * Sends the first card in a thread as a normal message: one that people can reply to and be heard. Two presses at once send it
 * once: Discord knows a message by its nonce for some minutes. False where the thread has been deleted since.
 */
export async function sendTo(thread: AnyThreadChannel, { components }: Card): Promise<boolean> {
  const once = { nonce: thread.id, enforceNonce: true };
  const sent = thread.send({ components: [...components], flags: MessageFlags.IsComponentsV2, ...once });
  return (await ifThere(sent)) !== null;
}
