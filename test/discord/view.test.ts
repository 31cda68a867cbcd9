import { describe, expect, it } from 'vitest';
import { buildLibrary, type Library } from '../../src/answers/library.ts';
import { answerCard } from '../../src/discord/render/answer-card.ts';
import { readPress, readShown, type View } from '../../src/discord/view.ts';
import { anArticle } from '../support/an-article.ts';
import { componentsOf, textsOf } from '../support/card-texts.ts';

/** Articles that say different things, by number. */
const articles = (count: number, words = 'was repaired') =>
  Array.from({ length: count }, (_, n) =>
    anArticle({
      id: `boat-${n}`,
      title: `Boat ${n}`,
      paragraphs: [`Boat number${n} of harbour${n} ${words} on day${n}.`],
    }),
  );
const digest = (page: number): View => ({ op: 'summary', text: null, article: null, length: 'short', page });

/** The state that the button Pin has on a page of a digest. */
function pinOn(library: Library, page: number): string {
  const ids = componentsOf(answerCard(library, digest(page), 'public')).flatMap(({ custom_id: id }) => id ?? []);
  return ids.find((id) => id.startsWith('pin:')) ?? '';
}

describe('the card of a digest', () => {
  const before = buildLibrary(articles(20));

  it('shows at most so many articles that its buttons can name each, and goes on on the next page', () => {
    const pages = [0, 1, 2].map((page) => answerCard(before, digest(page), 'pinned'));
    const headlines = pages.map(
      (page) =>
        textsOf(page)
          .join('\n')
          .match(/\*\*Boat \d+\*\*/g) ?? [],
    );
    const ids = pages.flatMap((page) => componentsOf(page).flatMap(({ custom_id: id }) => id ?? []));

    expect(headlines.map((some) => some.length)).toEqual([8, 8, 4]);
    expect(new Set(headlines.flat()).size).toBe(20);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100);
  });

  it.each([
    ['nothing, where all are as they were', articles(20), undefined],
    ['that one has changed', articles(20).with(6, articles(7, 'sank').at(-1) ?? anArticle()), 'article-changed'],
    ['that one has gone', articles(20).toSpliced(7, 1), 'article-gone'],
    ['nothing of the articles of another page', articles(20).toSpliced(8, 1), undefined],
    ['nothing of one that came later', articles(21), undefined],
  ])('notices %s', (_case, now, kind) => {
    expect(readShown(buildLibrary(now), pinOn(before, 0), null)?.stale?.kind).toBe(kind);
  });

  it.each([
    ['Pin is refused', 'pin', 'article-gone'],
    ['Unpin works', 'unpin', 'unpin'],
    ['Refresh works', 'refresh', 'press'],
  ])('when an article of it has gone, %s', (_case, action, kind) => {
    const id = pinOn(before, 0).replace(/^pin/, action);
    expect(readPress(buildLibrary(articles(20).toSpliced(7, 1)), id, null).kind).toBe(kind);
  });
});

describe('the card of what one person is quoted as saying', () => {
  /** Of as many words as a button has room for. */
  const speaker = `Maria ${'Annunziata '.repeat(4)}Ruiz`;
  const spoken = Array.from({ length: 5 }, (_, n) =>
    anArticle({ id: `boat-${n}`, title: `Boat ${n}`, paragraphs: [`"Boat number ${n} sank," said ${speaker}.`] }),
  );
  const cardOf = (asked: string, page = 0) =>
    answerCard(buildLibrary(spoken), { op: 'quotes', text: null, speaker: asked, article: null, page }, 'hidden');

  it.each([
    ['Ruiz', [5]],
    [speaker, [2, 2, 1]],
  ])('asked for as %s shows as many articles as its buttons can name', (asked, expected) => {
    const cards = expected.map((_, page) => cardOf(asked, page));
    const ids = cards.flatMap((card) => componentsOf(card).flatMap(({ custom_id: id }) => id ?? []));
    const titles = cards.map(
      (card) =>
        new Set(
          textsOf(card)
            .join('\n')
            .match(/Boat \d(?= |$)/gm),
        ).size,
    );

    expect(titles).toEqual(expected);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(100);
  });
});

it('does not refresh the summary of an article that has gone', () => {
  const one = buildLibrary([anArticle()]);
  const view: View = { op: 'summary', text: null, article: 'harbour-vote', length: 'short', page: 0 };
  const ids = componentsOf(answerCard(one, view, 'pinned')).flatMap(({ custom_id: id }) => id ?? []);
  const refresh = ids.find((id) => id.startsWith('refresh:')) ?? '';

  expect(readPress(one, refresh, null).kind).toBe('press');
  expect(readPress(buildLibrary([]), refresh, null).kind).toBe('article-gone');
});
