import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answers/ask.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import type { Article } from '../../src/corpus/article.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';

const harbour = anArticle({
  id: 'harbour',
  title: 'Saltmarsh votes to rebuild its harbour wall',
  paragraphs: [
    'The council of Saltmarsh voted on Tuesday to rebuild the northern wall of the harbour, which a storm broke in January. Eleven members were in favour and four against.',
    'The work will cost 3.4 million pounds and begin in May. A loan from the county pays for half of it, and the fishing companies for a fifth.',
    'Maria Ruiz, the harbour master, led the repairs after the flood of 1998. The largest boats have lain at Westport since the winter.',
    '"The wall will not hold another storm," Ruiz told the council. "We have measured it twice, and it moves."',
    'Tom Okafor, who owns the bakery on the quay, fears that the noise will drive his customers away. He bought the house nine years ago.',
    'The council rejected a plan to move the fish market to the southern quay. It will stay where it is until the end of the century.',
  ],
});
const hospital = anArticle({
  id: 'hospital',
  title: 'Hospital in Denmoor opens a ward for children',
  paragraphs: [
    'The hospital in Denmoor opened a ward for children on 3 March, after two years of construction. It has 24 beds and employs 60 nurses.',
    'Before the ward opened, parents had to travel 80 kilometres to the clinic in Farley. Doctor Ines Vogel, who heads the ward, called the journeys "a burden no family should carry".',
    'The health ministry refused to pay for a helicopter. A foundation in Norway gave the money instead.',
  ],
});
const library = buildLibrary([harbour, hospital]);

function answerTo(question: string, from = library): string {
  const answer = ask(from, { question, article: null, history: [], limit: 5 });
  if (answer.kind === 'no-answer') return 'no answer';
  const { passage, highlight } = answer.answers[0];
  return `${passage.article} ${passage.block}: ${highlight.map(({ text }) => text).join(' … ')}`;
}

const ANSWERED = [
  ['When did the council vote?', 'harbour 1: The council of Saltmarsh voted on Tuesday'],
  ['Which wall will be rebuilt?', 'harbour 1: The council of Saltmarsh voted'],
  ['How many members were in favour?', 'harbour 1: Eleven members'],
  ['How much will the work cost?', 'harbour 2: 3.4 million pounds'],
  ['When does the work begin?', 'harbour 2: May'],
  ['Who pays for half of the work?', 'harbour 2: A loan from the county pays'],
  ['Who is the harbour master?', 'harbour 3: Maria Ruiz'],
  ['Who leads repairs after floods?', 'harbour 3: Maria Ruiz'],
  ['Where have the largest boats lain?', 'harbour 3: Westport'],
  ['What did Ruiz say about the wall?', 'harbour 4: "The wall will not hold another storm,"'],
  ['What does Okafor own?', 'harbour 5: Tom Okafor, who owns the bakery'],
  ['What does Okafor fear?', 'harbour 5: Tom Okafor, who owns the bakery'],
  ['When did Okafor purchase the house?', 'harbour 5: '],
  ['What plan did the council reject?', 'harbour 6: The council rejected a plan'],
  ['When did the ward for children open?', '3 March'],
  ['How many beds does the ward have?', 'hospital 1: 24 beds'],
  ['How many nurses work in the ward?', 'hospital 1: 60 nurses'],
  ['Who heads the ward?', 'hospital 2: Ines Vogel'],
  ['Who leads the ward?', 'hospital 2: Ines Vogel'],
  ['What did the ministry refuse to pay for?', 'hospital 3: The health ministry refused'],
] as const;

const REFUSED = [
  'Who invented the telephone?',
  'How many ships sank in the storm?',
  'Which language do people speak in Oslo?',
  'What did Okafor say about the ward?',
  'Who designed the lighthouse?',
  'When was the railway station closed?',
  'How much does a nurse earn?',
  'Which team won the cup?',
  'What did Vogel say about taxes?',
  'Why did the airport close?',
] as const;

describe('a question about two articles is answered with', () => {
  it.each(ANSWERED)('%s', (question, expected) => {
    expect(answerTo(question)).toContain(expected);
  });
});

describe('two articles do not say', () => {
  it.each(REFUSED)('%s', (question) => {
    expect(answerTo(question)).toBe('no answer');
  });
});

/** The confidence in the first passage. */
function scoreOf(question: string, from = library): number {
  const answer = ask(from, { question, article: null, history: [], limit: 1 });
  return (answer.kind === 'answered' ? answer.answers[0] : answer.nearest[0])?.score ?? 0;
}

describe('a question that the article meets is surer of its answer than one', () => {
  it.each([
    ['about the opposite', 'Where have the largest boats lain?', 'Where have the smallest boats lain?'],
    ['that denies', 'Who pays for half of the work?', 'Who does not pay for half of the work?'],
    ['with another number', 'Who gave 24 beds?', 'Who gave 25 beds?'],
    ['of another owner', 'What did the council of Saltmarsh vote on?', 'What did the council of Farley vote on?'],
    ['with another name', 'What did Maria Ruiz lead?', 'What did Juan Ruiz lead?'],
    ['before and not after', 'Who led repairs after the flood?', 'Who led repairs before the flood?'],
    ['that describes otherwise', 'Which northern wall broke?', 'Which wooden wall broke?'],
  ])('%s', (_case, met, unmet) => {
    expect(scoreOf(met)).toBeGreaterThan(scoreOf(unmet));
  });
});

describe('whatever is asked', () => {
  const aQuestion = fc.oneof(
    aText,
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(fc.constantFrom(...ANSWERED.flatMap(([question]) => question.split(' '))), { maxLength: 15 })
      .map((words) => words.join(' ')),
  );

  it('the scores run from 0 to 1 and fall, and what is marked lies in its passage', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const answer = ask(library, { question, article: null, history: [], limit: 10 });
        const answers = answer.kind === 'answered' ? answer.answers : answer.nearest;
        const scores = answers.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        for (const { passage, highlight } of answers) {
          for (const { block, start, end, text } of highlight) {
            expect(block).toBe(passage.block);
            expect(passage.text.slice(start - passage.start, end - passage.start)).toBe(text);
          }
        }
      }),
    );
  });

  it('at most half of a passage is marked, or 200 characters', () => {
    fc.assert(
      fc.property(fc.array(aText, { minLength: 1, maxLength: 4 }), aText, (paragraphs, question) => {
        const own = buildLibrary([anArticle({ paragraphs: paragraphs.map((text) => text.replace(/\s+/gu, ' ')) })]);
        const answer = ask(own, { question: `when ${question}`, article: null, history: [], limit: 10 });
        for (const { passage, highlight } of answer.kind === 'answered' ? answer.answers : answer.nearest) {
          const marked = highlight.reduce((sum, { text }) => sum + text.length, 0);
          expect(marked).toBeLessThanOrEqual(Math.max(200, passage.text.length / 2));
        }
      }),
    );
  });
});

describe('articles about other things change neither', () => {
  const others = Array.from({ length: 40 }, (_, n): Article =>
    anArticle({
      id: `other-${n}`,
      title: `Orchestra tours city number ${n}`,
      paragraphs: [
        `The orchestra played symphony ${n} before ${n * 10} listeners. Its violins came from a workshop in Cremona.`,
        `The conductor praised the choir after rehearsal ${n}, and the singers applauded.`,
      ],
    }),
  );
  const crowded = buildLibrary([harbour, hospital, ...others]);

  it.each(ANSWERED)('the answer to %s', (question, expected) => {
    expect(answerTo(question, crowded)).toContain(expected);
  });

  it.each(REFUSED)('that they do not say %s', (question) => {
    expect(answerTo(question, crowded)).toBe('no answer');
  });
});
