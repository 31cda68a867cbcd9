import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  mention,
  startLocalDiscord,
  textsOf,
  type LocalDiscord,
  type Message,
} from '../../playground/discord/local-discord.ts';
import { FORUM } from '../../playground/discord/wire.ts';
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

/** RIGHT-TO-LEFT OVERRIDE: what follows it on the line is shown backwards. */
const OVERRIDE = '\u202E';

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

const buttons = (message: Message): readonly string[] =>
  message.components.flatMap(({ components }) => (components ?? []).flatMap(({ label }) => label ?? []));

describe('places', () => {
  it('a post in a forum is a thread: a mention, /ask and the form go on in it', async () => {
    const forum = discord.addChannel('forum', FORUM);
    const post = discord.startThread('What was decided?', { channel: forum });
    const first = await answerTo(discord, () => discord.send(`${call} ${ABOUT_OKAFOR}`, { channel: post }), post);
    expect(textsOf(await discord.use('ask', { question: LEANING }, { channel: post }))).toContain(
      `-# read as: ${READ}`,
    );
    const form = await discord.pressForModal(first, 'Ask a follow-up');
    expect(textsOf(await discord.submitModal(form, { question: LEANING }))).toContain(`-# read as: ${READ}`);
  });

  it('a private thread: /ask works there, and remembers once somebody has mentioned the bot', async () => {
    const hidden = discord.startThread('just us', { isPrivate: true });
    const command = await discord.use('ask', { question: COST }, { channel: hidden });
    expect(wordsOf(command)).toContain(COST_ANSWER);
    await answerTo(discord, () => discord.send(`${call} ${ABOUT_OKAFOR}`, { channel: hidden }), hidden);
    expect(textsOf(await discord.use('ask', { question: LEANING }, { channel: hidden }))).toContain(
      `-# read as: ${READ}`,
    );
    expect(log).toEqual([]);
  });

  it('direct messages lean on what was asked there', async () => {
    const direct = discord.directMessages(discord.addPerson('somebody'));
    const somebody = { channel: direct, as: direct.recipient ?? discord.reader };
    await answerTo(discord, () => discord.send(ABOUT_OKAFOR, somebody), direct);
    const answer = await answerTo(discord, () => discord.send(LEANING, somebody), direct);
    expect(textsOf(answer)).toContain(`-# read as: ${READ}`);
  });

  it('a thread that somebody else has made on the answer is told how to go on, once', async () => {
    const card = await discord.use('ask', { question: ABOUT_OKAFOR });
    const thread = discord.startThread('my own', { on: card });
    for (let press = 0; press < 2; press++) {
      expect(textsOf(await discord.press(card, 'Follow up'))).toEqual([`It goes on in <#${thread.id}>.`]);
    }
    expect(own(discord, thread)).toHaveLength(1);
    const [opening] = own(discord, thread);
    const answer = await answerTo(discord, () => opening && discord.send(LEANING, { replyTo: opening }), thread);
    expect(textsOf(answer)).toContain(`-# read as: ${READ}`);
  });

  it('a thread that somebody else has made is told how to go on once by two presses at once', async () => {
    const card = await discord.use('ask', { question: ABOUT_OKAFOR });
    const thread = discord.startThread('my own', { on: card });
    await Promise.all([discord.press(card, 'Follow up'), discord.press(card, 'Follow up', { as: discord.moderator })]);
    expect(own(discord, thread)).toHaveLength(1);
  });

  it('a locked thread that somebody else has made stays as it is', async () => {
    const card = await discord.use('ask', { question: ABOUT_OKAFOR });
    const thread = discord.startThread('my own', { on: card });
    discord.changeThread(thread, { locked: true });
    expect(textsOf(await discord.press(card, 'Follow up'))[0]).toContain('which is locked now');
    expect(own(discord, thread)).toEqual([]);
  });
});

describe('more than 200 messages', () => {
  it('with others in between: leans on the last answer, and turns pages to where they were', async () => {
    const { thread } = await aThread(discord);
    const chat = (count: number): void => {
      for (let n = 0; n < count; n++) discord.send('And the weather?', { channel: thread, as: discord.moderator });
    };
    chat(150);
    await discord.use('ask', { question: ABOUT_OKAFOR }, { channel: thread });
    chat(150);
    const card = await discord.use('ask', { question: LEANING }, { channel: thread });
    expect(textsOf(card)).toContain(`-# read as: ${READ}`);
    chat(250);
    const turned = await discord.press(card, 'Next 2/4');
    expect(textsOf(turned)).toContain(`-# read as: ${READ}`);
    expect(textsOf(await discord.press(turned, 'Previous 1/4'))).toEqual(textsOf(card));
    const late = await discord.use('ask', { question: LEANING }, { channel: thread });
    expect(wordsOf(late)).not.toContain('read as');
  });
});

it('keeps the subjects of two people apart who reply to their own answers', async () => {
  const { thread } = await aThread(discord, 'Who voted on Monday?');
  const okafor = await answerTo(discord, () => discord.send(`${call} ${ABOUT_OKAFOR}`, { channel: thread }), thread);
  const ruiz = await answerTo(
    discord,
    () => discord.send(`${call} What did Maria Ruiz measure?`, { channel: thread, as: discord.moderator }),
    thread,
  );
  const why = { as: discord.moderator, replyTo: ruiz };
  const first = await answerTo(discord, () => discord.send(LEANING, { replyTo: okafor }), thread);
  const second = await answerTo(discord, () => discord.send('Why?', why), thread);
  expect(wordsOf(first)).toContain(`read as: ${READ}`);
  expect(wordsOf(second)).toContain('Maria Ruiz measure');
});

it('puts one earlier question beside "Why?" and what follows it, not one within the other', async () => {
  const { thread } = await aThread(discord, ABOUT_OKAFOR);
  for (const question of ['Why?', 'What else?', 'When?']) {
    const card = await discord.use('ask', { question }, { channel: thread });
    expect(textsOf(card)[1]).toBe(`-# read as: ${question} (${ABOUT_OKAFOR})`);
  }
});

describe('a reading that is corrected', () => {
  it('stays so when another presses too, at once and after a restart', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const card = await discord.use('ask', { question: 'What did he say about the wall?' }, { channel: thread });
    const both = await Promise.all([
      discord.press(card, 'Ask it as it stands', { as: discord.moderator }),
      discord.press(card, 'Ask it as it stands'),
    ]);
    for (const one of both) expect(wordsOf(one)).not.toContain('read as');
    const [alone] = both;
    await bot.close();
    bot = await connectedBot(discord, library, { log: note });
    const next = buttons(alone).find((label) => label.startsWith('Next')) ?? '';
    const turned = await discord.press(alone, next);
    expect(wordsOf(turned)).not.toContain('read as');
    expect(textsOf(await discord.press(turned, next.replace('Next 2', 'Previous 1')))).toEqual(textsOf(alone));
  });

  it('takes what was asked before out of what follows', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const card = await discord.use('ask', { question: LEANING }, { channel: thread });
    const leaning = await discord.use('ask', { question: 'Why?' }, { channel: thread });
    expect(wordsOf(leaning)).toContain('Okafor');
    discord.delete(leaning);
    await discord.press(card, 'Ask it as it stands');
    const why = await discord.use('ask', { question: 'Why?' }, { channel: thread });
    expect(textsOf(why)[1]).toBe(`-# read as: Why? (${LEANING})`);
  });

  it('can be corrected after a restart', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const card = await discord.use('ask', { question: LEANING }, { channel: thread });
    await bot.close();
    bot = await connectedBot(discord, library, { log: note });
    const alone = await discord.press(card, 'Ask it as it stands', { as: discord.moderator });
    expect(wordsOf(alone)).not.toContain('read as');
  });
});

describe('what somebody writes in a question', () => {
  it('that mentions a role, everyone or nobody gets no answer', async () => {
    const { thread } = await aThread(discord);
    const [role] = discord.guild.roles.values();
    for (const text of [`<@&${role?.id ?? ''}> ${COST}`, `@everyone ${COST}`, `@here ${COST}`, COST])
      discord.send(text, { channel: thread });
    await caughtUp(discord);
    expect(own(discord, thread)).toHaveLength(1);
  });

  it.each([
    ['a mention', '<@1> <@&2> <#3> @everyone @here', '\\<\\@1\\> \\<\\@\\&2\\>'],
    ['a link', 'Is [this](https://example.com) so?', '\\[this\\]\\('],
    ['emphasis', '**Why** did __he__ ~~not~~ ||ask||?', '\\*\\*Why\\*\\*'],
    ['a heading', '# Why did he ask?', '\\# Why'],
    ['an emoji, a time, code', '<:x:1> <t:0> `why`', '\\<\\:x\\:1\\>'],
  ])('comes back as it was written: %s', async (_case, question) => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const answer = await answerTo(discord, () => discord.send(`${call} ${question}`, { channel: thread }), thread);
    for (const line of textsOf(answer).filter((text) => /^-# (?!paragraph|key point|standfirst)/.test(text))) {
      expect(line.slice(3).replace(/\\([^])/g, '')).not.toMatch(/[*_~`|[\]<>@]|^#/);
    }
    expect(
      textsOf(answer)[0]
        ?.slice(3)
        .replace(/\\([^])/g, '$1'),
    ).toBe(question);
    expect(answer.mentions).toEqual([]);
    expect(answer.mention_everyone).toBe(false);
  });

  it('2,000 characters long is asked to be shorter, in a channel and in a thread', async () => {
    const { thread } = await aThread(discord);
    const long = `${call} ${'why '.repeat(500)}`.slice(0, 2000);
    for (const channel of [discord.general, thread]) {
      const answer = await answerTo(discord, () => discord.send(long, { channel }), channel);
      expect(textsOf(answer)).toEqual(['That is long for a question. Ask it in at most 200 characters.']);
    }
  });

  it('shows as it reads where it would turn what stands behind it, and pings nobody', async () => {
    const { thread } = await aThread(discord, ABOUT_OKAFOR);
    const question = `${OVERRIDE}@everyone <@1> What did he \u2066ask for?`; // LEFT-TO-RIGHT ISOLATE
    const card = await discord.use('ask', { question }, { channel: thread });
    expect(textsOf(card).slice(0, 2)).toEqual([
      '-# \\@everyone \\<\\@1\\> What did he ask for?',
      '-# read as: \\@everyone \\<\\@1\\> What did Tom Okafor ask for?',
    ]);
    expect(card.mentions).toEqual([]);
    expect(card.mention_everyone).toBe(false);
  });

  it('in letters from right to left comes back as it was written', async () => {
    const question = '\u0643\u0645 \u0627\u0644\u062B\u0645\u0646\u061F'; // Arabic: what is the price?
    const card = await discord.use('ask', { question });
    expect(textsOf(card)[0]).toBe(`-# ${question}`);
    await discord.press(card, 'Follow up');
    expect(discord.threadOn(card)?.name).toBe(question);
  });

  it('as white space in the form is asked for again', async () => {
    const { opening } = await aThread(discord);
    const form = await discord.pressForModal(opening, 'Ask a follow-up');
    expect(textsOf(await discord.submitModal(form, { question: ' \t ' }))[0]).toContain('no question in the form');
  });

  it.each([
    ['a long question at a word', `Why ${'did they say so '.repeat(10)}?`, /^Why .{70,95} \w+\u2026$/],
    [
      'an emoji, whole',
      '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(20),
      /^(?:\u{1F468}\u200D\u{1F469}\u200D\u{1F467})+\u2026$/u,
    ],
    ['one that only turns the writing', OVERRIDE.repeat(3), /^Follow-up$/],
    ['one that turns the writing', `${OVERRIDE}Why?`, /^Why\?$/],
  ])('names the thread: %s', async (_case, question, name) => {
    const message = discord.send(`${call} ${question}`);
    const thread = await discord.until(() => discord.threadOn(message), 'a thread');
    expect(thread.name).toMatch(name);
    expect(thread.name.length).toBeLessThanOrEqual(100);
    expect(thread.name.isWellFormed()).toBe(true);
  });
});

it("sends nothing that Discord's own description does not allow", () => {
  expect(discord.violations).toEqual([]);
});
