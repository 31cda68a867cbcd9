import { textsOf, type Channel, type LocalDiscord, type Message } from '../../playground/discord/local-discord.ts';
import { THREAD_STARTER } from '../../playground/discord/wire.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import { anArticle } from './an-article.ts';

/** One article, for the questions below. */
export const library = buildLibrary([
  anArticle({
    paragraphs: [
      'The council of Saltmarsh voted on Monday to rebuild the wall of the harbour.',
      '"The wall will not hold another winter," said Maria Ruiz, the harbour master. "We have measured it twice."',
      'Tom Okafor, a councillor, said the wall will not be cheap and asked the bank for a price.',
      'The repairs will cost 4.2 million pounds, according to a report by the engineers.',
    ],
  }),
]);

export const COST = 'How much will the repairs cost?';
export const COST_ANSWER = 'The repairs will cost 4.2 million pounds, according to a report by the engineers.';

/** A question, one that leans on it, and how that is read then. */
export const ABOUT_OKAFOR = 'What did Tom Okafor say about the wall?';
export const LEANING = 'What did he ask for?';
export const READ = 'What did Tom Okafor ask for?';

/** What a card says, without its emphasis. */
export const wordsOf = (message: Message): string => textsOf(message).join('\n').replaceAll('**', '');

/** What the bot has written in a thread. */
export const own = (discord: LocalDiscord, thread: Channel): readonly Message[] =>
  discord
    .messagesIn(thread)
    .filter(({ author, type }) => author.id === discord.world.bot.id && type !== THREAD_STARTER);

/** A thread under an answer to `question`, with the message that opens it. */
export async function aThread(
  discord: LocalDiscord,
  question = COST,
  parent: Channel = discord.general,
): Promise<{ readonly thread: Channel; readonly card: Message; readonly opening: Message }> {
  const card = await discord.use('ask', { question }, { channel: parent });
  await discord.press(card, 'Follow up');
  const thread = discord.threadOn(card);
  const [opening] = thread === undefined ? [] : own(discord, thread);
  if (thread === undefined || opening === undefined) throw new Error('no thread was opened');
  return { thread, card, opening };
}

/** What the bot next writes into a channel for everybody, after a message is sent. */
export async function answerTo(discord: LocalDiscord, send: () => unknown, channel: Channel): Promise<Message> {
  const answer = discord.nextMessage(channel, ({ visible_to: who }) => who === null);
  send();
  return answer;
}

/** Waits until the bot has taken in what it was told so far: it has answered a message that came last. */
export async function caughtUp(discord: LocalDiscord): Promise<void> {
  const direct = discord.directMessages();
  await answerTo(discord, () => discord.send(COST, { channel: direct }), direct);
}
