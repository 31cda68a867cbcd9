import { BM25, type BlockIndex } from './block-index.ts';
import type { IndexedBlock, IndexedSentence } from './indexed-block.ts';
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
  const scores = sentences.map((sentence) => share(({ term }) => sentence.terms.has(term)));
  const kinds = sentences.map((sentence) => kindOf(question, sentence));
  let best = 0;
  const worth = (n: number): number => (scores[n] ?? 0) + 0.15 * (kinds[n]?.kind ?? 0) + 0.1 * (kinds[n]?.thing ?? 0);
  for (const n of sentences.keys()) if (worth(n) > worth(best) + 1e-9) best = n;
  const chosen = sentences[best];
  const before = sentences[best - 1];
  const neighbours = [article.blocks[indexed.place - 1], article.blocks[indexed.place + 1]];
  const pairs = chosen === undefined ? { phrase: 0, near: 0 } : pairsOf(question, chosen);
  return {
    sentence: best,
    features: {
      block: bm25(question, indexed, index.meanLength.block, total),
      covered: share(({ term }) => indexed.counts.has(term)),
      sentence: scores[best] ?? 0,
      window: share(({ term }) => (chosen?.terms.has(term) ?? false) || (before?.terms.has(term) ?? false)),
      article: bm25(question, article, index.meanLength.article, total),
      neighbour: Math.max(
        ...neighbours.map((one) => (one === undefined ? 0 : bm25(question, one, index.meanLength.block, total))),
      ),
      title: share(({ term }) => article.title.has(term)),
      ...pairs,
      surface: share(({ surface }) => indexed.surfaces.has(surface)),
      missing: missingShare(question, indexed),
      kind: kinds[best]?.kind ?? 0,
      thing: kinds[best]?.thing ?? 0,
      length: Math.log((1 + indexed.length) / (1 + index.meanLength.block)),
    },
  };
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
function kindOf(
  { wants, thing, terms }: Question,
  { mentions, words }: IndexedSentence,
): { kind: number; thing: number } {
  if (wants === null) return { kind: 0, thing: 0 };
  const asked = new Set(terms.map(({ term }) => term));
  const fresh = mentions.filter(
    ({ kind, start, end }) =>
      suits(kind, wants) && !words.some((word) => word.start >= start && word.end <= end && asked.has(word.term)),
  );
  const beside = fresh.some(({ end }) =>
    words
      .filter((word) => word.start >= end)
      .slice(0, 3)
      .some(({ term }) => term === thing),
  );
  return { kind: fresh.length > 0 ? 1 : 0, thing: beside ? 1 : 0 };
}

/** Whether a mention of kind `found` can be what is wanted: a place is a name too. */
export function suits(found: string, wanted: string): boolean {
  return found === wanted || (wanted === 'name' && found === 'place') || (wanted === 'place' && found === 'name');
}
