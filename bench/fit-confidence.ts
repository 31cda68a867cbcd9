/**
 * Fits the weights of `src/search/confidence-weights.ts` and prints them, with what they do out of fold.
 *
 *   node --import tsx bench/fit-confidence.ts DATA
 *
 * DATA is a folder as `fit-ranking.ts` takes it. Of the questions without an answer, those about an article of the
 * collection ask for what it does not say, and the others about an article that is not there. Every question is put to
 * all articles of its collection and to one alone, one about news also to an article that it is not about. The folds go
 * by article.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { analyseArticle } from '../src/corpus/analysed-article.ts';
import { indexBlocks, type BlockIndex } from '../src/search/block-index.ts';
import { MISLEADING_IS_RARE } from '../src/search/confidence-weights.ts';
import { MEETING_FEATURES, TOPIC_FEATURES, meetingFeatures, topicFeatures } from '../src/search/confidence.ts';
import { readQuestion } from '../src/search/question.ts';
import { rankBlocks } from '../src/search/rank-blocks.ts';
import { readCollection, readNews, scatter, type Collection } from './ask-data.ts';
import { dot, fitLogistic, type Row } from './linear-models.ts';

const FOLDS = 5;

/** Pulls the weights towards 0; the second model has far more to guess from far less. */
const RIDGE = { topic: 0.003, meeting: 0.03 };

/** Share of the answerable questions that are to be answered. */
const ANSWERED = 0.955;

interface Sample {
  /** What an article does not say, `unsaid`, is too rare in the news to fit on: it is only reported. */
  readonly kind: 'answerable' | 'misleading' | 'unsaid' | 'absent';
  readonly group: string;
  readonly fold: number;
  readonly topic: Row;
  readonly meeting: Row;
}

type Model = Pick<Sample, 'topic' | 'meeting'>;

function samplesOf(collection: string, { articles, questions, answering }: Collection, isNews: boolean): Sample[] {
  const analysed = articles.map(analyseArticle);
  const all = indexBlocks(analysed);
  const alone = new Map(analysed.map((one) => [one.article.id, indexBlocks([one])]));
  return questions.flatMap(({ id, text, doc }): Sample[] => {
    const own = doc !== undefined && alone.has(doc) ? doc : null;
    const kind = answering.has(id) ? 'answerable' : own === null ? 'absent' : isNews ? 'unsaid' : 'misleading';
    const rest = articles.filter((article) => article.id !== own);
    const other = alone.get(rest[scatter(id) % rest.length]?.id ?? '') ?? all;
    const fold = scatter(doc ?? id) % FOLDS;
    const sample = (to: string, index: BlockIndex, sort: Sample['kind']): Sample[] =>
      sampleOf(index, text).map((rows) => ({ kind: sort, group: `${collection}${to}`, fold, ...rows }));
    return [
      ...sample('', all, kind),
      ...sample(', one article', (own === null ? null : alone.get(own)) ?? other, kind),
      ...(isNews ? sample(', one article', other, 'absent') : []),
    ];
  });
}

function sampleOf(index: BlockIndex, text: string): Model[] {
  const question = readQuestion(text, index);
  return rankBlocks(index, question, null)
    .slice(0, 1)
    .map(({ hit, match, rank }) => {
      const topic = topicFeatures(index, question, match, rank);
      const meeting = meetingFeatures(question, hit.indexed, match);
      return {
        topic: TOPIC_FEATURES.map((name) => topic[name]),
        meeting: MEETING_FEATURES.map((name) => meeting[name]),
      };
    });
}

function fit(samples: readonly Sample[]): Model {
  const against = (kind: Sample['kind'], name: 'topic' | 'meeting'): number[] => {
    const rivals = samples.filter(({ group }) => samples.some((one) => one.kind === kind && one.group === group));
    const some = rivals.filter((one) => one.kind === kind || one.kind === 'answerable');
    return fitLogistic(
      some.map((one) => one[name]),
      some.map((one) => (one.kind === kind ? 0 : 1)),
      RIDGE[name],
    );
  };
  return { topic: against('absent', 'topic'), meeting: against('misleading', 'meeting') };
}

const likelihood = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const score = (sample: Sample, model: Model): number =>
  likelihood(dot(model.topic, sample.topic)) * likelihood(dot(model.meeting, sample.meeting) + MISLEADING_IS_RARE);

/** How likely a score of the one kind is above a score of the other. https://en.wikipedia.org/wiki/Mann-Whitney_U_test */
function auc(above: readonly number[], below: readonly number[]): number {
  const wins = above.map((one) => below.reduce((sum, other) => sum + (one > other ? 1 : one === other ? 0.5 : 0), 0));
  return wins.reduce((sum, won) => sum + won, 0) / (above.length * below.length);
}

const folder = process.argv[2] ?? '';
const samples = [
  ...readdirSync(path.join(folder, 'ask')).flatMap((name) =>
    samplesOf(name, readCollection(path.join(folder, 'ask', name)), false),
  ),
  ...readdirSync(path.join(folder, 'summary')).flatMap((name) =>
    samplesOf(name, readNews(path.join(folder, 'summary', name)), true),
  ),
];
const models = Array.from({ length: FOLDS }, (_, fold) => fit(samples.filter((one) => one.fold !== fold)));
const scored = samples.map((sample) => ({ ...sample, score: score(sample, models[sample.fold] ?? sample) }));
const answerable = scored.filter(({ kind }) => kind === 'answerable').map((one) => one.score);
const threshold = answerable.sort((a, b) => a - b)[Math.floor(answerable.length * (1 - ANSWERED))] ?? 0;
for (const group of new Set(scored.map((one) => one.group))) {
  const of = (kind: Sample['kind']): number[] =>
    scored.filter((one) => one.group === group && one.kind === kind).map((one) => one.score);
  const above = (some: readonly number[]): string =>
    (some.filter((one) => one >= threshold).length / some.length).toFixed(4);
  console.log(`${group}: answered ${above(of('answerable'))}`);
  for (const kind of ['misleading', 'unsaid', 'absent'] as const) {
    const some = of(kind);
    if (some.length > 0)
      console.log(`  ${kind}: AUC ${auc(of('answerable'), some).toFixed(4)}, answered ${above(some)}`);
  }
}
console.log(`threshold out of fold: ${threshold.toFixed(3)}`);
const { topic, meeting } = fit(samples);
console.log('TOPIC_WEIGHTS');
for (const [n, name] of TOPIC_FEATURES.entries()) console.log(`  ${name}: ${(topic[n] ?? 0).toFixed(3)},`);
console.log('MEETING_WEIGHTS');
for (const [n, name] of MEETING_FEATURES.entries()) console.log(`  ${name}: ${(meeting[n] ?? 0).toFixed(3)},`);
