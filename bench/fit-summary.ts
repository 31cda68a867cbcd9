/**
 * Fits the weights of `src/answers/summary/weights.ts`: node --import tsx bench/fit-summary.ts DIR
 *
 * DIR holds `*.jsonl`, an article a line: { "title", "paragraphs": [...], "reference": [...] }, the reference being the
 * sentences in which its editors sum it up. A sentence is worth the mean of the shares of its words and of its pairs of
 * words that stand in the reference; ridge regression finds the weights. Printed are the weights of all articles, and
 * what weights found on four fifths of them do for the fifth that is left.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { choose } from '../src/answers/summary/choose.ts';
import { featuresOf, type Features } from '../src/answers/summary/features.ts';
import { outlineOf } from '../src/answers/summary/outline.ts';
import { sentencesIn } from '../src/answers/summary/sentences.ts';
import { FEATURES, type Weights } from '../src/answers/summary/weights.ts';
import { ROOM } from '../src/answers/summary.ts';
import { analyseArticle, type AnalysedArticle } from '../src/corpus/analysed-article.ts';
import { labelBlocks } from '../src/corpus/label-blocks.ts';
import { findQuotations } from '../src/quotes/find-quotations.ts';
import type { Quotation } from '../src/quotes/quotation.ts';
import { termsOf } from '../src/search/terms.ts';
import { fold } from '../src/text/fold.ts';
import { stem } from '../src/text/stem.ts';
import { ridge } from './ridge.ts';

const FOLDS = 5;

/** Pulls the weights towards 0. */
const PENALTY = 1;

const lineShape = z.object({ title: z.string(), paragraphs: z.array(z.string()), reference: z.array(z.string()) });

/** An article with its reference, and what the regression learns from its sentences. */
interface Sample {
  readonly analysed: AnalysedArticle;
  readonly quotations: readonly Quotation[];
  readonly reference: readonly string[];
  readonly rows: readonly { readonly features: Features; readonly worth: number }[];
}

function sampleOf(line: string, n: number): Sample {
  const { title, paragraphs, reference } = lineShape.parse(JSON.parse(line));
  const blocks = labelBlocks(
    title.trim(),
    paragraphs.map((text) => ({ kind: 'paragraph' as const, text: text.replace(/\s+/gu, ' ').trim() })),
  );
  const unknown = { source: null, author: null, url: null, published: null };
  const analysed = analyseArticle({ id: String(n), title: title.trim(), language: 'en', blocks, ...unknown });
  const quotations = findQuotations(analysed);
  const outline = outlineOf(analysed, quotations);
  const shown = new Set(outline.sentences.map(({ passage }) => `${passage.block} ${passage.start}`));
  const sentences = sentencesIn(analysed);
  const features = featuresOf(sentences, new Set(termsOf(title, 'en')));
  const rows = sentences.flatMap(({ passage }, at) => {
    const one = features[at];
    if (one === undefined || !shown.has(`${passage.block} ${passage.start}`)) return [];
    const worth = ([1, 2] as const).map((size) => overlap([passage.text], reference, size).precision);
    return [{ features: one, worth: mean(worth) }];
  });
  return { analysed, quotations, reference, rows };
}

function fit(samples: readonly Sample[]): Weights {
  const rows = samples.flatMap(({ rows }) => rows);
  const solution = ridge(
    rows.map(({ features }) => FEATURES.map((name) => features[name])),
    rows.map(({ worth }) => worth),
    PENALTY,
  );
  const rounded = (name: keyof Features): number => Number((solution[FEATURES.indexOf(name)] ?? 0).toFixed(3));
  return {
    early: rounded('early'),
    depth: rounded('depth'),
    title: rounded('title'),
    centrality: rounded('centrality'),
    opening: rounded('opening'),
    numbers: rounded('numbers'),
    names: rounded('names'),
    quoted: rounded('quoted'),
    length: rounded('length'),
    brief: rounded('brief'),
    personal: rounded('personal'),
  };
}

/** F1 of the words and of the pairs of words of a short summary, against the reference. */
function judge({ analysed, quotations, reference }: Sample, weights: Weights): { words: number; pairs: number } {
  const { sentences } = outlineOf(analysed, quotations, weights);
  const chosen = choose(sentences, [], ROOM.short, ({ score }) => score);
  const texts = sentences.filter((sentence) => chosen.has(sentence)).map(({ passage }) => passage.text);
  return { words: overlap(texts, reference, 1).f1, pairs: overlap(texts, reference, 2).f1 };
}

/** How much of `some` stands in `reference`, in runs of `size` stemmed words, each counted as often as it stands there. */
function overlap(
  some: readonly string[],
  reference: readonly string[],
  size: 1 | 2,
): { precision: number; f1: number } {
  const [mine, theirs] = [countRuns(some, size), countRuns(reference, size)];
  let common = 0;
  for (const [run, count] of mine) common += Math.min(count, theirs.get(run) ?? 0);
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);
  const [all, wanted] = [sum(mine), sum(theirs)];
  return { precision: all === 0 ? 0 : common / all, f1: all + wanted === 0 ? 0 : (2 * common) / (all + wanted) };
}

function countRuns(texts: readonly string[], size: 1 | 2): Map<string, number> {
  const words = (fold(texts.join(' ')).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
  const counts = new Map<string, number>();
  for (let n = 0; n + size <= words.length; n++) {
    const run = words.slice(n, n + size).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('expected a folder with *.jsonl: node --import tsx bench/fit-summary.ts DIR');
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map(sampleOf);
const judged = samples
  .map((_, n) => n % FOLDS)
  .flatMap((fold, n, folds) => {
    if (folds.indexOf(fold) !== n) return [];
    const weights = fit(samples.filter((_sample, m) => m % FOLDS !== fold));
    return samples.filter((_sample, m) => m % FOLDS === fold).map((sample) => judge(sample, weights));
  });
console.log(
  `${samples.length} articles, out of fold: F1 of words ${mean(judged.map(({ words }) => words)).toFixed(4)}, of pairs of words ${mean(judged.map(({ pairs }) => pairs)).toFixed(4)}`,
);
console.log(fit(samples));
