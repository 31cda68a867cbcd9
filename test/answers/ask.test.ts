import { describe, expect, it } from 'vitest';
import type { AnsweringPassage } from '../../src/answers/answer.ts';
import { ask } from '../../src/answers/ask.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { anArticle } from '../support/an-article.ts';

const { articles } = await loadCorpus(['corpus']);
const talks = buildLibrary(articles);

/** "paragraph 19: 5,000 military helmets", or "no answer". */
function answerTo(question: string, library = talks): string {
  const answer = ask(library, { question, article: null, history: [], limit: 5 });
  return answer.kind === 'answered' ? shown(answer.answers[0]) : 'no answer';
}

const shown = ({ passage, highlight }: AnsweringPassage): string =>
  `${passage.label}: ${highlight.map(({ text }) => text).join(' … ')}`;

/** Asks one question after the other and gives the place of each first answer, or "no answer". */
function thread(...questions: readonly string[]): string[] {
  const history: { question: string; shown: { article: string; block: number }[] }[] = [];
  return questions.map((question) => {
    const answer = ask(talks, { question, article: null, history, limit: 5 });
    const first = answer.kind === 'answered' ? answer.answers[0] : null;
    history.push({ question, shown: first === null ? [] : [first.passage] });
    return first === null ? 'no answer' : first.passage.label;
  });
}

describe('a question about the shipped article is answered with', () => {
  it.each([
    ['How many helmets did Germany offer?', 'paragraph 19: 5,000 military helmets'],
    ['how many helmts did germny offer', 'paragraph 19'],
    ['Who called the helmets a joke?', 'paragraph 19: Kyiv'],
    ["What did Kyiv's mayor say about the helmets?", 'paragraph 19: mocked the offer as "a joke"'],
    ['What is Ukraine looking for?', 'paragraph 19: Ukraine is looking for weapons'],
    ['When will the two presidents meet?', 'paragraph 4: at about 1400 GMT'],
    ['What will follow the talks?', 'paragraph 4: A working dinner was to follow'],
    ['Where did Boris Johnson\u2019s spokesman speak?', 'paragraph 16: London'], // RIGHT SINGLE QUOTATION MARK
    ['What did the spokesman for Boris Johnson say about NATO?', 'paragraph 16'],
    ['Is NATO a defensive alliance?', 'paragraph 16'],
    ['How many troops has Russia deployed near Ukraine?', 'paragraph 8: More than 100,000 Russian troops'],
    ['Does Russia plan to invade Ukraine?', 'paragraph 8: Russia denies that it is planning to invade.'],
    ['Where are the Russian troops?', 'paragraph 8'],
    ['What did Peskov say about breakthroughs?', 'paragraph 7: Russia knew'],
    ['What did Peskov say about the Western interlocutors?', 'paragraph 5: "In recent days'],
    ['What is the topic on which nothing is new?', 'paragraph 5: "In recent days'],
    ['Who is the Kremlin spokesperson?', 'paragraph 5'],
    ['Who said statements were pouring in?', 'paragraph 6: By contrast, he said'],
    ['What did Macron say about Russia\u2019s objective?', 'paragraph 10: "The geopolitical objective'], // RIGHT SINGLE QUOTATION MARK
    ['What is the geopolitical objective of Russia?', 'paragraph 10'],
    ['Which newspaper did Macron speak to?', 'paragraph 10'],
    ['What did Macron say about gestures?', 'paragraph 11: "We will not obtain'],
    ['How many countries joined NATO since the Cold War?', 'paragraph 13: 14 countries'],
    ['What does Russia think of NATO\u2019s growth?', 'paragraph 13'], // RIGHT SINGLE QUOTATION MARK
    ['What demands has NATO rejected?', 'paragraph 14'],
    ['Who turned down Russia\u2019s demands?', 'paragraph 14'], // RIGHT SINGLE QUOTATION MARK
    ['What does Moscow say about the offer?', 'paragraph 15'],
    ['What does Britain want?', 'paragraph 17'],
    ['What does Washington think according to French officials?', 'paragraph 12'],
    ['Who thinks Washington is alarmist?', 'paragraph 12'],
    ['What measures has Putin threatened?', 'paragraph 9'],
    ['What did Putin say?', 'paragraph 9'],
    ['When could Putin order an attack?', 'paragraph 3'],
    ['What did Baerbock promise Ukraine?', 'paragraph 18'],
    ['Who is the German foreign minister?', 'paragraph 18'],
    ['How many trips has Baerbock made to Kyiv in three weeks?', 'paragraph 18'],
    ['Why has Germany ruled out lethal weapons?', 'paragraph 20'],
    ['Why does Germany refuse to send lethal weapons?', 'paragraph 20'],
    ['What did Kuleba say about the weapons?', 'paragraph 21'],
    ['Who led Germany before Scholz?', 'paragraph 23'],
    ['When does Scholz travel to Kyiv?', 'paragraph 23'],
    ['Who will Scholz meet in Washington?', 'key point 3: Joe Biden'],
    ['Who is the French president?', 'paragraph 1'],
  ])('%s', (question, expected) => {
    expect(answerTo(question)).toContain(expected);
  });
});

describe('the article does not say', () => {
  it.each([
    'Who is the mayor of Moscow?',
    'What is the capital of Ukraine?',
    'What did Zelensky say about the talks?',
    'How many soldiers has China sent?',
    'Who won the football match?',
    'What is the price of gas?',
    'When did the pipeline explode?',
    'What did Merkel say about NATO?',
    'How many people died in the earthquake?',
    'Who is the president of Turkey?',
    'What did Biden say about sanctions?',
    'Where were the Olympic Games held?',
    'How many tanks did Poland deliver?',
    'What is the unemployment rate?',
    'What did Scholz say?',
    'What did Macron say about nuclear power?',
    'When is the next election in France?',
    'What is the capital of Australia?',
  ])('%s', (question) => {
    expect(answerTo(question)).toBe('no answer');
  });
});

describe('a thread goes on with', () => {
  it.each([
    [
      'the same speaker, by ellipsis',
      ['What did Macron say about Russia\u2019s objective?', 'And gestures?'],
      ['10', '11'],
    ], // RIGHT SINGLE QUOTATION MARK
    [
      'what was shown, when it is asked about',
      ['What did Macron say about gestures?', 'When did he say that?'],
      ['11', '11'],
    ],
    [
      'what was shown, when it holds the answer',
      ['How many helmets did Germany offer?', 'Who mocked the offer of helmets as a joke?'],
      ['19', '19'],
    ],
    ['the reason', ['How many helmets did Germany offer?', "Why doesn't it send weapons?"], ['19', '20']],
    [
      'another speaker',
      ['How many helmets did Germany offer?', "Why doesn't it send weapons?", 'And Kuleba?'],
      ['19', '20', '21'],
    ],
    ['what else somebody said', ['What did Kuleba say about weapons?', 'What else did he say?'], ['21', '22']],
    [
      'what else a spokesman said',
      ['What did Peskov say about the Western interlocutors?', 'What else did he say?'],
      ['5', '6'],
    ],
    ['a new subject', ['What did Peskov say about breakthroughs?', 'How many troops are there?'], ['7', '8']],
    [
      'an old subject after a new one',
      ['How many troops are there?', 'Who is the German chancellor?', 'How many troops are there?'],
      ['8', '23', '8'],
    ],
    ['when, of what was shown', ['What did Baerbock promise?', 'When?'], ['18', '18']],
    [
      'a subject of its own, whatever came before',
      ['Who is the German chancellor?', 'Is NATO a defensive alliance?'],
      ['23', '16'],
    ],
  ])('%s', (_case, questions, paragraphs) => {
    expect(thread(...questions)).toEqual(paragraphs.map((number) => `paragraph ${number}`));
  });

  it('no answer when the new subject is not in the article', () => {
    expect(thread('How many helmets did Germany offer?', 'Who won the football match?')[1]).toBe('no answer');
  });
});

describe('a question', () => {
  it('about somebody\u2019s words is attributed to them', () => {
    // RIGHT SINGLE QUOTATION MARK
    const answer = ask(talks, {
      question: 'What did Macron say about gestures?',
      article: null,
      history: [],
      limit: 1,
    });
    expect(answer.kind === 'answered' && answer.answers[0].attribution).toMatchObject({
      speaker: { name: 'Emmanuel Macron' },
    });
  });

  it('in another language finds the words of an article in it', () => {
    const library = buildLibrary([
      anArticle({
        language: 'und',
        title: '\u9996\u76F8',
        paragraphs: [
          '\u9996\u76F8\u306F\u6708\u66DC\u65E5\u306B\u30E2\u30B9\u30AF\u30EF\u3092\u8A2A\u554F\u3057\u305F\u3002',
          '\u5929\u6C17\u306F\u6674\u308C\u3060\u3002',
        ],
      }),
    ]);
    expect(answerTo('\u30E2\u30B9\u30AF\u30EF \u8A2A\u554F', library)).toContain('paragraph 1');
  });

  it('never gives a passage a higher score than one before it', () => {
    const answer = ask(talks, {
      question: 'How many helmets did Germany offer?',
      article: null,
      history: [],
      limit: 10,
    });
    const scores = answer.kind === 'answered' ? answer.answers.map(({ score }) => score) : [];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});
