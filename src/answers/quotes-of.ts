import type { ArticleId } from '../corpus/article.ts';
import { speakerMatches } from '../quotes/match-speaker.ts';
import type { Quotation } from '../quotes/quotation.ts';
import { termsOf } from '../search/terms.ts';
import type { QuotesAnswer } from './answer.ts';
import type { Library, LibraryEntry } from './library.ts';
import { comparedWords } from './quotation-words.ts';

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
  const quotations = [...library.entries.values()]
    .filter((entry) => article === null || entry.article.id === article)
    .flatMap((entry) => {
      const statements = speaker === null ? entry.quotations : spokenBy(entry.quotations, speaker);
      return aboutTopic(library, entry, withoutRepeats(entry, statements), topic);
    });
  const own = (quotation: Quotation): boolean => speaker === null || speakerMatches(quotation, speaker) === 2;
  const [first, ...rest] = [...quotations.filter(own), ...quotations.filter((quotation) => !own(quotation))];
  return first === undefined ? { kind: 'none' } : { kind: 'answered', quotations: [first, ...rest] };
}

function spokenBy(quotations: readonly Quotation[], speaker: string): readonly Quotation[] {
  return quotations.filter((quotation) => speakerMatches(quotation, speaker) > 0);
}

/** Without what a standfirst or a key point says that stands again as a paragraph: the paragraph is the answer. */
function withoutRepeats({ article }: LibraryEntry, quotations: readonly Quotation[]): readonly Quotation[] {
  const paragraphs = new Set(article.blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => keyOf(text)));
  return quotations.filter(({ spans: [first] }) => {
    const block = article.blocks[first.block];
    const repeatable = block?.kind === 'standfirst' || block?.kind === 'key-point';
    return !repeatable || !paragraphs.has(keyOf(block.text));
  });
}

/** A text as its words alone: the same for two that differ in punctuation only. */
function keyOf(text: string): string {
  return comparedWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}

/** The quotations that hold every term of the topic, or a word that it may be a typing error for. */
function aboutTopic(
  library: Library,
  { article }: LibraryEntry,
  quotations: readonly Quotation[],
  topic: string | null,
): readonly Quotation[] {
  if (topic === null) return quotations;
  const wanted = termsOf(topic, article.language).map((term) =>
    library.index.has(term) ? [term] : library.index.closest(term),
  );
  if (wanted.length === 0) return [];
  return quotations.filter(({ spans }) => {
    const terms = new Set(spans.flatMap((span) => termsOf(span.text, article.language)));
    return wanted.every((meant) => meant.some((term) => terms.has(term)));
  });
}
