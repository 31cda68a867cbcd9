import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/answers/check/check.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';

const library = buildLibrary([
  anArticle({
    id: 'vote',
    paragraphs: [
      'The council of Saltmarsh voted on Monday to rebuild the wall of the harbour.',
      '“The wall will not hold another winter,” said Maria Ruiz, the harbour master. “We have measured it twice.”',
      'Tom Okafor, a councillor, said: “Show us the price before we vote on anything.”',
      'A spokesman for Mayor Helen Brandt said the repairs would be “a burden for every household in the town”.',
      'The repairs will cost 4.2 million pounds and take three years.',
    ],
  }),
  anArticle({
    id: 'ferry',
    title: 'Ferry returns after nine months',
    paragraphs: [
      '“The ferry is back and it will stay,” said Anna Lindqvist, who runs the line.',
      '“Nobody told the islanders when it would come,” Tom Okafor complained.',
    ],
  }),
]);

/** "verdict ← claimed" for each quotation in the text. */
const verdicts = (text: string): string[] => {
  const answer = check(library, { text, article: null });
  return answer.kind === 'none' ? [] : answer.checks.map(({ verdict, claimed }) => `${verdict} ← ${claimed ?? '?'}`);
};

describe('a quotation is', () => {
  it.each([
    ['exact, named before a colon', 'Ruiz: "The wall will not hold another winter"', ['exact ← Ruiz']],
    ['exact, signed with a dash', '"The wall will not hold another winter" – Maria Ruiz', ['exact ← Maria Ruiz']],
    ['exact, signed with a long dash', '“We have measured it twice.” — Ruiz', ['exact ← Ruiz']],
    ['exact, with "as X said"', 'As Okafor said, "Show us the price before we vote".', ['exact ← Okafor']],
    [
      'exact, with "said" behind it',
      '"The ferry is back and it will stay," Anna Lindqvist said.',
      ['exact ← Anna Lindqvist'],
    ],
    ['exact, in other marks', 'Ruiz: «The wall will not hold another winter»', ['exact ← Ruiz']],
    ['exact, in other letters', 'RUIZ: "the WALL will NOT hold another winter"', ['exact ← RUIZ']],
    ['exact, with a mark that never closes', 'Ruiz: "The wall will not hold another winter', ['exact ← Ruiz']],
    [
      'exact, over the words that split it',
      'Ruiz: "The wall will not hold another winter. We have measured it twice."',
      ['exact ← Ruiz'],
    ],
    ['exact, without anybody named', '"Nobody told the islanders"', ['exact ← ?']],
    ['exact, without quotation marks', 'we have measured it twice', ['exact ← ?']],
    ['exact, without quotation marks but named', 'Ruiz: we have measured it twice', ['exact ← Ruiz']],
    [
      'exact, as somebody’s spokesman',
      'A spokesman for Helen Brandt: "a burden for every household"',
      ['exact ← A spokesman for Helen Brandt'],
    ],
    ['altered, a “not” dropped', 'Ruiz: "The wall will hold another winter"', ['altered ← Ruiz']],
    ['altered, a “not” added', 'Lindqvist: "The ferry is not back and it will stay"', ['altered ← Lindqvist']],
    ['altered, a word changed', 'Ruiz: "The wall will not hold another summer"', ['altered ← Ruiz']],
    ['altered, with typing errors', '"The wall wlil not hold anohter winter" – Ruiz', ['altered ← Ruiz']],
    ['exact, cut short', 'Okafor: "Show us the price before we vote"', ['exact ← Okafor']],
    ['altered, words left out in the middle', 'Okafor: "Show us the price before anything"', ['altered ← Okafor']],
    ['altered, more said than was', '"Nobody ever told the poor islanders when it would come"', ['altered ← ?']],
    ['misattributed, another said it', 'Okafor: "The wall will not hold another winter"', ['misattributed ← Okafor']],
    [
      'misattributed, a stranger',
      '"The ferry is back and it will stay," Peter Nordmann said.',
      ['misattributed ← Peter Nordmann'],
    ],
    ['misattributed, altered as well', 'Okafor: "The wall will not hold another summer"', ['misattributed ← Okafor']],
    [
      'misattributed, the spokesman’s words to the mayor',
      'Helen Brandt: "a burden for every household in the town"',
      ['misattributed ← Helen Brandt'],
    ],
    [
      'stitched from two people',
      '"The wall will not hold another winter. Nobody told the islanders when it would come."',
      ['stitched ← ?'],
    ],
    [
      'stitched with dots',
      'Okafor: "Show us the price before we vote … Nobody told the islanders when"',
      ['stitched ← Okafor'],
    ],
    ['stitched from two articles', '"The ferry is back and it will stay, we have measured it twice"', ['stitched ← ?']],
    ['the article’s own narration', '"The repairs will cost 4.2 million pounds"', ['narration ← ?']],
    ['narration, though somebody is claimed', 'Ruiz: "voted on Monday to rebuild the wall"', ['narration ← Ruiz']],
    ['not in the articles', '"Purple elephants dance at dawn on the pier"', ['absent ← ?']],
    [
      'not in the articles, though somebody is claimed',
      'Ruiz: "I have never seen such generous budgets"',
      ['absent ← Ruiz'],
    ],
    [
      'not in the articles, in another script',
      '“\u0421\u0442\u0435\u043D\u0430 \u043D\u0435 \u0432\u044B\u0434\u0435\u0440\u0436\u0438\u0442”',
      ['absent ← ?'],
    ],
    [
      'one of several',
      'Ruiz: "We have measured it twice."\nOkafor: "It will be cheap, I promise."',
      ['exact ← Ruiz', 'absent ← Okafor'],
    ],
  ])('%s', (_case, text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

it('shows how an altered quotation differs, and calls out what reverses it', () => {
  const answer = check(library, { text: 'Ruiz: "The wall will hold another winter"', article: null });
  expect(answer).toMatchObject({
    checks: [
      {
        matches: [
          {
            alterations: ['negation'],
            changes: [
              { kind: 'same', text: 'The wall will' },
              { kind: 'added', text: 'not' },
              { kind: 'same', text: 'hold another winter' },
            ],
          },
        ],
      },
    ],
  });
});

it('says who really said it', () => {
  const answer = check(library, { text: 'Okafor: "We have measured it twice"', article: null });
  expect(answer).toMatchObject({
    checks: [{ matches: [{ quotation: { attribution: { speaker: { name: 'Maria Ruiz' } } } }] }],
  });
});

it('has nothing to check where there are no words', () => {
  expect(check(library, { text: ' \n ', article: null })).toEqual({ kind: 'none' });
});

it('gives a verdict on any text, and says where in it each quotation begins', () => {
  fc.assert(
    fc.property(aText, (text) => {
      const answer = check(library, { text, article: null });
      const starts = answer.kind === 'none' ? [] : answer.checks.map(({ start }) => start);
      for (const start of starts) expect(start).toBeLessThan(text.length);
    }),
    { numRuns: 60 },
  );
});
