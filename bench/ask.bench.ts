/** `ask` beside the search of MiniSearch alone, over the same paragraphs and the same questions: npm run bench -- ask */
import MiniSearch from 'minisearch';
import { bench, describe } from 'vitest';
import { ask } from '../src/answers/ask.ts';
import { buildLibrary } from '../src/answers/library.ts';
import type { Article } from '../src/corpus/article.ts';
import { labelBlocks } from '../src/corpus/label-blocks.ts';
import { BM25, TITLE_WEIGHT } from '../src/search/block-index.ts';
import { fold } from '../src/text/fold.ts';
import { stem } from '../src/text/stem.ts';
import { ENGLISH_STOP_WORDS } from '../src/text/stop-words.ts';

const ARTICLES = 500;
const PARAGRAPHS = 20;
const SENTENCES = 3;
const QUESTIONS = 25;

const list = (words: string): readonly string[] => words.split(/\s+/);

const NOUNS = list(
  `harbour wall council bridge market school ferry budget storm library road hospital field tower river mill theatre
  garden station factory museum court union farm forest canal airport prison church quarry tunnel reservoir island depot
  orchard lighthouse archive laboratory stadium bakery vineyard dam hostel clinic brewery shipyard nursery cinema kitchen`,
);
const VERBS = list(
  `repaired closed opened praised rejected sold bought visited flooded defended painted inspected measured rebuilt
  surveyed criticised approved funded abandoned extended replaced cleaned moved renamed restored guarded doubled leased`,
);
const ADJECTIVES = list(
  `old new northern southern narrow costly empty crowded public private wooden famous forgotten modest damaged busy`,
);
const SYLLABLES = list(`ka ro mi ten sol ber an du lin ost vel har no ri sta wem pol gra dy fen`);

/** A number in [0, 1) that `seed` alone decides. https://en.wikipedia.org/wiki/Hash_function#Fibonacci_hashing */
const draw = (seed: number): number => (Math.imul(seed ^ (seed >>> 15), 2_654_435_761) >>> 0) / 2 ** 32;

/** A few of the words are drawn often and most of them seldom, as in any language. */
const pick = (words: readonly string[], seed: number): string =>
  words[Math.floor(words.length * draw(seed) ** 2)] ?? '';

/** One of some thousands of names. */
function nameFor(seed: number): string {
  const letters = [1, 2, 3].map((n) => pick(SYLLABLES, seed * 7 + n)).join('');
  return letters.slice(0, 1).toUpperCase() + letters.slice(1);
}

/** What a sentence tells, and what a question can ask of it. */
function factFor(seed: number): Readonly<Record<'who' | 'did' | 'what' | 'where' | 'why', string>> {
  const part = (n: number): number => seed * 11 + n;
  return {
    who: `${nameFor(part(1))} ${nameFor(part(2))}`,
    did: pick(VERBS, part(3)),
    what: `${pick(ADJECTIVES, part(4))} ${pick(NOUNS, part(5))}`,
    where: nameFor(part(6)),
    why: `${pick(ADJECTIVES, part(7))} ${pick(NOUNS, part(8))}`,
  };
}

function sentenceFor(seed: number): string {
  const { who, did, what, where, why } = factFor(seed);
  return `${who} ${did} the ${what} in ${where} on ${1 + (seed % 28)} May ${1950 + (seed % 70)}, because ${seed % 900} people wanted the ${why} for the ${pick(NOUNS, seed)} and the ${pick(NOUNS, seed + 1)}.`;
}

function questionFor(seed: number): string {
  const { did, what, where, why } = factFor(seed);
  return (
    [
      `Who ${did} the ${what} in ${where}?`,
      `When was the ${what} ${did} in ${where}?`,
      `How many people wanted the ${why} in ${where}?`,
      `Why was the ${what} in ${where} ${did}?`,
    ][seed % 4] ?? ''
  );
}

const articles = Array.from({ length: ARTICLES }, (_, n): Article => {
  const title = `The ${pick(NOUNS, n)} of ${nameFor(n)}`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, (__, p) => ({
    kind: 'paragraph' as const,
    text: Array.from({ length: SENTENCES }, (___, s) => sentenceFor((n * PARAGRAPHS + p) * SENTENCES + s)).join(' '),
  }));
  const nowhere = { source: null, author: null, url: null, published: null };
  return { id: `report-${n}`, title, ...nowhere, language: 'en', blocks: labelBlocks(title, paragraphs) };
});
const questions = Array.from({ length: QUESTIONS }, (_, n) =>
  questionFor(Math.floor(draw(n) * ARTICLES * PARAGRAPHS * SENTENCES)),
);

const library = buildLibrary(articles);

const plain = new MiniSearch<{ id: string; title: string; text: string }>({
  fields: ['text', 'title'],
  processTerm: (word) => {
    const folded = fold(word);
    return ENGLISH_STOP_WORDS.has(folded) ? null : stem(folded);
  },
  searchOptions: { bm25: BM25, boost: { title: TITLE_WEIGHT } },
});
plain.addAll(
  articles.flatMap(({ id, title, blocks }) =>
    blocks.slice(1).map(({ text, label }) => ({ id: `${id} ${label}`, title, text })),
  ),
);

describe(`${QUESTIONS} questions to ${ARTICLES * PARAGRAPHS} paragraphs`, () => {
  bench('the search of MiniSearch, tuned', () => {
    for (const question of questions) plain.search(question);
  });
  bench('ask', () => {
    for (const question of questions) ask(library, { question, article: null, history: [], limit: 10 });
  });
});
