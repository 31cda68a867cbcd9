/**
 * Fits FOLLOW_UP_WEIGHTS of `src/search/follow-up-weights.ts` and prints them, with the mean reciprocal rank out of fold.
 *
 *   node --import tsx bench/fit-follow-up.ts DATA
 *
 * DATA is a folder with one folder a collection of conversations, see `readCollection`. Every turn but the first of a
 * conversation is put with the turns before it and the paragraphs that answer them. The folds go by conversation.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { EarlierTurn } from '../src/answers/answer.ts';
import { contextOf } from '../src/answers/ask.ts';
import { buildLibrary, type Library } from '../src/answers/library.ts';
import { readFollowUp } from '../src/answers/read-follow-up.ts';
import { featureReader } from '../src/search/follow-up-features.ts';
import { FOLLOW_UP_FEATURES } from '../src/search/follow-up-weights.ts';
import { readQuestion } from '../src/search/question.ts';
import { candidatesOf, followUpOf } from '../src/search/rank-follow-up.ts';
import { placeKey, readCollection, scatter, type Collection } from './ask-data.ts';
import { fitChoices, reciprocalRank, type Choice } from './linear-models.ts';

const FOLDS = 5;

/** Pulls the weights towards 0. */
const RIDGE = 0.001;

interface Case extends Choice {
  readonly fold: number;
  readonly collection: string;
}

type Turn = Collection['questions'][number];

function casesOf(folder: string, name: string): Case[] {
  const collection = readCollection(path.join(folder, name), true);
  const library = buildLibrary(collection.articles);
  const conversations = groupBy(collection.questions, ({ conv }) => conv ?? '');
  return [...conversations].flatMap(([conversation, turns]) =>
    turns.flatMap((turn): Case[] => {
      const earlier = turns.filter((one) => (one.turn ?? 0) < (turn.turn ?? 0));
      const history = earlier.map((one) => turnOf(one, collection));
      return history.length === 0
        ? []
        : [{ ...choiceOf(library, turn, history, collection), fold: scatter(conversation) % FOLDS, collection: name }];
    }),
  );
}

const turnOf = ({ id, text }: Turn, { answering }: Collection): EarlierTurn => ({
  question: text,
  shown: [...(answering.get(id) ?? [])].map((place) => {
    const at = place.lastIndexOf('#');
    return { article: place.slice(0, at), block: Number(place.slice(at + 1)) };
  }),
});

function choiceOf(
  library: Library,
  { id, text }: Turn,
  history: readonly EarlierTurn[],
  { answering }: Collection,
): Choice {
  const { index } = library;
  const asked = readQuestion(text, index);
  const read = readQuestion(readFollowUp(library, text, history), index);
  const followUp = followUpOf(asked, read, contextOf(library, history));
  const candidates = candidatesOf(index, followUp, null);
  const features = candidates.map(featureReader(followUp, candidates, index));
  return {
    candidates: features.map((one) => FOLLOW_UP_FEATURES.map((name) => one[name])),
    right: candidates.map(({ hit }) => answering.get(id)?.has(placeKey(hit.article, hit.block)) === true),
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const folder = process.argv[2] ?? '';
const collections = readdirSync(folder);
const cases = collections.flatMap((name) => casesOf(folder, name));
const sizes = groupBy(cases, ({ collection }) => collection);

/** A collection counts by the root of its size: neither by its turns alone nor as much as one of a fifth of them. */
const fit = (some: readonly Case[]): number[] =>
  fitChoices(
    some
      .filter(({ right }) => right.includes(true))
      .map((one) => ({ ...one, weight: 1 / Math.sqrt(sizes.get(one.collection)?.length ?? 1) })),
    RIDGE,
  );

const byFold = Array.from({ length: FOLDS }, (_, fold) => fit(cases.filter((one) => one.fold !== fold)));
const weights = fit(cases);
for (const [collection, own] of sizes) {
  const mean = (weightsFor: (one: Case) => readonly number[]): string =>
    (own.reduce((sum, one) => sum + reciprocalRank(one, weightsFor(one)), 0) / own.length).toFixed(4);
  console.log(
    `${collection}: ${own.length} turns, MRR@10 out of fold ${mean((one) => byFold[one.fold] ?? [])}, with the weights below ${mean(() => weights)}`,
  );
}
for (const [n, name] of FOLLOW_UP_FEATURES.entries()) console.log(`  ${name}: ${(weights[n] ?? 0).toFixed(2)},`);
