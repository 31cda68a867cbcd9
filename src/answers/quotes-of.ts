import type { ArticleId, Language } from '../corpus/article.ts';
import type { Quotation } from '../quotes/quotation.ts';
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
function topicFilter({ index, topics }: Library, topic: string | null): (quotation: Quotation) => boolean {
  if (topic === null) return () => true;
  const read = (language: Language): readonly (readonly string[])[] =>
    termsOf(topic, language).map((term) => (index.has(term) ? [term] : index.closest(term)));
  const onTopic = topics.holding({ en: read('en'), und: read('und') });
  return (quotation) => onTopic.has(quotation);
}
