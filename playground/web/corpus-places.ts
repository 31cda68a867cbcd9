import type { Article } from '../../src/corpus/article.ts';
import { keepOld, loadCorpus, type Corpus } from '../../src/corpus/load-corpus.ts';

/** How long what was read is taken for what stands there, in milliseconds. */
const FRESH = 1000;

/** The articles as they stand in the corpus folder now; of a file that is broken, the article that the bot still has. */
export class CorpusPlaces {
  readonly #folder: string;
  #last: Corpus | null = null;
  #read: Promise<readonly Article[]> = Promise.resolve([]);
  #readAt = -Infinity;

  constructor(folder: string) {
    this.#folder = folder;
  }

  articles(): Promise<readonly Article[]> {
    if (Date.now() - this.#readAt > FRESH) {
      this.#readAt = Date.now();
      this.#read = this.#readAgain();
    }
    return this.#read;
  }

  /** While the folder has no readable article: those that it had. */
  async #readAgain(): Promise<readonly Article[]> {
    try {
      const now = await loadCorpus([this.#folder]);
      this.#last = this.#last === null ? now : keepOld(now, this.#last);
    } catch {
      // The bot says what is wrong with the folder.
    }
    return this.#last?.articles ?? [];
  }
}

/** Where in the corpus something on a card comes from. */
export interface Place {
  readonly label: string;
  readonly href: string;
}

const LABEL = /\b(?:headline|standfirst|(?:key point|heading|paragraph) \d+)\b/g;

/** The places that a card names in its small print ("-# paragraph 3 · headline of the article · …"), each once. */
export function placesIn(texts: readonly string[], articles: readonly Article[]): readonly Place[] {
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.replace(/\\(.)/gs, '$1'));
  const named = (line: string): readonly Article[] =>
    articles.filter(({ title }) => line.includes(title.replace(/\s+/g, ' ').trim()));
  const onCard = named(lines.join('\n'));
  const places = lines
    .filter((line) => line.startsWith('-# '))
    .flatMap((line) => {
      const article = named(line)[0] ?? (onCard.length === 1 ? onCard[0] : undefined);
      if (article === undefined) return [];
      // The label comes before the headline, which may hold such words itself.
      const [before = ''] = line.split(article.title);
      return (before.match(LABEL) ?? []).flatMap((label) => {
        const block = article.blocks.findIndex((one) => one.label === label);
        return block < 0 ? [] : [{ label, href: `/corpus/${encodeURIComponent(article.id)}#block-${block}` }];
      });
    });
  return [...new Map(places.map((place) => [place.href, place])).values()];
}
