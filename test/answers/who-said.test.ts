import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WhoSaidAnswer } from '../../src/answers/answer.ts';
import { buildLibrary } from '../../src/answers/library.ts';
import { comparedWords } from '../../src/answers/quotation-words.ts';
import { whoSaid } from '../../src/answers/who-said.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';

const VOTE = anArticle({
  id: 'vote',
  paragraphs: [
    'The council of Saltmarsh voted on Monday to rebuild the wall of the harbour.',
    '“The wall will not hold another winter,” said Maria Ruiz, the harbour master. “We have measured it 12 times.”',
    'Tom Okafor, a councillor, said: “Show us the price before we vote on anything.”',
    'Helen Brandt called the plan “an insult to the islanders of Skerry”.',
  ],
});
const library = buildLibrary([VOTE]);
const said = (text: string, speaker: string | null = null): WhoSaidAnswer =>
  whoSaid(library, { text, speaker, article: null, limit: 5 });

/** "match: speaker" of the first answer, or the kind of the answer. */
function first(answer: WhoSaidAnswer): string {
  if (answer.kind !== 'answered') return answer.kind;
  const [{ match, quotation }] = answer.matches;
  return `${match}: ${quotation.attribution.kind === 'stated' ? quotation.attribution.speaker.name : '?'}`;
}

describe('the words of', () => {
  it.each([
    ['a fragment are exact', 'will not hold', 'exact: Maria Ruiz'],
    ['another case, without marks, are exact', 'THE WALL WILL NOT HOLD', 'exact: Maria Ruiz'],
    ['a quotation split by its speaker are exact', 'another winter we have measured', 'exact: Maria Ruiz'],
    ['a quotation with accents are exact', 'sh\u00F4w us the pr\u00EFce', 'exact: Tom Okafor'],
    ['a quotation with a typing error are altered', 'Show us the prcie before we vote', 'altered: Tom Okafor'],
    ['a quotation with a word changed are altered', 'The wall will not survive another winter', 'altered: Maria Ruiz'],
    ['a quotation with a number changed are altered', 'We have measured it 15 times', 'altered: Maria Ruiz'],
    ['the narration are nobody’s', 'voted on Monday to rebuild', 'not-quoted'],
    ['another article are nobody’s here', 'unemployment among fishermen doubled', 'no-match'],
    ['nothing but marks are nobody’s', '“…”', 'no-match'],
    ['another script are nobody’s', '\u4F60\u597D', 'no-match'],
  ])('%s', (_case, text, expected) => {
    expect(first(said(text))).toBe(expected);
  });
});

describe('a change is called out', () => {
  it.each([
    ['a “not” left out', 'The wall will hold another winter', ['negation']],
    ['a “not” put in', 'Show us not the price before we vote', ['negation']],
    ['a number changed', 'We have measured it 15 times', ['number']],
    ['a name changed', 'an insult to the islanders of Havn', ['name']],
    ['a word of style: not', 'The wall will not hold any winter', []],
  ])('%s', (_case, text, alterations) => {
    const answer = said(text);
    expect(answer.kind === 'answered' && answer.matches[0].alterations).toEqual(alterations);
  });
});

describe('a speaker', () => {
  it.each([
    ['by surname', 'price', 'okafor', 'exact: Tom Okafor'],
    ['by role', 'winter', 'harbour master', 'exact: Maria Ruiz'],
    ['who is another', 'winter', 'okafor', 'no-match'],
  ])('filters %s', (_case, text, speaker, expected) => {
    expect(first(said(text, speaker))).toBe(expected);
  });
});

it('is one answer when two articles have the same quotation, with the other place', () => {
  const twice = buildLibrary([VOTE, { ...VOTE, id: 'copy' }]);
  const answer = whoSaid(twice, { text: 'will not hold', speaker: null, article: null, limit: 5 });
  expect(answer).toMatchObject({ kind: 'answered', matches: [{ elsewhere: [{ article: 'copy' }] }] });
  expect(answer.kind === 'answered' && answer.matches).toHaveLength(1);
});

it('marks the asked words where they stand', () => {
  const answer = said('will not hold another winter we have');
  expect(answer.kind === 'answered' && answer.matches[0].matched.map(({ text }) => text)).toEqual([
    'will not hold another winter',
    'We have',
  ]);
});

describe('for any words', () => {
  const quotation = 'The wall will not hold another winter We have measured it 12 times'.split(' ');

  it('“same” and “added” are the article’s words, “same” and “removed” the asker’s', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(quotation, { minLength: 6 }),
        fc.array(fc.constantFrom('never', 'wall', '7', 'umbrella'), { maxLength: 2 }),
        (some, more) => {
          const asked = [...quotation.filter((word) => some.includes(word)), ...more].join(' ');
          const answer = said(asked);
          if (answer.kind !== 'answered' || answer.matches[0].match !== 'altered') return;
          const { changes, quotation: found } = answer.matches[0];
          const words = (kinds: readonly string[]): string[] =>
            changes
              .filter(({ kind }) => kinds.includes(kind))
              .flatMap(({ text }) => comparedWords(text).map(({ folded }) => folded));
          const article = found.spans.flatMap((span) => comparedWords(span.text).map(({ folded }) => folded)).join(' ');
          expect(article).toContain(words(['same', 'added']).join(' '));
          expect(words(['same', 'removed'])).toEqual(comparedWords(asked).map(({ folded }) => folded));
        },
      ),
    );
  });

  it('there is an answer, and an exact one has them all', () => {
    fc.assert(
      fc.property(fc.oneof(aText, fc.string({ maxLength: 4000 })), (text) => {
        const answer = said(text);
        if (answer.kind !== 'answered' || answer.matches[0].match !== 'exact') return;
        const article = answer.matches[0].quotation.spans.flatMap((span) =>
          comparedWords(span.text).map(({ folded }) => folded),
        );
        expect(` ${article.join(' ')} `).toContain(
          ` ${comparedWords(text)
            .map(({ folded }) => folded)
            .join(' ')} `,
        );
      }),
    );
  });
});

it('finds a common phrase among many quotations that only hold its words', () => {
  const apart = Array.from({ length: 40 }, (_, n) => `“Is there a ferry number ${n}? I saw it,” said Tom Okafor.`);
  const some = buildLibrary([anArticle({ paragraphs: [...apart, '“So it is, whatever they say,” said Maria Ruiz.'] })]);

  expect(first(whoSaid(some, { text: 'it is', speaker: null, article: null, limit: 5 }))).toBe('exact: Maria Ruiz');
});

it('puts the quotation first of which the asked words are the greater part', () => {
  const some = buildLibrary([
    anArticle({
      paragraphs: [
        '“How long shall we wait? The wall is old, the winter is near and the money is gone,” said Tom Okafor.',
        '“How long shall we wait?” said Maria Ruiz.',
      ],
    }),
  ]);

  expect(first(whoSaid(some, { text: 'how long shall we', speaker: null, article: null, limit: 5 }))).toBe(
    'exact: Maria Ruiz',
  );
});
