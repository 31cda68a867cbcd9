/**
 * Fits the weights of `src/search/ranking-weights.ts` and prints them, with the mean reciprocal rank out of fold.
 *
 *   node --import tsx bench/fit-ranking.ts DATA
 *
 * DATA is a folder with the folders `ask`, with one folder a collection, see `readCollection`, and `summary`, with files of
 * news articles, see `readNews`. The weights for long paragraphs are fitted on the collections as they are; those for
 * short ones on the news and on the collections cut into short paragraphs. The folds go by article.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseArticle } from '../src/corpus/analysed-article.ts';
import { indexBlocks } from '../src/search/block-index.ts';
import { MATCH_FEATURES, matcherFor } from '../src/search/match-features.ts';
import { readQuestion } from '../src/search/question.ts';
import { inShortParagraphs, placeKey, readCollection, readNews, scatter, type Collection } from './ask-data.ts';
import { fitChoices, reciprocalRank, type Choice } from './linear-models.ts';

const FOLDS = 5;

/** How many blocks are ranked. */
const CANDIDATES = 40;

/** Pulls the weights towards 0. */
const RIDGE = 0.003;

/** What a question about news counts beside one about an encyclopedia cut short: it is what the weights are for. */
const NEWS_COUNTS = 3;

interface Case extends Choice {
  readonly fold: number;
  readonly collection: string;
}

function casesOf(name: string, { articles, questions, answering }: Collection, weight = 1): Case[] {
  const index = indexBlocks(articles.map(analyseArticle));
  return questions.flatMap(({ id, text }): Case[] => {
    const places = answering.get(id);
    if (places === undefined) return [];
    const question = readQuestion(text, index);
    const match = matcherFor(question, index);
    const hits = index.search(
      question.terms.map(({ term }) => term),
      CANDIDATES,
    );
    const article = [...places][0]?.split('#')[0] ?? '';
    return [
      {
        candidates: hits.map(({ indexed }) => {
          const { features } = match(indexed);
          return MATCH_FEATURES.map((feature) => features[feature]);
        }),
        right: hits.map((hit) => places.has(placeKey(hit.article, hit.block))),
        weight,
        fold: scatter(article) % FOLDS,
        collection: name,
      },
    ];
  });
}

const fit = (cases: readonly Case[]): number[] =>
  fitChoices(
    cases.filter(({ right }) => right.includes(true)),
    RIDGE,
  );

function report(name: string, cases: readonly Case[]): void {
  const byFold = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
  for (const collection of new Set(cases.map((one) => one.collection))) {
    const own = cases.filter((one) => one.collection === collection);
    const sum = own.reduce((total, one) => total + reciprocalRank(one, byFold[one.fold] ?? []), 0);
    console.log(`${collection}: ${own.length} questions, MRR@10 out of fold ${(sum / own.length).toFixed(4)}`);
  }
  console.log(name);
  for (const [n, weight] of fit(cases).entries()) console.log(`  ${MATCH_FEATURES[n] ?? ''}: ${weight.toFixed(2)},`);
}

const folder = process.argv[2] ?? '';
const collections = readdirSync(path.join(folder, 'ask')).map(
  (name) => [name, readCollection(path.join(folder, 'ask', name))] as const,
);
const news = readdirSync(path.join(folder, 'summary')).map(
  (name) => [name, readNews(path.join(folder, 'summary', name))] as const,
);
report(
  'LONG',
  collections.flatMap(([name, collection]) => casesOf(name, collection)),
);
report('SHORT', [
  ...news.flatMap(([name, collection]) => casesOf(name, collection, NEWS_COUNTS)),
  ...collections.flatMap(([name, collection]) => casesOf(`${name}, cut short`, inShortParagraphs(collection))),
]);
