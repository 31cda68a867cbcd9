import type { ArticleId } from '../corpus/article.ts';
import type { Quotation } from '../quotes/quotation.ts';
import type { IndexedArticle, IndexedBlock } from '../search/indexed-block.ts';
import { termsOf } from '../search/terms.ts';
import type { QuotesAnswer } from './answer.ts';
import type { Library, LibraryEntry } from './library.ts';
import { comparedWords } from './quotation-words.ts';
import { speakerRank } from './speaker-rank.ts';

export interface QuotesRequest {
  /** Null for every article. */
  readonly article: ArticleId | null;
  /** "putin", "the kremlin", "kremlin spokesman"; null for everybody. */
  readonly speaker: string | null;
  /** Words that all stand in the quotation, in whatever form; null for any topic. */
  readonly topic: string | null;
}

/**
 * Lists what people are quoted as saying, in reading order. Of a body it gives
 * its own statements, then those of the people who speak for it.
 */
export function quotesOf(library: Library, { article, speaker, topic }: QuotesRequest): QuotesAnswer {
  const rank = speaker === null ? () => 2 as const : speakerRank(speaker);
  const isOnTopic = topicFilter(library, topic);
  const quotations = [...library.entries.values()]
    .filter((entry) => article === null || entry.article.id === article)
    .flatMap((entry) => {
      const statements = entry.quotations.filter((quotation) => rank(quotation) > 0 && isOnTopic(quotation));
      return withoutRepeats(entry, statements);
    });
  const own = quotations.filter((quotation) => rank(quotation) === 2);
  const theirs = quotations.filter((quotation) => rank(quotation) === 1);
  const [first, ...rest] = [...own, ...theirs];
  return first === undefined ? { kind: 'none' } : { kind: 'answered', quotations: [first, ...rest] };
}

/** Without what a standfirst or a key point says that stands again as a paragraph: the paragraph is the answer. */
function withoutRepeats({ article }: LibraryEntry, quotations: readonly Quotation[]): readonly Quotation[] {
  const repeatable = ({ spans: [first] }: Quotation): boolean => {
    const kind = article.blocks[first.block]?.kind;
    return kind === 'standfirst' || kind === 'key-point';
  };
  if (!quotations.some(repeatable)) return quotations;
  const paragraphs = new Set(article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => keyOf(text)));
  return quotations.filter(
    (quotation) =>
      !repeatable(quotation) || !paragraphs.has(keyOf(article.blocks[quotation.spans[0].block]?.text ?? '')),
  );
}

/** A text as its words alone: the same for two that differ in punctuation only. */
function keyOf(text: string): string {
  return comparedWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}

/** Whether a quotation holds every term of the topic, or a word that it may be a typing error for. */
function topicFilter(library: Library, topic: string | null): (quotation: Quotation) => boolean {
  if (topic === null) return () => true;
  const read = (language: 'en' | 'und'): readonly (readonly string[])[] =>
    termsOf(topic, language).map((term) => (library.index.has(term) ? [term] : library.index.closest(term)));
  const wanted = { en: read('en'), und: read('und') };
  const known = new Map<ArticleId, ReadonlyMap<number, IndexedBlock>>();
  const blocksOf = ({ id, blocks }: IndexedArticle): ReadonlyMap<number, IndexedBlock> => {
    const found = known.get(id) ?? new Map(blocks.map((block) => [block.block, block]));
    known.set(id, found);
    return found;
  };
  return ({ article, spans }) => {
    const indexed = library.index.articles.get(article);
    if (indexed === undefined || wanted[indexed.language].length === 0) return false;
    const holds = (has: (term: string) => boolean): boolean =>
      wanted[indexed.language].every((meant) => meant.some(has));
    if (!holds((term) => indexed.counts.has(term) || indexed.title.has(term))) return false;
    // Only the words of quotations in the right blocks are read again; a standfirst that is repeated is not indexed.
    const blocks = blocksOf(indexed);
    if (!holds((term) => spans.some((span) => blocks.get(span.block)?.counts.has(term) ?? true))) return false;
    const terms = new Set(spans.flatMap(({ text }) => termsOf(text, indexed.language)));
    return holds((term) => terms.has(term));
  };
}
