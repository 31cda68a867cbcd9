import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import type { ArticleId } from '../corpus/article.ts';
import type { AnalysedText, Token } from '../text/analyse.ts';
import { mentionsIn, type Mention } from './mentions.ts';
import { wordsOf, type Word } from './terms.ts';
import { fieldsOf } from './word-fields.ts';

/** What ranking knows of a block, worked out when its article arrives. Its text stays in the article. */
export interface IndexedBlock {
  readonly article: IndexedArticle;
  /** 0-based place in the article; never 0, which is the headline. */
  readonly block: number;
  /** A heading names what follows it and answers nothing itself. */
  readonly isHeading: boolean;
  /** 0-based place in `article.blocks`. */
  readonly place: number;
  readonly sentences: readonly IndexedSentence[];
  /** How often each term stands in the block, and where, in order. */
  readonly counts: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** The fields that its words stand in, see `fieldsOf`. */
  readonly fields: ReadonlySet<number>;
  /** The first of the years that it names. */
  readonly year: number | null;
  /** Number of words, stop words not counted. */
  readonly length: number;
}

/** Where a term stands in a block. */
export interface Place {
  /** 0-based place of the sentence in the block, and of the word among the sentence's. */
  readonly sentence: number;
  readonly word: number;
  readonly surface: string;
}

export interface IndexedSentence {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  /** What could be the whole of a short answer. */
  readonly mentions: readonly IndexedMention[];
}

export interface IndexedMention extends Mention {
  /** Its own terms, and those of the three words after it. */
  readonly terms: readonly string[];
  readonly following: readonly string[];
}

/** What ranking knows of an article. */
export interface IndexedArticle {
  readonly id: ArticleId;
  readonly language: 'en' | 'und';
  readonly title: ReadonlySet<string>;
  readonly counts: Map<string, number>;
  /** In how many of its blocks each term stands, and in which first, by its place. */
  readonly holders: Map<string, { count: number; readonly first: number }>;
  /** In the order of the article, without the headline and without what stands again as a paragraph. */
  readonly blocks: IndexedBlock[];
  length: number;
}

/** Works out what ranking needs of an article. */
export function indexArticle({ article, texts }: AnalysedArticle): IndexedArticle {
  const indexed: IndexedArticle = {
    id: article.id,
    language: article.language,
    title: new Set(wordsOf(article.title, article.language).map(({ term }) => term)),
    counts: new Map(),
    holders: new Map(),
    blocks: [],
    length: 0,
  };
  const paragraphs = new Set(article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => bare(text)));
  for (const [n, text] of texts.entries()) {
    const block = article.blocks[n];
    if (n === 0 || block === undefined) continue;
    // A standfirst or key point that stands again as a paragraph is one statement, and the paragraph is its place.
    if (block.kind !== 'paragraph' && paragraphs.has(bare(block.text))) continue;
    const one = indexBlock(indexed, n, text, block.kind === 'heading');
    indexed.blocks.push(one);
    for (const [term, count] of one.counts) {
      indexed.counts.set(term, (indexed.counts.get(term) ?? 0) + count);
      const held = indexed.holders.get(term);
      if (held === undefined) indexed.holders.set(term, { count: 1, first: one.place });
      else held.count++;
    }
    indexed.length += one.length;
  }
  return indexed;
}

const bare = (text: string): string => text.replace(/[\s.!?\u2026]+$/u, ''); // HORIZONTAL ELLIPSIS

function indexBlock(article: IndexedArticle, block: number, analysed: AnalysedText, isHeading: boolean): IndexedBlock {
  const words = wordsOf(analysed.text, article.language);
  const counts = new Map<string, number>();
  for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + 1);
  const sentences = analysed.sentences.map(({ start, end, first, last }) =>
    indexSentence(
      words.filter((word) => word.start >= start && word.start < end),
      analysed.tokens.slice(first, last),
    ),
  );
  return {
    article,
    block,
    isHeading,
    place: article.blocks.length,
    sentences,
    counts,
    places: placesIn(sentences),
    fields: new Set([...counts.keys()].flatMap(fieldsOf)),
    year: firstYear(words),
    length: words.length,
  };
}

const YEAR = /^(?:1[5-9]|20)\d\d$/u;

function firstYear(words: readonly Word[]): number | null {
  const years = words.flatMap(({ surface }) => (YEAR.test(surface) ? [Number(surface)] : []));
  return years.length === 0 ? null : Math.min(...years);
}

function placesIn(sentences: readonly IndexedSentence[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const [sentence, { words }] of sentences.entries()) {
    for (const [word, { term, surface }] of words.entries()) {
      const same = places.get(term);
      if (same === undefined) places.set(term, [{ sentence, word, surface }]);
      else same.push({ sentence, word, surface });
    }
  }
  return places;
}

function indexSentence(words: readonly Word[], tokens: readonly Token[]): IndexedSentence {
  const mentions = mentionsIn(tokens).map((mention): IndexedMention => {
    const after = words.filter(({ start }) => start >= mention.end).slice(0, 3);
    const own = words.filter(({ start, end }) => start >= mention.start && end <= mention.end);
    return { ...mention, terms: own.map(({ term }) => term), following: after.map(({ term }) => term) };
  });
  return { words, tokens, mentions };
}
