/**
 * Fits the weights of `src/answers/summary/weights.ts`: node --import tsx bench/fit-summary.ts DIR
 *
 * DIR holds `*.jsonl`, an article a line: { "title", "paragraphs": [...], "reference": [...] }, the reference being the
 * sentences in which its editors sum it up. Ridge regression tells from the features of each two words that follow each
 * other in a sentence whether they do so in the reference. Printed are the weights of all articles, and what weights
 * found on four fifths of them do for the fifth that is left, as a mean over several ways to split them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { choose } from '../src/answers/summary/choose.ts';
import { featuresOf } from '../src/answers/summary/features.ts';
import { outlineOf } from '../src/answers/summary/outline.ts';
import { pairFeaturesOf, termsAndPairsOf } from '../src/answers/summary/pairs.ts';
import { sentencesIn } from '../src/answers/summary/sentences.ts';
import { FEATURES, type Weights } from '../src/answers/summary/weights.ts';
import { ROOM } from '../src/answers/summary.ts';
import { analyseArticle, type AnalysedArticle } from '../src/corpus/analysed-article.ts';
import { labelBlocks } from '../src/corpus/label-blocks.ts';
import { readQuotations, type QuotedArticle } from '../src/quotes/find-quotations.ts';
import { fold } from '../src/text/fold.ts';
import { stem } from '../src/text/stem.ts';
import { ridge } from './ridge.ts';

const FOLDS = 5;

/** A prime for each way to split the articles into folds: one way alone says which articles happened to fall together. */
const SPLITS = [2, 3, 5, 7, 11, 13];

/** Pulls the weights towards 0. */
const PENALTY = 5;

const lineShape = z.object({ title: z.string(), paragraphs: z.array(z.string()), reference: z.array(z.string()) });

/** An article with its reference, and what the regression learns from its pairs of words. */
interface Sample {
  readonly analysed: AnalysedArticle;
  readonly quoted: QuotedArticle;
  readonly reference: readonly string[];
  /** Features of each pair in the order of `FEATURES`, and 1 where the reference has it. */
  readonly rows: readonly { readonly features: readonly number[]; readonly worth: 0 | 1 }[];
}

function sampleOf(line: string, n: number): Sample {
  const { title, paragraphs, reference } = lineShape.parse(JSON.parse(line));
  const blocks = labelBlocks(
    title.trim(),
    paragraphs.map((text) => ({ kind: 'paragraph' as const, text: text.replace(/\s+/gu, ' ').trim() })),
  );
  const unknown = { source: null, author: null, url: null, published: null };
  const analysed = analyseArticle({ id: String(n), title: title.trim(), language: 'en', blocks, ...unknown });
  const quoted = readQuotations(analysed);
  return { analysed, quoted, reference, rows: rowsOf(analysed, quoted, reference) };
}

function rowsOf(analysed: AnalysedArticle, quoted: QuotedArticle, reference: readonly string[]): Sample['rows'] {
  const candidates = new Map(
    outlineOf(analysed, quoted).sentences.map((one) => [`${one.passage.block} ${one.passage.start}`, one]),
  );
  const sentences = sentencesIn(analysed, quoted.marks);
  const shown = sentences.map(({ passage }) => candidates.get(`${passage.block} ${passage.start}`));
  const ofPairs = pairFeaturesOf(sentences);
  const ofSentences = featuresOf(
    sentences,
    shown.map((one) => one?.attribution ?? { kind: 'not-stated' }),
  );
  const wanted = new Set(termsAndPairsOf(reference.join(' '), 'en').pairs);
  return sentences.flatMap(({ pairs }, at) => {
    if (shown[at] === undefined) return [];
    return [...new Set(pairs)].map((pair) => {
      const features: Partial<Weights> = { ...ofPairs.get(pair), ...ofSentences[at] };
      return { features: FEATURES.map((name) => features[name] ?? 0), worth: wanted.has(pair) ? 1 : 0 } as const;
    });
  });
}

function fit(samples: readonly Sample[]): Weights {
  const rows = samples.flatMap((sample) => sample.rows);
  const solution = ridge(
    rows.map(({ features }) => features),
    rows.map(({ worth }) => worth),
    PENALTY,
  );
  const rounded = (name: keyof Weights): number => {
    const at = name === 'base' ? FEATURES.length : FEATURES.indexOf(name);
    return Number((solution[at] ?? 0).toFixed(3));
  };
  return {
    base: rounded('base'),
    recurring: rounded('recurring'),
    atTop: rounded('atTop'),
    number: rounded('number'),
    early: rounded('early'),
    depth: rounded('depth'),
    centrality: rounded('centrality'),
    opening: rounded('opening'),
    length: rounded('length'),
    stated: rounded('stated'),
  };
}

/** What a short summary shares with the reference, as F1, and how long it is. */
interface Judgement {
  readonly words: number;
  readonly pairs: number;
  /** Counted between white space. */
  readonly length: number;
}

function judge({ analysed, quoted, reference }: Sample, weights: Weights): Judgement {
  const { sentences } = outlineOf(analysed, quoted, weights);
  const chosen = choose(sentences, [], ROOM.short);
  const shown = sentences.filter((sentence) => chosen.has(sentence));
  const texts = shown.map(({ passage }) => passage.text);
  return {
    words: f1(texts, reference, 1),
    pairs: f1(texts, reference, 2),
    length: shown.reduce((sum, { words }) => sum + words, 0),
  };
}

/** F1 of the runs of `size` stemmed words that two texts share, each counted as often as it stands there. */
function f1(some: readonly string[], reference: readonly string[], size: 1 | 2): number {
  const [mine, theirs] = [countRuns(some, size), countRuns(reference, size)];
  let common = 0;
  for (const [run, count] of mine) common += Math.min(count, theirs.get(run) ?? 0);
  const all = [...mine.values(), ...theirs.values()].reduce((a, b) => a + b, 0);
  return all === 0 ? 0 : (2 * common) / all;
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

/** Multiples of a square root spread evenly over the folds, and differently for each prime. */
function foldOf(article: number, prime: number): number {
  return Math.floor(FOLDS * ((article * Math.sqrt(prime)) % 1));
}

/** What weights found on the other folds do for each article. */
function judgeOutOfFold(samples: readonly Sample[], prime: number): Judgement[] {
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const weights = fit(samples.filter((_sample, n) => foldOf(n, prime) !== fold));
    return samples.filter((_sample, n) => foldOf(n, prime) === fold).map((sample) => judge(sample, weights));
  });
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('expected a folder with *.jsonl: node --import tsx bench/fit-summary.ts DIR');
const samples = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map(sampleOf);
const judged = SPLITS.flatMap((prime) => judgeOutOfFold(samples, prime));
const mean = (name: keyof Judgement): string =>
  (judged.reduce((sum, one) => sum + one[name], 0) / judged.length).toFixed(4);
console.log(
  `${samples.length} articles, out of fold: F1 of words ${mean('words')}, of pairs of words ${mean('pairs')}; ${mean('length')} words long`,
);
console.log(fit(samples));
