import { buildLibrary, type Library } from '../answers/library.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';

/** Gives the articles that are in use now. */
export interface LibrarySource {
  current(): Library;
}

/**
 * Reads the articles in `folder` once.
 *
 * @param log takes a line for each file that was left out, and for each that shares its name.
 * @throws CorpusError if there is no article in it.
 */
export async function openLibrary(folder: string, log: (line: string) => void): Promise<LibrarySource> {
  const { articles, problems, notes } = await loadCorpus([folder]);
  for (const line of [...problems, ...notes]) log(line);
  const library = buildLibrary(articles);
  return { current: () => library };
}
