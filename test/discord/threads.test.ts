import type { Client } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  mention,
  startLocalDiscord,
  textsOf,
  type Channel,
  type LocalDiscord,
  type Message,
} from '../../playground/discord/local-discord.ts';
import type { EarlierTurn } from '../../src/answers/answer.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import type { Bot } from '../../src/discord/bot.ts';
import { settingIn } from '../../src/discord/threads/thread-memory.ts';
import {
  ABOUT_OKAFOR,
  answerTo,
  aThread,
  COST,
  COST_ANSWER,
  LEANING,
  library,
  own,
  READ,
  wordsOf,
} from '../support/a-thread.ts';
import { anArticle } from '../support/an-article.ts';
import { connectedBot } from '../support/connected-bot.ts';
import { aBot } from './a-bot.ts';

let discord: LocalDiscord;
let bot: Bot;

beforeAll(async () => {
  discord = await startLocalDiscord();
  bot = await connectedBot(discord, library);
});
afterAll(async () => {
  await bot.close();
  await discord.close();
});

describe('Follow up', () => {
  it('opens a thread on the answer with one normal message, which remembers question and place', async () => {
    const { thread, opening } = await aThread(discord);
    expect(thread.name).toBe(COST);
    expect(own(discord, thread)).toHaveLength(1);
    expect(opening.interaction_metadata).toBeUndefined();
    expect(textsOf(opening)).toEqual([
      `-# ${COST}`,
      'Ask on here: mention me, reply to a message of mine, or press the button.',
      expect.stringContaining('paragraph 4'),
    ]);
  });

  it('leads to the same thread when it is pressed again', async () => {
    const { thread, card } = await aThread(discord);
    expect(textsOf(await discord.press(card, 'Follow up', { as: discord.moderator }))).toEqual([
      `It goes on in <#${thread.id}>.`,
    ]);
    expect(own(discord, thread)).toHaveLength(1);
  });

  it('leads two people who press at once to one thread with one message', async () => {
    const card = await discord.use('who-said', { text: 'wall will not hold' });
    const told = await Promise.all([
      discord.press(card, 'Follow up'),
      discord.press(card, 'Follow up', { as: discord.moderator }),
    ]);
    const thread = discord.threadOn(card);
    expect(told.map(textsOf)).toEqual([[`It goes on in <#${card.id}>.`], [`It goes on in <#${card.id}>.`]]);
    expect(thread && own(discord, thread)).toHaveLength(1);
  });

  it('says so when the thread has been locked since', async () => {
    const { thread, card } = await aThread(discord);
    discord.changeThread(thread, { locked: true, archived: true });
    expect(textsOf(await discord.press(card, 'Follow up'))).toEqual([
      `It went on in <#${thread.id}>, which is locked now. A moderator can open it again.`,
    ]);
  });

  it.each(['CreatePublicThreads', 'SendMessagesInThreads', 'ReadMessageHistory'] as const)(
    'names the missing permission %s to the presser alone, and asks Discord for nothing',
    async (permission) => {
      const strict = discord.addChannel('strict');
      discord.setPermissions(strict, discord.world.bot, { deny: [permission] });
      const card = await discord.use('ask', { question: COST }, { channel: strict });
      const refusal = await discord.press(card, 'Follow up');
      expect(refusal.visible_to).toBe(discord.reader.id);
      const name = permission.replace(/(?<!^)(?=[A-Z])/g, ' ').replace(' In ', ' in ');
      expect(textsOf(refusal)[0]).toContain(`I may not open a thread here: I lack "${name}".`);
      expect(discord.requestsTo('POST', new RegExp(`${card.id}/threads`))).toEqual([]);
    },
  );

  it('is not on a hidden answer, on which no thread can hang', async () => {
    const hidden = await discord.use('ask', { question: COST, hide: true });
    await expect(discord.press(hidden, 'Follow up')).rejects.toThrow('has no "Follow up"');
  });
});

describe('a mention in a channel', () => {
  it('is answered in a thread on it, with one normal message', async () => {
    const question = discord.send(`${mention(discord.world.bot)} ${COST}`);
    const thread = await discord.until(() => discord.threadOn(question), 'a thread');
    const [answer] = await discord.until(
      () => (own(discord, thread).length > 0 ? own(discord, thread) : undefined),
      'an answer',
    );
    expect(answer && wordsOf(answer)).toContain(COST_ANSWER);
    expect(own(discord, thread)).toHaveLength(1);
  });

  it('is told what is missing where no thread can be opened', async () => {
    const strict = discord.addChannel('no-threads');
    discord.setPermissions(strict, discord.world.bot, { deny: ['CreatePublicThreads'] });
    const answer = await answerTo(
      discord,
      () => discord.send(`${mention(discord.world.bot)} ${COST}`, { channel: strict }),
      strict,
    );
    expect(textsOf(answer)[0]).toContain('I lack "Create Public Threads"');
  });
});

describe('in a thread', () => {
  it('answers a mention, a pinging reply, /ask and the form, each with a card that can be asked on from', async () => {
    const { thread, opening } = await aThread(discord, 'Who said the wall will not be cheap?');
    const call = mention(discord.world.bot);
    const answers = [
      await answerTo(discord, () => discord.send(`${call} ${COST}`, { channel: thread }), thread),
      await answerTo(discord, () => discord.send(COST, { replyTo: opening }), thread),
      await discord.use('ask', { question: COST }, { channel: thread }),
      await discord.submitModal(await discord.pressForModal(opening, 'Ask a follow-up'), { question: COST }),
    ];
    for (const answer of answers) {
      expect(wordsOf(answer)).toContain(COST_ANSWER);
      expect(answer.mentions).toEqual([]);
      await discord.pressForModal(answer, 'Ask a follow-up');
    }
  });

  it('gives no answer to what neither mentions nor answers the bot', async () => {
    const { thread, opening } = await aThread(discord);
    discord.send(COST, { channel: thread });
    discord.send(COST, { replyTo: opening, ping: false });
    discord.send(`${mention(discord.moderator)} ${COST}`, { channel: thread });
    await answerTo(discord, () => discord.send(COST, { replyTo: opening }), thread);
    expect(own(discord, thread)).toHaveLength(2);
  });

  it('answers two people at once, each by a reply to their own message', async () => {
    const { thread } = await aThread(discord);
    const call = mention(discord.world.bot);
    const first = discord.send(`${call} ${COST}`, { channel: thread });
    const second = discord.send(`${call} Who voted on Monday?`, { channel: thread, as: discord.moderator });
    await discord.until(() => (own(discord, thread).length === 3 ? true : undefined), 'two answers');
    const asked = new Map(own(discord, thread).map((one) => [one.message_reference?.message_id, textsOf(one)[0]]));
    expect(asked.get(first.id)).toBe(`-# ${COST}`);
    expect(asked.get(second.id)).toBe('-# Who voted on Monday?');
  });

  it('lets whoever asked delete an answer, and nobody else', async () => {
    const { thread } = await aThread(discord);
    const call = mention(discord.world.bot);
    const answer = await answerTo(discord, () => discord.send(`${call} ${COST}`, { channel: thread }), thread);
    const refusal = await discord.press(answer, 'Delete', { as: discord.addPerson('other') });
    expect(textsOf(refusal)).toEqual(['Only whoever asked, or a moderator, can delete this.']);
    await discord.press(answer, 'Delete');
    expect(discord.now(answer)).toBeUndefined();
  });

  it('wakes with a question when it was archived', async () => {
    const { thread } = await aThread(discord);
    discord.changeThread(thread, { archived: true });
    const call = mention(discord.world.bot);
    const answer = await answerTo(discord, () => discord.send(`${call} ${COST}`, { channel: thread }), thread);
    expect(wordsOf(answer)).toContain(COST_ANSWER);
  });

  it('writes nothing where the thread is locked, and says so to whoever uses a command', async () => {
    const { thread } = await aThread(discord);
    discord.changeThread(thread, { locked: true });
    const posts = discord.requestsTo('POST', /channels/).length;
    discord.send(`${mention(discord.world.bot)} ${COST}`, { channel: thread, as: discord.moderator });
    const refusal = await discord.use('ask', { question: COST }, { channel: thread });
    expect(refusal.visible_to).toBe(discord.reader.id);
    expect(textsOf(refusal)[0]).toContain('This thread is locked');
    expect(discord.requestsTo('POST', /channels/)).toHaveLength(posts);
  });

  it('asks for a shorter question, and for one at all', async () => {
    const { thread } = await aThread(discord);
    const call = mention(discord.world.bot);
    const long = await answerTo(
      discord,
      () => discord.send(`${call} ${'why '.repeat(60)}`, { channel: thread }),
      thread,
    );
    expect(textsOf(long)).toEqual(['That is long for a question. Ask it in at most 200 characters.']);
    const help = await answerTo(discord, () => discord.send(call, { channel: thread }), thread);
    expect(textsOf(help)[0]).toContain('I answer from one article');
  });
});

describe('a question that leans on the one before', () => {
  it('shows how it was read, remembers it so, and keeps to it when pages are turned', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const card = await discord.use('ask', { question: LEANING }, { channel: thread });
    expect(textsOf(card).slice(0, 2)).toEqual([`-# ${LEANING}`, `-# read as: ${READ}`]);
    const turned = await discord.press(card, 'Next 2/4');
    expect(textsOf(turned).slice(0, 2)).toEqual(textsOf(card).slice(0, 2));
    expect(textsOf(await discord.press(turned, 'Previous 1/4'))).toEqual(textsOf(card));
    const next = await discord.use('ask', { question: 'Why?' }, { channel: thread });
    expect(textsOf(next)[1]).toContain(READ);
  });

  it('is asked as it stands with one press, which stays so', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const card = await discord.use('ask', { question: LEANING }, { channel: thread });
    const alone = await discord.press(card, 'Ask it as it stands');
    expect(textsOf(alone)[0]).toBe(`-# ${LEANING}`);
    expect(textsOf(alone).join()).not.toContain('read as');
    const inChannel = await discord.use('ask', { question: LEANING });
    expect(textsOf(alone)).toEqual(textsOf(inChannel));
  });
});

describe('the memory of a thread', () => {
  let other: Client;
  beforeAll(async () => {
    other = await aBot(discord);
  });
  afterAll(() => other.destroy());

  /** What another process of the bot remembers of a thread now. */
  async function remembered(thread: Channel, after: Message | null = null): Promise<readonly EarlierTurn[]> {
    const channel = await other.channels.fetch(thread.id, { force: true });
    if (channel?.isTextBased() !== true) throw new Error('the thread is not there');
    const { history } = await settingIn(library, channel, {
      before: discord.world.newId(),
      after: after?.id ?? null,
    });
    return history;
  }

  const WHO = 'Who said the wall will not be cheap?';
  const costTurn = { question: COST, shown: [{ article: 'harbour-vote', block: 4 }] };
  const whoTurn = { question: WHO, shown: [{ article: 'harbour-vote', block: 3 }] };

  it('holds each question with the place that was shown, in order, in another process too', async () => {
    const { thread } = await aThread(discord);
    await discord.use('ask', { question: WHO }, { channel: thread });
    expect(await remembered(thread)).toEqual([costTurn, whoTurn]);
  });

  it('holds the page that was turned to', async () => {
    const { thread } = await aThread(discord);
    const card = await discord.use('ask', { question: WHO }, { channel: thread });
    await discord.press(card, 'Next 2/4');
    const [, turned] = await remembered(thread);
    expect(turned?.question).toBe(WHO);
    expect(turned?.shown).not.toEqual(whoTurn.shown);
  });

  it('puts the answer that is replied to last', async () => {
    const { thread, opening } = await aThread(discord);
    await discord.use('ask', { question: WHO }, { channel: thread });
    expect(await remembered(thread, opening)).toEqual([whoTurn, costTurn]);
  });

  it('loses one turn with a deleted message, and holds no hidden answer and nothing that people write', async () => {
    const { thread, opening } = await aThread(discord);
    await discord.use('ask', { question: WHO }, { channel: thread });
    await discord.use('ask', { question: 'Who voted?', hide: true }, { channel: thread });
    await discord.use('summary', {}, { channel: thread });
    discord.send('The weather is fine.', { channel: thread });
    discord.delete(opening);
    expect(await remembered(thread)).toEqual([whoTurn]);
  });

  it('knows only the question where the article has changed since', async () => {
    const { thread } = await aThread(discord);
    const channel = await other.channels.fetch(thread.id);
    if (channel?.isTextBased() !== true) throw new Error('the thread is not there');
    const changed = buildLibrary([anArticle({ paragraphs: ['The council met on Tuesday.'] })]);
    const { history } = await settingIn(changed, channel, { before: discord.world.newId(), after: null });
    expect(history).toEqual([{ question: COST, shown: [] }]);
  });

  it('reads the last 200 messages and no more', async () => {
    const { thread } = await aThread(discord);
    await discord.use('ask', { question: WHO }, { channel: thread });
    for (let n = 0; n < 199; n++) discord.send('And the weather?', { channel: thread });
    const reads = discord.requestsTo('GET', /messages$/).length;
    expect(await remembered(thread)).toEqual([whoTurn]);
    expect(discord.requestsTo('GET', /messages$/)).toHaveLength(reads + 2);
  });

  it('is empty in a channel', async () => {
    await discord.use('ask', { question: COST });
    expect(await remembered(discord.general)).toEqual([]);
  });
});

it('goes on after a restart: buttons of before, questions and memory', async () => {
  const { thread, card, opening } = await aThread(discord);
  await bot.close();
  bot = await connectedBot(discord, library);
  expect(textsOf(await discord.press(card, 'Follow up'))).toEqual([`It goes on in <#${thread.id}>.`]);
  const form = await discord.pressForModal(opening, 'Ask a follow-up');
  expect(wordsOf(await discord.submitModal(form, { question: COST }))).toContain(COST_ANSWER);
  expect(wordsOf(await answerTo(discord, () => discord.send(COST, { replyTo: opening }), thread))).toContain(
    COST_ANSWER,
  );
});

it('says that an answer has been deleted on which a thread was to open', async () => {
  const card = await discord.use('ask', { question: COST });
  discord.failNext({ method: 'POST', path: /threads$/, status: 404, code: 10008, message: 'Unknown Message' });
  expect(textsOf(await discord.press(card, 'Follow up'))).toEqual([
    'The message or its thread has been deleted, so none can hang on it. Ask again.',
  ]);
});

describe('where the owner has enabled Message Content', () => {
  it('answers what is written in its own threads, unless it is to somebody else', async () => {
    const open = await startLocalDiscord({ privilegedIntents: ['MessageContent'] });
    const reader = await connectedBot(open, library, { messageContent: true });
    const card = await open.use('ask', { question: COST });
    await open.press(card, 'Follow up');
    const thread = open.threadOn(card);
    if (thread === undefined) throw new Error('no thread was opened');
    const theirs = open.send(`${mention(open.moderator)} ${COST}`, { channel: thread });
    open.send(COST, { replyTo: theirs, as: open.moderator });
    open.send(COST);
    const question = open.send(COST, { channel: thread });
    const answer = await open.nextMessage(thread, ({ author }) => author.id === open.world.bot.id);
    expect(answer.message_reference?.message_id).toBe(question.id);
    expect(wordsOf(answer)).toContain(COST_ANSWER);
    expect(open.violations).toEqual([]);
    await reader.close();
    await open.close();
  });
});

it('answers direct messages', async () => {
  const direct = discord.directMessages();
  const answer = await answerTo(discord, () => discord.send(COST, { channel: direct }), direct);
  expect(wordsOf(answer)).toContain(COST_ANSWER);
});

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
