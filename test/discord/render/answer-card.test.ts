import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLibrary, type Library } from '../../../src/answers/library.ts';
import { answerCard } from '../../../src/discord/render/answer-card.ts';
import type { View } from '../../../src/discord/view.ts';
import { anArticle } from '../../support/an-article.ts';
import { aText } from '../../support/arbitraries.ts';
import { componentsOf, linesOf, quotesOf, textsOf } from '../../support/card-texts.ts';

const WALL = '"The wall will not hold another winter," said Maria Ruiz, the harbour master.';
const PRICE = 'Tom Okafor, a councillor, said the repairs would cost 4.2 million pounds.';
const library = buildLibrary([anArticle({ paragraphs: ['The council met on Monday.', WALL, PRICE] })]);

const whoSaid = (text: string): View => ({ op: 'who-said', text, speaker: null, article: null, page: 0 });
const context = (block: number, page = 0): View => ({ op: 'context', article: 'harbour-vote', block, page });

/** A paragraph of `count` numbered sentences, each 100 characters long. */
const long = (count: number): string =>
  Array.from({ length: count }, (_, n) => `Sentence ${n + 1} is about ${'stones and '.repeat(9)}`.slice(0, 98).trim())
    .map((words) => `${words}.`)
    .join(' ');

describe('a card', () => {
  it('shows a quotation with its speaker, the paragraph and the place', () => {
    expect(linesOf(answerCard(library, whoSaid('hold another winter'), 'public'))).toEqual([
      '-# hold another winter',
      '**Maria Ruiz** · harbour master',
      expect.stringMatching(/^> .*said Maria Ruiz, the harbour master\.$/),
      '-# paragraph 2 · Council votes to rebuild the harbour wall · The Saltmarsh Courier <https://example.com/harbour-vote>',
    ]);
  });

  it('shows the paragraphs around a passage', () => {
    const card = answerCard(library, context(2), 'hidden');
    expect(quotesOf(card)).toEqual(['The council met on Monday.', WALL, PRICE]);
    expect(linesOf(card)).toContain('-# **paragraph 2**');
  });

  it('shows each paragraph of /quotes once, however many statements it holds', () => {
    const twice = 'Maria Ruiz said: "It will not hold." "We measured it," said Ruiz.';
    const some = buildLibrary([anArticle({ paragraphs: ['The council met on Monday.', twice] })]);
    const view = { op: 'quotes', text: null, speaker: null, article: null, page: 0 } as const;
    expect(new Set(quotesOf(answerCard(some, view, 'public'))).size).toBe(
      quotesOf(answerCard(some, view, 'public')).length,
    );
  });
});

describe('a paragraph longer than a card', () => {
  const some = buildLibrary([
    anArticle({ paragraphs: [`${long(30)} The harbour pilot found an anchor. ${long(30)}`, 'The council met.'] }),
  ]);

  it('is shown by the sentences that answer, each whole, with their number', () => {
    const view = { op: 'ask', text: 'Who found an anchor?', article: null, alone: false, page: 0 } as const;
    const card = answerCard(some, view, 'public');
    expect(linesOf(card).join('\n')).toMatch(/\d+ of 61 sentences of paragraph 1 · Council votes/);
  });

  it('is whole in the context, over as many pages as it needs', () => {
    const pages = [0, 1].map((page) => answerCard(some, context(1, page), 'hidden'));
    const shown = pages.flatMap(quotesOf).slice(0, -1);
    expect(shown.join(' ')).toBe(`${long(30)} The harbour pilot found an anchor. ${long(30)}`);
  });
});

it('fills a card to its last character, and not one further', () => {
  const roomy = [3800, 3900, 4000].map((length) =>
    quotesOf(answerCard(libraryWith(['x'.repeat(length)]), context(1), 'hidden')),
  );
  expect(roomy.map((quotes) => quotes.length)).toEqual([1, 1, 0]);
});

const aLongText = fc
  .tuple(fc.array(aText, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 40 }))
  .map(([texts, times]) => texts.join('. ').concat(' ').repeat(times).trim());

const aView = fc.oneof(
  fc.record({ op: fc.constant('who-said' as const), text: aText, speaker: fc.constant(null), article: fc.constant(null), page: fc.nat(3) }),
  fc.record({ op: fc.constant('ask' as const), text: aText, article: fc.constant(null), alone: fc.boolean(), page: fc.nat(3) }),
  fc.record({ op: fc.constant('summary' as const), text: fc.constant(null), article: fc.constant('harbour-vote'), length: fc.constantFrom('short' as const, 'long' as const), page: fc.nat(3) }),
  fc.record({ op: fc.constant('quotes' as const), text: fc.constant(null), speaker: fc.constant(null), article: fc.constant(null), page: fc.nat(3) }),
  fc.record({ op: fc.constant('context' as const), article: fc.constant('harbour-vote'), block: fc.integer({ min: 1, max: 3 }), page: fc.nat(3) }),
); // prettier-ignore

it('keeps within every limit of Discord, cuts no passage and pings nobody, whatever the articles hold', () => {
  fc.assert(
    fc.property(fc.array(aLongText, { minLength: 1, maxLength: 3 }), aText, aView, fc.constantFrom('public' as const, 'hidden' as const, 'pinned' as const), (paragraphs, title, view, standing) => {
      const some = buildLibrary([anArticle({ paragraphs, title })]);
      const card = answerCard(some, clipped(view), standing);
      const components = componentsOf(card);
      const texts = textsOf(card);
      const ids = components.flatMap(({ custom_id: id }) => id ?? []);

      expect(components.length).toBeLessThanOrEqual(40);
      expect(texts.join('').length).toBeLessThanOrEqual(4000);
      expect(Buffer.byteLength(texts.join('')) + 12 * texts.length).toBeLessThanOrEqual(10_170);
      expect(texts.every((text) => text !== '')).toBe(true);
      expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100);
      expect(new Set(ids).size).toBe(ids.length);
      expect(texts.join('\n')).not.toMatch(/(?<!\\)(?:@|<[@#:t]|\[)/);
      expect(quotesOf(card).filter((quote) => !isWhole(some, quote))).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000); // prettier-ignore

/** What somebody can ask: Discord allows this many characters. */
function clipped(view: View): View {
  return 'text' in view && view.text !== null ? { ...view, text: view.text.slice(0, 200).trim() || 'a' } : view;
}

/** Whether words are a whole block, or go from the start of a sentence to the end of one. */
function isWhole({ entries }: Library, words: string): boolean {
  return [...entries.values()].some(({ article, analysed }) =>
    article.blocks.some(({ text }, block) => {
      if (text === words) return true;
      const sentences = analysed.texts[block]?.sentences ?? [];
      return sentences.some(
        ({ start }) => text.startsWith(words, start) && sentences.some(({ end }) => end === start + words.length),
      );
    }),
  );
}

function libraryWith(paragraphs: readonly string[]): Library {
  return buildLibrary([anArticle({ paragraphs })]);
}
