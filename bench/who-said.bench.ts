import { bench, describe } from 'vitest';
import { buildLibrary } from '../src/answers/library.ts';
import { quotesOf } from '../src/answers/quotes-of.ts';
import { chooseSpeaker } from '../src/answers/speaker-choice.ts';
import { whoSaid } from '../src/answers/who-said.ts';
import type { Article } from '../src/corpus/article.ts';
import { labelBlocks } from '../src/corpus/label-blocks.ts';

const ARTICLES = 500;
const PARAGRAPHS = 20;

/** Words of 3 to 12 letters, a few of them in every sentence and most of them rare, as in any language. */
const WORDS = Array.from({ length: 8_000 }, (_, n) => {
  const letters = 'etaoinshrdlucmfw';
  return Array.from({ length: 3 + (n % 10) }, (__, at) => letters[(n * (at + 7) + (n >> (at % 12))) % 16]).join('');
});

function sentence(seed: number, length: number): string {
  return Array.from({ length }, (_, n) => {
    const draw = (Math.imul(seed * 31 + n + 1, 2_654_435_761) >>> 0) / 2 ** 32;
    return WORDS[Math.floor(WORDS.length * draw ** 3)] ?? '';
  }).join(' ');
}

const articles = Array.from({ length: ARTICLES }, (_, n): Article => {
  const title = `Report ${n}`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, (__, p) => {
    const seed = n * PARAGRAPHS + p;
    return {
      kind: 'paragraph' as const,
      text: `“We ${sentence(seed, 24)},” said Maria Ruiz. The ${sentence(-seed, 14)}.`,
    };
  });
  const nowhere = { source: null, author: null, url: null, published: null };
  return { id: `report-${n}`, title, ...nowhere, language: 'en', blocks: labelBlocks(title, paragraphs) };
});
const library = buildLibrary(articles);
const exact = sentence(4_321, 10);
const altered = `${sentence(4_321, 5)} not ${sentence(4_321, 10).split(' ').slice(5).join(' ')}`;
const mistyped = exact.replace(/\b(\w\w)(\w)(\w)(?=\w\w)/g, '$1$3$2');
const long = Array.from({ length: 40 }, (_, n) => sentence(n, 15))
  .join(' ')
  .slice(0, 4_000);

describe(`who said it, in ${ARTICLES * PARAGRAPHS} paragraphs with a quotation each`, () => {
  for (const [name, text] of Object.entries({ exact, altered, mistyped, long })) {
    bench(`${name}, ${text.length} characters`, () => {
      whoSaid(library, { text, speaker: null, article: null, limit: 5 });
    });
  }
  bench('nobody of that name', () => {
    chooseSpeaker(library, 'volkov', null);
  });
  bench('quotes of one person on a topic', () => {
    quotesOf(library, { article: null, speaker: 'ruiz', topic: WORDS[100] ?? '' });
  });
});
