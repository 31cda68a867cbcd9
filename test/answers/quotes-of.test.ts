import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLibrary } from '../../src/answers/library.ts';
import { quotesOf, type QuotesRequest } from '../../src/answers/quotes-of.ts';
import { anArticle } from '../support/an-article.ts';
import { aText } from '../support/arbitraries.ts';

const REPEATED = 'The ministry said the ferries would stop at noon';
const library = buildLibrary([
  anArticle({
    id: 'ferries',
    title: 'Ferries stop',
    keyPoints: [REPEATED],
    paragraphs: [
      `${REPEATED}.`,
      '“The engines are 40 years old,” said Maria Ruiz, the harbour master. “We need new ones.”',
      'Peter Lang, a spokesman for the ministry, said: “Nobody will be left on the islands.”',
      'Later the ministry said new engines would cost too much.',
    ],
  }),
  anArticle({ id: 'wall', title: 'Wall holds', paragraphs: ['“The wall is dry,” said Maria Ruiz.'] }),
]);

function quoted(request: Partial<QuotesRequest>): readonly string[] {
  const answer = quotesOf(library, { article: null, speaker: null, topic: null, ...request });
  if (answer.kind === 'none') return [];
  return answer.quotations.map(({ spans }) => spans.map(({ text }) => text).join(' … '));
}

const STOP = 'the ferries would stop at noon';
const OLD = '“The engines are 40 years old,” … “We need new ones.”';
const LEFT = '“Nobody will be left on the islands.”';
const COST = 'new engines would cost too much';
const DRY = '“The wall is dry,”';

describe('what is quoted of', () => {
  it.each<[string, Partial<QuotesRequest>, readonly string[]]>([
    [
      'everybody, in reading order, a key point that stands again once',
      { article: 'ferries' },
      [STOP, OLD, LEFT, COST],
    ],
    ['one person in every article', { speaker: 'Maria Ruiz' }, [OLD, DRY]],
    ['one person in one article', { speaker: 'ruiz', article: 'wall' }, [DRY]],
    ['a body: its own statements, then its spokesman’s', { speaker: 'the ministry' }, [STOP, COST, LEFT]],
    ['a topic in another form of its word', { topic: 'engine' }, [OLD, COST]],
    ['a topic with a typing error', { topic: 'enignes' }, [OLD, COST]],
    ['a topic of two words, where both are said', { topic: 'cost of engines' }, [COST]],
    ['a person on a topic', { speaker: 'Ruiz', topic: 'engines' }, [OLD]],
    ['a person on what they have not spoken of', { speaker: 'Lang', topic: 'engines' }, []],
    ['nobody who is quoted', { speaker: 'Helen Brandt' }, []],
    ['a topic that is no word', { topic: '…' }, []],
  ])('%s', (_case, request, expected) => {
    expect(quoted(request)).toEqual(expected);
  });
});

it('is only ever a part of everything that is quoted, whatever is asked for', () => {
  const all = quoted({});
  fc.assert(
    fc.property(aText, aText, (speaker, topic) => {
      expect(all).toEqual(expect.arrayContaining([...quoted({ speaker, topic })]));
    }),
    { numRuns: 50 },
  );
});
