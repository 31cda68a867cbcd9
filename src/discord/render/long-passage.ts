import type { Library } from '../../answers/library.ts';
import { passageAt, type Passage } from '../../corpus/passage.ts';

/** Sentences of a block that stand one after the other, cut out as one passage. */
export interface SentenceRun {
  readonly passage: Passage;
  /** How many sentences it is. */
  readonly count: number;
}

/** The sentences of the block in which `passage` stands, each a passage. */
export function sentencesIn(library: Library, { article, block }: Passage): readonly Passage[] {
  const entry = library.entries.get(article);
  const sentences = entry?.analysed.texts[block]?.sentences ?? [];
  return entry === undefined ? [] : sentences.map(({ start, end }) => passageAt(entry.article, { block, start, end }));
}

/**
 * Takes as many of the `wanted` sentences as `fit` allows, in order, and joins those that are neighbours in `sentences`:
 * what stands apart in the article must not look as if it stood together.
 */
export function takeRuns(
  library: Library,
  sentences: readonly Passage[],
  wanted: ReadonlySet<Passage>,
  fit: (runs: readonly SentenceRun[]) => boolean,
): readonly SentenceRun[] {
  let runs: readonly SentenceRun[] = [];
  let before: Passage | null = null;
  for (const sentence of sentences) {
    if (!wanted.has(sentence)) {
      before = null;
      continue;
    }
    const last = runs.at(-1);
    const longer: readonly SentenceRun[] =
      last === undefined || before === null
        ? [...runs, { passage: sentence, count: 1 }]
        : [...runs.slice(0, -1), { passage: joined(library, last.passage, sentence), count: last.count + 1 }];
    if (!fit(longer)) break;
    runs = longer;
    before = sentence;
  }
  return runs;
}

function joined(library: Library, first: Passage, last: Passage): Passage {
  const article = library.entries.get(first.article)?.article;
  return article === undefined ? first : passageAt(article, { block: first.block, start: first.start, end: last.end });
}
