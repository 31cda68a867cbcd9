import type { ArticleId, Language } from '../corpus/article.ts';
import type { Passage } from '../corpus/passage.ts';
import type { Quotation } from '../quotes/quotation.ts';
import type { IndexedArticle, IndexedBlock } from '../search/indexed-block.ts';
import { termsOf } from '../search/terms.ts';

/** Finds quotations by the terms that stand in them. */
export interface TopicIndex {
  /**
   * The quotations that hold every term of a topic.
   *
   * @param meant what each of the terms can mean, read as each language is: itself, or words that it may be a typing error for.
   */
  holding(meant: Readonly<Record<Language, readonly (readonly string[])[]>>): ReadonlySet<Quotation>;
}

/** The quotations that hold a term, in the order in which they were indexed. */
type Postings = ReadonlyMap<string, readonly Quotation[]>;

/** Indexes quotations by their terms; `articles` are those that they stand in, with the terms of their blocks. */
export function indexTopics(
  quotations: readonly Quotation[],
  articles: ReadonlyMap<ArticleId, IndexedArticle>,
): TopicIndex {
  const postings = { en: new Map<string, Quotation[]>(), und: new Map<string, Quotation[]>() };
  const blocks = new Map(
    [...articles.values()].flatMap((article) => article.blocks.map((block) => [keyOf(article.id, block.block), block])),
  );
  for (const quotation of quotations) {
    const language = articles.get(quotation.article)?.language;
    if (language === undefined) continue;
    const terms = quotation.spans.flatMap((span) =>
      termsIn(span, blocks.get(keyOf(span.article, span.block)), language),
    );
    for (const term of new Set(terms)) {
      const holding = postings[language].get(term);
      if (holding === undefined) postings[language].set(term, [quotation]);
      else holding.push(quotation);
    }
  }
  return {
    holding: (meant) => new Set([...holdingAll(postings.en, meant.en), ...holdingAll(postings.und, meant.und)]),
  };
}

const keyOf = (article: ArticleId, block: number): string => `${block} ${article}`;

/** The terms of a span, from those of its block. A standfirst that stands again as a paragraph has no indexed block. */
function termsIn({ text, start, end }: Passage, block: IndexedBlock | undefined, language: Language): string[] {
  if (block === undefined) return termsOf(text, language);
  return block.sentences.flatMap(({ words }) =>
    words.flatMap((word) => (word.start >= start && word.end <= end ? [word.term] : [])),
  );
}

function holdingAll(postings: Postings, topic: readonly (readonly string[])[]): readonly Quotation[] {
  const [first, ...rest] = topic
    .map((meant) => new Set(meant.flatMap((term) => postings.get(term) ?? [])))
    .sort((a, b) => a.size - b.size);
  return first === undefined ? [] : [...first].filter((quotation) => rest.every((one) => one.has(quotation)));
}
