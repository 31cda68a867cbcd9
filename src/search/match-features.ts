import { BM25, type BlockIndex } from './block-index.ts';
import type { IndexedBlock, IndexedSentence } from './indexed-block.ts';
import type { Mention, MentionKind } from './mentions.ts';
import type { Question, QuestionTerm } from './question.ts';

/** How a block answers a question, each feature from 0 to about 1 so that weights compare; what each means is beside it. */
export interface MatchFeatures {
  /** BM25 of the block, as a share of the most that the question's words could give. */
  readonly block: number;
  /** Share of the question's weight whose words stand in the block. */
  readonly covered: number;
  /** The same for the best sentence, and for that sentence with the one before it. */
  readonly sentence: number;
  readonly window: number;
  /** BM25 of the whole article, and the better of the two neighbours. */
  readonly article: number;
  readonly neighbour: number;
  /** Share of the weight that the title holds. */
  readonly title: number;
  /** Share of the question's neighbouring words that are neighbours in the best sentence, in order or within three. */
  readonly phrase: number;
  readonly near: number;
  /** Share of the weight whose very word forms stand in the block. */
  readonly surface: number;
  /** Share of the weight of names and numbers, by their capitals and digits, that the block lacks. */
  readonly missing: number;
  /** Whether the best sentence holds words of the kind wanted that the question does not have itself. */
  readonly kind: number;
  /** Whether such words stand beside the thing asked for. */
  readonly thing: number;
  /** The logarithm of the block's length in words, over that of the mean length. */
  readonly length: number;
}

export interface Match {
  readonly features: MatchFeatures;
  /** 0-based place of the sentence that answers best. */
  readonly sentence: number;
}

export function matchBlock(question: Question, indexed: IndexedBlock, index: BlockIndex): Match {
  const { terms } = question;
  const total = Math.max(
    1e-9,
    terms.reduce((sum, { weight }) => sum + weight, 0),
  );
  const share = (holds: (term: QuestionTerm) => boolean): number =>
    terms.reduce((sum, term) => sum + (holds(term) ? term.weight : 0), 0) / total;
  const { article, sentences } = indexed;
  const scores = sentences.map((sentence) => matchSentence(question, sentence, share));
  let best = 0;
  for (const [n, { worth }] of scores.entries()) if (worth > (scores[best]?.worth ?? 0) + 1e-9) best = n;
  const found = scores[best] ?? NO_MATCH;
  const chosen = sentences[best];
  const before = sentences[best - 1];
  const neighbours = [article.blocks[indexed.place - 1], article.blocks[indexed.place + 1]];
  return {
    sentence: best,
    features: {
      block: bm25(question, indexed, index.meanLength.block, total),
      covered: share(({ term }) => indexed.counts.has(term)),
      sentence: found.covered,
      window: share(({ term }) => (chosen?.terms.has(term) ?? false) || (before?.terms.has(term) ?? false)),
      article: bm25(question, article, index.meanLength.article, total),
      neighbour: Math.max(
        ...neighbours.map((one) => (one === undefined ? 0 : bm25(question, one, index.meanLength.block, total))),
      ),
      title: share(({ term }) => article.title.has(term)),
      phrase: found.phrase,
      near: found.near,
      surface: share(({ surface }) => indexed.surfaces.has(surface)),
      missing: missingShare(question, indexed),
      kind: found.kind,
      thing: found.thing,
      length: Math.log((1 + indexed.length) / (1 + index.meanLength.block)),
    },
  };
}

interface SentenceMatch {
  readonly covered: number;
  readonly phrase: number;
  readonly near: number;
  readonly kind: number;
  readonly thing: number;
  /** Orders the sentences of one block. */
  readonly worth: number;
}

const NO_MATCH: SentenceMatch = { covered: 0, phrase: 0, near: 0, kind: 0, thing: 0, worth: 0 };

/** What each thing counts when the best sentence of a block is chosen, beside how much of the question it covers. */
const SENTENCE_WEIGHTS = { surface: 0.15, kind: 0.2, thing: 0.05, phrase: 0.05, near: 0.05 };

function matchSentence(
  question: Question,
  sentence: IndexedSentence,
  share: (holds: (term: QuestionTerm) => boolean) => number,
): SentenceMatch {
  const surfaces = new Set(sentence.words.map(({ surface }) => surface));
  const features = {
    ...pairsOf(question, sentence),
    ...kindOf(question, sentence),
    surface: share(({ surface }) => surfaces.has(surface)),
  };
  const covered = share(({ term }) => sentence.terms.has(term));
  const { surface, kind, thing, phrase, near } = SENTENCE_WEIGHTS;
  const worth =
    covered +
    surface * features.surface +
    kind * features.kind +
    thing * features.thing +
    phrase * features.phrase +
    near * features.near;
  return { ...features, covered, worth };
}

/** Okapi BM25 as a share of what it would be if every term stood there without end. */
function bm25(
  { terms }: Question,
  { counts, length }: { readonly counts: ReadonlyMap<string, number>; readonly length: number },
  mean: number,
  total: number,
): number {
  const { k, b } = BM25;
  let sum = 0;
  for (const { term, weight } of terms) {
    const count = counts.get(term);
    if (count !== undefined) sum += (weight * count) / (count + k * (1 - b + (b * length) / mean));
  }
  return sum / total;
}

function missingShare({ terms }: Question, { counts, article }: IndexedBlock): number {
  const special = terms.filter(({ special }) => special);
  const total = special.reduce((sum, { weight }) => sum + weight, 0);
  const gone = special.filter(({ term }) => !counts.has(term) && !article.title.has(term));
  return total === 0 ? 0 : gone.reduce((sum, { weight }) => sum + weight, 0) / total;
}

/** Shares of the question's neighbouring terms that are neighbours in the sentence, and that stand within three words. */
function pairsOf({ terms }: Question, { words, terms: held }: IndexedSentence): { phrase: number; near: number } {
  if (terms.length < 2) return { phrase: 0, near: 0 };
  let [phrase, near] = [0, 0];
  for (const [n, { term }] of terms.entries()) {
    const next = terms[n + 1]?.term;
    if (next === undefined || !held.has(term) || !held.has(next)) continue;
    const places = words.flatMap((word, place) => (word.term === term ? [place] : []));
    const others = words.flatMap((word, place) => (word.term === next ? [place] : []));
    if (places.some((place) => others.includes(place + 1))) phrase++;
    if (places.some((place) => others.some((other) => Math.abs(other - place) <= 3))) near++;
  }
  return { phrase: phrase / (terms.length - 1), near: near / (terms.length - 1) };
}

/** Whether the sentence holds words of the kind wanted that are not the question's own, and beside the thing asked for. */
function kindOf(question: Question, sentence: IndexedSentence): { kind: number; thing: number } {
  const fresh = freshMentions(question, sentence);
  const beside = fresh.some((mention) => isBeside(mention, question.thing, sentence));
  return { kind: fresh.length > 0 ? 1 : 0, thing: beside ? 1 : 0 };
}

/** The words of the kind wanted that are not the question's own; only those beside the thing asked for, where there are such. */
export function freshMentions({ wants, thing, terms }: Question, sentence: IndexedSentence): readonly Mention[] {
  if (wants === null) return [];
  const asked = new Set(terms.map(({ term }) => term));
  const fresh = sentence.mentions.filter(
    ({ kind, start, end }) =>
      suits(kind, wants) &&
      !sentence.words.some((word) => word.start >= start && word.end <= end && asked.has(word.term)),
  );
  const beside = fresh.filter((mention) => isBeside(mention, thing, sentence));
  return beside.length > 0 ? beside : fresh;
}

/** Whether the thing is among the three words after the mention. */
const isBeside = ({ end }: Mention, thing: string | null, { words }: IndexedSentence): boolean =>
  words
    .filter((word) => word.start >= end)
    .slice(0, 3)
    .some(({ term }) => term === thing);

/** Whether a mention of kind `found` can be what is wanted: what stands as a place may be a body that acts. */
function suits(found: MentionKind, wanted: MentionKind): boolean {
  return found === wanted || (wanted === 'name' && found === 'place');
}
