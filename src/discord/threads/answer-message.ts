import { MessageFlags, MessageType, type Message } from 'discord.js';
import type { Library } from '../../answers/library.ts';
import { LONGEST_QUESTION } from '../options.ts';
import { answerCard, type Setting } from '../render/answer-card.ts';
import { notice, type Card } from '../render/card.ts';
import { md, type Markdown } from '../render/escape.ts';
import { helpCard } from '../render/help-card.ts';
import { ifThere } from './if-there.ts';
import { openThread, sendTo, wordsOn } from './open-thread.ts';
import { isParent, mayRead, mayWrite, refusalToOpen } from './permissions.ts';
import { placeOf, settingIn } from './thread-memory.ts';

/**
 * Answers a message that is for the bot: in a thread or a direct message there, in a channel in a thread of its own.
 *
 * A message that neither mentions nor answers the bot gets no answer, unless it stands in a thread that the bot has opened and
 * the owner lets it read there.
 */
export async function answerMessage(message: Message, library: Library, readsAll: boolean): Promise<void> {
  if (message.author.bot || !(message.type === MessageType.Default || message.type === MessageType.Reply)) return;
  const isCalled = placeOf(message.channel) === 'direct' || message.mentions.users.has(message.client.user.id);
  if (!isCalled && !(readsAll && goesOnHere(message))) return;
  const question = wordsOf(message);
  if (question === '' && !isCalled) return;
  if (question === '') await answerWith(message, helpCard(library));
  else if (question.length > LONGEST_QUESTION)
    await answerWith(
      message,
      notice(md`That is long for a question. Ask it in at most ${LONGEST_QUESTION} characters.`),
    );
  else await answerQuestion(message, library, question);
}

/** Whether a message that does not call the bot is a question to it all the same: in a thread of its own, to nobody else. */
function goesOnHere({ channel, client, mentions }: Message): boolean {
  const isOwnThread = channel.isThread() && channel.ownerId === client.user.id;
  const isToSomebodyElse = mentions.users.size > 0 || (mentions.repliedUser ?? client.user).id !== client.user.id;
  return isOwnThread && !isToSomebodyElse;
}

/** What a message says beside the bot's name. */
function wordsOf({ content, client }: Message): string {
  return content
    .replaceAll(`<@${client.user.id}>`, ' ')
    .replaceAll(`<@!${client.user.id}>`, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

async function answerQuestion(message: Message, library: Library, question: string): Promise<void> {
  const { channel } = message;
  const cardIn = (setting: Setting): Card =>
    answerCard(library, { op: 'ask', text: question, article: null, alone: false, page: 0 }, 'public', setting);
  if (placeOf(channel) !== 'channel') {
    if (!mayWrite(channel)) return;
    const moment = { before: message.id, after: message.reference?.messageId ?? null };
    await answerWith(message, cardIn(await settingIn(library, channel, moment)));
    return;
  }
  const refusal = isParent(channel) ? refusalToOpen(channel) : NO_THREADS;
  if (refusal !== null || !isParent(channel)) {
    await answerWith(message, notice(refusal ?? NO_THREADS));
    return;
  }
  const opened = await openThread(channel, message, question);
  if (opened.kind === 'full') await answerWith(message, notice(wordsOn(opened)));
  else if (opened.kind !== 'gone') await sendTo(opened.thread, cardIn({ place: 'thread', history: [] }));
}

const NO_THREADS: Markdown = md`There are no threads here. Ask with \`/ask\`.`;

/**
 * Replies without a ping, so that it shows which question is answered where two are asked at once. Nothing is written where the
 * thread has been deleted since.
 */
export async function answerWith({ id, channelId, client }: Message, { components }: Card): Promise<void> {
  const channel = client.channels.cache.get(channelId);
  if (channel?.isSendable() !== true || !mayWrite(channel)) return;
  const answer = channel.send({
    components: [...components],
    flags: MessageFlags.IsComponentsV2,
    ...(mayRead(channel) ? { reply: { messageReference: id, failIfNotExists: false } } : {}),
  });
  await ifThere<Message>(answer);
}
