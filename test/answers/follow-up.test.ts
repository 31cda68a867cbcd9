import { describe, expect, it } from 'vitest';
import type { EarlierTurn } from '../../src/answers/answer.ts';
import { ask } from '../../src/answers/ask.ts';
import { buildLibrary, type Library } from '../../src/answers/library.ts';
import { readFollowUp } from '../../src/answers/read-follow-up.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { anArticle } from '../support/an-article.ts';

const { articles } = await loadCorpus(['corpus']);
const talks = buildLibrary(articles);

const ferries = buildLibrary([
  anArticle({
    id: 'ferry-strike',
    title: 'Island ferries stop as talks about shifts break down',
    paragraphs: [
      'Crews of the island ferries walked out on Thursday after talks about shifts broke down. Fourteen sailings were stopped.',
      'Maria Ruiz, who leads the seafarers\u2019 union, said that the company had offered “a timetable for exhaustion”.', // RIGHT SINGLE QUOTATION MARK
      'She joined the union in 2009 and was elected as its leader in March, after Tom Okafor had stepped down.',
      'Henrik Dahl, the chief executive of the company, said that the shifts had to change because two vessels would be in the yard until June.',
      'The Gannet, the older of the two ships, needs an engine. A surveyor found a crack in it.',
      'Islanders have been told to book seats on the mail boat, which takes 12 passengers and leaves at 7 a.m.',
      'The other ship, the Petrel, is being painted and will return first.',
      'The regional council will discuss a subsidy of 2.4 million euros next week.',
      'Schools on the islands stayed open, but exams were put off until Monday because teachers could not reach them.',
      '“We would rather sail than strike,” Ruiz said. “But nobody can steer a ship for 14 hours.”',
      'A strike in 2017 lasted nine days and ended when the company gave every crew two free weekends a month.',
    ],
  }),
]);

/** Asks one question after the other; gives the labels of the first answers, "no answer" where there is none. */
function thread(library: Library, questions: readonly string[]): string[] {
  const history: EarlierTurn[] = [];
  return questions.map((question) => {
    const answer = ask(library, { question, article: null, history, limit: 5 });
    const shown = answer.kind === 'answered' ? [answer.answers[0].passage] : [];
    history.push({ question, shown });
    return shown[0]?.label ?? 'no answer';
  });
}

/** "Who leads …? -> paragraph 2", a line a turn. */
const turnsOf = (script: string): readonly (readonly [string, string])[] =>
  script
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' -> '))
    .map(([question = '', label = '']) => [question, label]);

describe('a thread about a strike understands', () => {
  it.each([
    [
      'a pronoun, also where the article goes on with “she”',
      `Who leads the seafarers' union? -> paragraph 2
       When did she join it? -> paragraph 3
       What else did she say? -> paragraph 10`,
    ],
    [
      '“the other one”, and a change of subject after it',
      `Which ship needs an engine? -> paragraph 5
       And the other one? -> paragraph 7
       What about the mail boat? -> paragraph 6`,
    ],
    [
      'an ellipsis with another speaker, and “why?” of what was shown',
      `What did Ruiz say about the timetable? -> paragraph 2
       What else did she say? -> paragraph 10
       And Dahl? -> paragraph 4
       Why? -> paragraph 4`,
    ],
    [
      'another topic of the same speaker',
      `What did Ruiz say about the timetable? -> paragraph 2
       And about the strike? -> paragraph 10`,
    ],
    [
      'another time of the same thing',
      `How many sailings were stopped? -> paragraph 1
       Why? -> paragraph 1
       Why? -> paragraph 1
       And in 2017? -> paragraph 11`,
    ],
    [
      'a question about what was shown',
      `Why were exams put off? -> paragraph 9
       Until when? -> paragraph 9
       Did schools stay open? -> paragraph 9`,
    ],
    [
      'that the article does not say, and goes on',
      `Who is the chief executive? -> paragraph 4
       How old is he? -> no answer
       How many passengers does the mail boat take? -> paragraph 6
       Who won the football match? -> no answer
       How long did the strike in 2017 last? -> paragraph 11`,
    ],
    [
      'the same question again',
      `How long did the strike in 2017 last? -> paragraph 11
       How much is the subsidy? -> paragraph 8
       How long did the strike in 2017 last? -> paragraph 11`,
    ],
    [
      'a detail of what was shown',
      `What will the regional council discuss? -> paragraph 8
       How much? -> paragraph 8
       Who leads the seafarers' union? -> paragraph 2
       How much was the subsidy again? -> paragraph 8`,
    ],
    [
      'whose words were shown',
      `What did the company offer? -> paragraph 2
       Who said that? -> paragraph 2`,
    ],
  ])('%s', (_case, script) => {
    const turns = turnsOf(script);
    const answers = thread(
      ferries,
      turns.map(([question]) => question),
    );
    expect(turns.map(([question], n) => [question, answers[n]])).toEqual(turns);
  });
});

describe('a thread about the talks understands', () => {
  it.each([
    [
      'whom a pronoun means by what was shown, and comes back to it',
      `Who is the German chancellor? -> paragraph 23
       When did he take over? -> paragraph 23
       From whom? -> paragraph 23
       Where is he going? -> paragraph 23`,
    ],
    [
      'where she was going, told in other words',
      `What did Baerbock promise Ukraine? -> paragraph 18
       Where was she going? -> paragraph 18
       What else did she say? -> no answer`,
    ],
    [
      'another person in the place of the first',
      `Where is Scholz going? -> paragraph 23
       What about Baerbock? -> paragraph 18`,
    ],
    [
      'another topic, then what else was said',
      `What did Peskov say about the Western interlocutors? -> paragraph 5
       And about breakthroughs? -> paragraph 7
       What else did he say? -> paragraph 6`,
    ],
    [
      'a reason, another speaker and what else he said',
      `How many helmets did Germany offer? -> paragraph 19
       Why doesn't it send weapons? -> paragraph 20
       And Kuleba? -> paragraph 21
       What else did he say? -> paragraph 22`,
    ],
    [
      'a change of subject that does not drag the old one along',
      `How many troops are there? -> paragraph 8
       What did Macron say about gestures? -> paragraph 11
       When did he say that? -> paragraph 11
       Is NATO a defensive alliance? -> paragraph 16`,
    ],
  ])('%s', (_case, script) => {
    const turns = turnsOf(script);
    const answers = thread(
      talks,
      turns.map(([question]) => question),
    );
    expect(turns.map(([question], n) => [question, answers[n]])).toEqual(turns);
  });
});

describe('a follow-up is read as', () => {
  const shown = (block: number): EarlierTurn['shown'] => [{ article: 'ferry-strike', block }];
  it.each([
    ['the name for “she”', ['Who leads the union?'], 'When did she join it?', 'When did Maria Ruiz join it?'],
    ['the owner for “her”', ['What did Ruiz say?'], 'Who is her deputy?', "Who is Maria Ruiz's deputy?"],
    ['the full question, of “why?” after “why?”', ['Who left?', 'Why?'], 'Why?', 'Why? (Who left?)'],
    ['the question about another', ['Where is Ruiz going?'], 'And Dahl?', 'Where is Dahl going?'],
    ['another topic', ['What did Ruiz say about pay?'], 'And rest?', 'What did Ruiz say about rest?'],
    ['itself where it stands alone', ['What did Ruiz say?'], 'Who paints the ship?', 'Who paints the ship?'],
    ['itself where it names somebody', ['What did Ruiz say?'], 'Did he meet Dahl?', 'Did he meet Dahl?'],
    [
      'whom the answer named, where the question named a place',
      ['Who flew in from Oslo?'],
      'Was she ill?',
      'Was Maria Ruiz ill?',
    ],
  ])('%s', (_case, earlier, question, reading) => {
    const history = earlier.map((one) => ({ question: one, shown: shown(2) }));
    expect(readFollowUp(ferries, question, history)).toBe(reading);
  });

  it('“he” for no woman, and “she” for no man', () => {
    const history = [{ question: 'What was said about the shifts?', shown: [...shown(2), ...shown(4)] }];
    expect(readFollowUp(ferries, 'What does he want?', history)).toBe('What does Henrik Dahl want?');
    expect(readFollowUp(ferries, 'What does she want?', history)).toBe('What does Maria Ruiz want?');
  });

  it('itself when the reading is turned off, by asking without the earlier turns', () => {
    expect(readFollowUp(ferries, 'When did she join it?', [])).toBe('When did she join it?');
  });
});
