/**
 * Fits RANKING_WEIGHTS of `src/search/ranking-weights.ts` and prints them, with the mean reciprocal rank out of fold.
 *
 *   node --import tsx bench/fit-ranking.ts DATA
 *
 * DATA is a folder with one folder a collection, see `readCollection`. The folds go by article.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseArticle } from '../src/corpus/analysed-article.ts';
import { indexBlocks } from '../src/search/block-index.ts';
import { matcherFor } from '../src/search/match-features.ts';
import { readQuestion } from '../src/search/question.ts';
import { placeKey, readCollection, scatter } from './ask-data.ts';
import { fitChoices, reciprocalRank, type Choice } from './linear-models.ts';

const FOLDS = 5;

interface Case extends Choice {
  readonly fold: number;
  readonly collection: string;
}

let names: readonly string[] = [];

function casesOf(folder: string, collection: string): Case[] {
  const { articles, questions, answering } = readCollection(path.join(folder, collection));
  const index = indexBlocks(articles.map(analyseArticle));
  return questions.flatMap(({ id, text }): Case[] => {
    const places = answering.get(id);
    if (places === undefined) return [];
    const question = readQuestion(text, index);
    const terms = question.terms.map(({ term }) => term);
    const match = matcherFor(question, index);
    const matches = index.search(terms, 30).map((hit) => ({ hit, ...match(hit.indexed) }));
    names = Object.keys(matches[0]?.features ?? names);
    const article = [...places][0]?.split('#')[0] ?? '';
    return [
      {
        candidates: matches.map(({ features }) => Object.values(features).map(Number)),
        right: matches.map(({ hit }) => places.has(placeKey(hit.article, hit.block))),
        fold: scatter(article) % FOLDS,
        collection,
      },
    ];
  });
}

const fit = (cases: readonly Case[]): number[] => fitChoices(cases.filter(({ right }) => right.includes(true)));

const folder = process.argv[2] ?? '';
const collections = readdirSync(folder);
const cases = collections.flatMap((collection) => casesOf(folder, collection));
const byFold = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
for (const collection of collections) {
  const own = cases.filter((one) => one.collection === collection);
  const sum = own.reduce((total, one) => total + reciprocalRank(one, byFold[one.fold] ?? []), 0);
  console.log(`${collection}: ${own.length} questions, MRR@10 out of fold ${(sum / own.length).toFixed(4)}`);
}
for (const [n, weight] of fit(cases).entries()) console.log(`  ${names[n] ?? ''}: ${weight.toFixed(2)},`);
