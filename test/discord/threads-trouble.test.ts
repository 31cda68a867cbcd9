import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  mention,
  startLocalDiscord,
  textsOf,
  type Channel,
  type LocalDiscord,
  type Message,
} from '../../playground/discord/local-discord.ts';
import type { Bot } from '../../src/discord/bot.ts';
import {
  ABOUT_OKAFOR,
  answerTo,
  aThread,
  caughtUp,
  COST,
  COST_ANSWER,
  LEANING,
  library,
  own,
  READ,
  wordsOf,
} from '../support/a-thread.ts';
import { connectedBot } from '../support/connected-bot.ts';

let discord: LocalDiscord;
let bot: Bot;
let call: string;
/** The errors that the bot has put into its log in this test. */
const log: string[] = [];
const note = (line: string): void => {
  if (line.startsWith('error')) log.push(line);
};

beforeAll(async () => {
  discord = await startLocalDiscord();
  bot = await connectedBot(discord, library, { log: note });
  call = mention(discord.world.bot);
});
beforeEach(() => {
  log.length = 0;
});
afterAll(async () => {
  await bot.close();
  await discord.close();
});

/** Whether the bot has asked Discord for something that it was refused. */
const refusals = (): readonly string[] =>
  discord.requests.filter(({ status }) => status === 403 || status === 404).map(({ path }) => path);

describe('a message that is deleted', () => {
  it.each([
    ['the first of the thread', ({ opening }: { opening: Message }) => opening],
    ['the card on which the thread hangs', ({ card }: { card: Message }) => card],
  ])('%s: the thread goes on', async (_case, which) => {
    const made = await aThread(discord);
    discord.delete(which(made));
    const answer = await answerTo(
      discord,
      () => discord.send(`${call} ${COST}`, { channel: made.thread }),
      made.thread,
    );
    expect(wordsOf(answer)).toContain(COST_ANSWER);
    expect(log).toEqual([]);
  });

  it('one in the middle: what stood before it is what a question leans on', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const middle = await discord.use('ask', { question: 'What did Maria Ruiz say?' }, { channel: thread });
    discord.delete(middle);
    expect(textsOf(await discord.use('ask', { question: LEANING }, { channel: thread }))).toContain(
      `-# read as: ${READ}`,
    );
  });

  it('the question, while its answer is made: it goes out as a plain message', async () => {
    const { thread } = await aThread(discord);
    const answer = await answerTo(
      discord,
      () => {
        discord.delete(discord.send(`${call} ${COST}`, { channel: thread }));
      },
      thread,
    );
    expect(wordsOf(answer)).toContain(COST_ANSWER);
    expect(answer.message_reference).toBeUndefined();
  });

  it('the question in a channel, before a thread hangs on it: nothing is written', async () => {
    discord.delete(discord.send(`${call} ${COST}`));
    const before = own(discord, discord.general).length;
    await caughtUp(discord);
    expect(own(discord, discord.general)).toHaveLength(before);
    expect(log).toEqual([]);
  });

  it('the card of the form, while somebody fills it in: the answer comes', async () => {
    const { thread, opening } = await aThread(discord, ABOUT_OKAFOR);
    const answer = await discord.use('ask', { question: COST }, { channel: thread });
    const form = await discord.pressForModal(answer, 'Ask a follow-up');
    discord.delete(answer);
    discord.delete(opening);
    expect(wordsOf(await discord.submitModal(form, { question: COST }))).toContain(COST_ANSWER);
  });
});

describe('a thread that is deleted', () => {
  it('before an answer comes: the bot says nothing, and goes on', async () => {
    const { thread } = await aThread(discord);
    discord.send(`${call} ${COST}`, { channel: thread });
    discord.deleteThread(thread);
    await caughtUp(discord);
    expect(log).toEqual([]);
  });

  it.each([160004, 10008, 10003])('before the next press on Follow up: says so (%i)', async (code) => {
    const { thread, card } = await aThread(discord);
    discord.deleteThread(thread);
    discord.failNext({ method: 'POST', path: /threads$/, status: code === 160004 ? 400 : 404, code });
    expect(textsOf(await discord.press(card, 'Follow up'))).toEqual([
      'The message or its thread has been deleted, so none can hang on it. Ask again.',
    ]);
    expect(log).toEqual([]);
  });

  it('while Follow up opens it: says so', async () => {
    const card = await discord.use('ask', { question: COST });
    discord.failNext({ method: 'POST', path: new RegExp(`${card.id}/messages$`), status: 404, code: 10003 });
    expect(textsOf(await discord.press(card, 'Follow up'))[0]).toContain('has been deleted');
  });
});

describe('in an archived thread', () => {
  it('a pinging reply, a mention, /ask and the form are answered', async () => {
    const { thread, opening } = await aThread(discord);
    const asleep = (): Channel => {
      discord.changeThread(thread, { archived: true });
      return thread;
    };
    const answers = [
      await answerTo(discord, () => discord.send(COST, { replyTo: opening, channel: asleep() }), thread),
      await answerTo(discord, () => discord.send(`${call} ${COST}`, { channel: asleep() }), thread),
      await discord.use('ask', { question: COST }, { channel: asleep() }),
      await discord.submitModal(await discord.pressForModal(opening, 'Ask a follow-up'), { question: COST }),
    ];
    for (const answer of answers) expect(wordsOf(answer)).toContain(COST_ANSWER);
  });
});

describe('in a locked thread', () => {
  it('the bot writes nothing for everybody, and tells who presses or asks; Context and hidden answers work', async () => {
    const { thread, opening } = await aThread(discord);
    const form = await discord.pressForModal(opening, 'Ask a follow-up');
    discord.changeThread(thread, { locked: true, archived: true });
    const before = own(discord, thread).length;
    const locked = 'This thread is locked, so I write nothing in it.';
    expect(wordsOf(await discord.submitModal(form, { question: COST }))).toContain(locked);
    expect(wordsOf(await discord.use('ask', { question: COST }, { channel: thread }))).toContain(locked);
    discord.send(`${call} ${COST}`, { channel: thread, as: discord.moderator });
    discord.send(COST, { replyTo: opening, as: discord.moderator });
    const hidden = await discord.use('ask', { question: COST, hide: true }, { channel: thread });
    expect(wordsOf(hidden)).toContain(COST_ANSWER);
    expect((await discord.press(opening, 'Context')).visible_to).toBe(discord.reader.id);
    await caughtUp(discord);
    expect(own(discord, thread).filter(({ visible_to: who }) => who === null)).toHaveLength(before);
    expect(log).toEqual([]);
  });

  it('the bot answers where it may manage threads', async () => {
    const parent = discord.addChannel('managed');
    discord.setPermissions(parent, discord.world.bot, { allow: ['ManageThreads'] });
    const thread = discord.startThread('a thread', { channel: parent });
    discord.changeThread(thread, { locked: true });
    const answer = await answerTo(
      discord,
      () => discord.send(`${call} ${COST}`, { channel: thread, as: discord.moderator }),
      thread,
    );
    expect(wordsOf(answer)).toContain(COST_ANSWER);
  });
});

describe('without the permission', () => {
  /** A thread in which the bot lacks a permission that it had when it opened it. */
  async function without(permission: Parameters<LocalDiscord['addPerson']>[1] & object): Promise<Channel> {
    const parent = discord.addChannel('strict');
    const { thread } = await aThread(discord, ABOUT_OKAFOR, parent);
    discord.setPermissions(parent, discord.world.bot, { deny: permission });
    return thread;
  }

  it('Read Message History, an answer goes out as a plain message and leans on nothing', async () => {
    const thread = await without(['ReadMessageHistory']);
    const answer = await answerTo(discord, () => discord.send(`${call} ${LEANING}`, { channel: thread }), thread);
    expect(answer.message_reference).toBeUndefined();
    expect(wordsOf(answer)).not.toContain('read as');
    const command = await discord.use('ask', { question: COST }, { channel: thread });
    expect(wordsOf(command)).toContain(COST_ANSWER);
    expect(log).toEqual([]);
  });

  it('Read Message History, a mention in a channel is told what is missing in a plain message', async () => {
    const strict = discord.addChannel('no-history');
    discord.setPermissions(strict, discord.world.bot, { deny: ['ReadMessageHistory'] });
    const answer = await answerTo(discord, () => discord.send(`${call} ${COST}`, { channel: strict }), strict);
    expect(answer.message_reference).toBeUndefined();
    expect(textsOf(answer)[0]).toContain('I lack "Read Message History"');
  });

  it.each(['SendMessagesInThreads', 'ViewChannel'] as const)(
    '%s, messages go unanswered, a command is told so, and a hidden answer comes',
    async (permission) => {
      const thread = await without([permission]);
      const before = refusals().length;
      discord.send(`${call} ${COST}`, { channel: thread });
      await caughtUp(discord);
      expect(own(discord, thread)).toHaveLength(1);
      const refusal = await discord.use('ask', { question: COST }, { channel: thread });
      expect(textsOf(refusal)[0]).toContain('I may not write in this channel');
      const hidden = await discord.use('ask', { question: COST, hide: true }, { channel: thread });
      expect(wordsOf(hidden)).toContain(COST_ANSWER);
      expect(refusals()).toHaveLength(before);
      expect(log).toEqual([]);
    },
  );

  it.each(['CreatePublicThreads', 'EmbedLinks', 'SendMessages', 'ManageThreads'] as const)(
    '%s, a thread that is there goes on',
    async (permission) => {
      const thread = await without([permission]);
      const answer = await answerTo(discord, () => discord.send(`${call} ${COST}`, { channel: thread }), thread);
      expect(wordsOf(answer)).toContain(COST_ANSWER);
    },
  );

  it('View Channel, Follow up names it', async () => {
    const strict = discord.addChannel('unseen');
    const card = await discord.use('ask', { question: COST }, { channel: strict });
    discord.setPermissions(strict, discord.world.bot, { deny: ['ViewChannel'] });
    expect(textsOf(await discord.press(card, 'Follow up'))[0]).toContain('I lack "View Channel"');
    expect(discord.threadOn(card)).toBeUndefined();
  });
});

describe('where Discord is slow or full', () => {
  it('opens the thread when the rate limit has passed', async () => {
    const card = await discord.use('ask', { question: COST });
    discord.failNext({ method: 'POST', path: /threads$/, status: 429, retryAfter: 0.1 });
    expect(textsOf(await discord.press(card, 'Follow up'))).toEqual([`It goes on in <#${card.id}>.`]);
  });

  it('says that the server has as many threads as it may, to who presses and to who mentions', async () => {
    const full = { method: 'POST', path: /threads$/, status: 400, code: 160006 } as const;
    const card = await discord.use('ask', { question: COST });
    discord.failNext(full);
    expect(textsOf(await discord.press(card, 'Follow up'))[0]).toContain('as many open threads as Discord allows');
    discord.failNext(full);
    const answer = await answerTo(discord, () => discord.send(`${call} ${COST}`), discord.general);
    expect(textsOf(answer)[0]).toContain('as many open threads as Discord allows');
  });

  it.each([
    ['a command', (thread: Channel) => discord.use('ask', { question: LEANING }, { channel: thread })],
    ['a hidden one', (thread: Channel) => discord.use('ask', { question: LEANING, hide: true }, { channel: thread })],
  ])('says in time that the answer to %s is coming, and gives it when the thread has been read', async (_, ask) => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    discord.failNext({ method: 'GET', path: /messages$/, status: 429, retryAfter: 1.7 });
    await ask(thread);
    const answer = await discord.until(
      () => discord.messagesIn(thread).find((message) => wordsOf(message).includes(`read as: ${READ}`)),
      'the answer',
    );
    expect(answer.flags & 128).toBe(0);
    expect(log).toEqual([]);
  });
});

describe('what is delivered twice', () => {
  /** Lets the gateway send the next event of a kind a second time. */
  function twice(name: string): void {
    const stop = discord.world.listen((event) => {
      if (event.name !== name) return;
      stop();
      discord.world.tell(event);
    });
  }

  it('a press on Follow up opens one thread with one message', async () => {
    const card = await discord.use('ask', { question: COST });
    twice('INTERACTION_CREATE');
    await discord.press(card, 'Follow up');
    await caughtUp(discord);
    const thread = discord.threadOn(card);
    expect(thread && own(discord, thread)).toHaveLength(1);
  });

  it('a mention in a channel and one in a thread get one answer each', async () => {
    twice('MESSAGE_CREATE');
    const question = discord.send(`${call} ${COST}`);
    const thread = await discord.until(() => discord.threadOn(question), 'a thread');
    await caughtUp(discord);
    twice('MESSAGE_CREATE');
    discord.send(`${call} ${COST}`, { channel: thread });
    await caughtUp(discord);
    expect(own(discord, thread)).toHaveLength(2);
  });

  it('a form gets one answer', async () => {
    const { thread, opening } = await aThread(discord);
    const form = await discord.pressForModal(opening, 'Ask a follow-up');
    twice('INTERACTION_CREATE');
    await discord.submitModal(form, { question: COST });
    await caughtUp(discord);
    expect(own(discord, thread)).toHaveLength(2);
  });
});

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
