import type { Token } from '../../text/analyse.ts';
import type { Sentence } from './sentences.ts';

/** What the model of `weights.ts` knows about a sentence. All are 0 to 1, so that weights compare. */
export interface Features {
  /** 1 for the first sentence of the article, 1/2 for the second, 1/3 for the third. */
  readonly early: number;
  /** 0 for the first sentence of the article, 1 for the last. */
  readonly depth: number;
  /** Share of the headline's terms that it holds. */
  readonly title: number;
  /** Cosine between its terms and those of the whole article. */
  readonly centrality: number;
  /** Cosine between its terms and those of the article's first sentences. */
  readonly opening: number;
  /** Share of its words that hold a digit, `DENSE` times and at most 1. */
  readonly numbers: number;
  /** Share of its words that belong to names. */
  readonly names: number;
  /** Share of its characters that stand between quotation marks. */
  readonly quoted: number;
  /** Its length, 1 from `LONG` words on. */
  readonly length: number;
  /** Share of `BRIEF` words that it lacks. */
  readonly brief: number;
  /** 1 where it speaks of "I", "we" or "you". */
  readonly personal: number;
}

/** How many sentences at the top of an article say what it is about. */
const OPENING = 3;

/** Words of a long sentence, and of one that is no longer brief. */
const LONG = 40;
const BRIEF = 12;

/** One word in so many is a number where a sentence is dense with them. */
const DENSE = 10;

/** Words of a writer or speaker about themselves or to the reader. */
const PERSONAL = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'you', 'your']);

/** The features of each of an article's sentences, in order; takes time in proportion to the article's length. */
export function featuresOf(sentences: readonly Sentence[], title: ReadonlySet<string>): Features[] {
  const whole = centroidOf(sentences);
  const opening = centroidOf(sentences.slice(0, OPENING));
  return sentences.map(({ passage: { text }, tokens, terms, quotedLength }, n) => {
    const words = tokens.filter(({ pos }) => pos !== 'PUNCT' && pos !== 'SYM');
    const share = (some: readonly Token[]): number => some.length / Math.max(1, words.length);
    return {
      early: 1 / (n + 1),
      depth: n / Math.max(1, sentences.length - 1),
      title: commonTerms(title, terms) / Math.max(1, title.size),
      centrality: cosine(terms, whole),
      opening: cosine(terms, opening),
      numbers: Math.min(1, DENSE * share(words.filter((word) => /\d/.test(word.text)))),
      names: share(words.filter(({ pos }) => pos === 'PROPN')),
      quoted: quotedLength / text.length,
      length: Math.min(1, words.length / LONG),
      brief: Math.max(0, 1 - words.length / BRIEF),
      personal: Number(words.some((word) => PERSONAL.has(word.text.toLowerCase()))),
    };
  });
}

/** How many terms two sentences share. */
export function commonTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const term of a) if (b.has(term)) common++;
  return common;
}

/** In how many sentences each term stands, and the length of that vector. */
interface Centroid {
  readonly counts: ReadonlyMap<string, number>;
  readonly norm: number;
}

function centroidOf(sentences: readonly Sentence[]): Centroid {
  const counts = new Map<string, number>();
  for (const { terms } of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { counts, norm: Math.hypot(...counts.values()) };
}

function cosine(terms: ReadonlySet<string>, { counts, norm }: Centroid): number {
  let dot = 0;
  for (const term of terms) dot += counts.get(term) ?? 0;
  return dot === 0 ? 0 : dot / (Math.sqrt(terms.size) * norm);
}
