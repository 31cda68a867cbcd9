import { watch, type FSWatcher } from 'node:fs';
import { buildLibrary, type Library } from '../answers/library.ts';
import { CorpusError, keepOld, loadCorpus, type Corpus } from '../corpus/load-corpus.ts';

/** Gives the articles that are in use now. */
export interface LibrarySource {
  current(): Library;
}

/** The articles of a folder. */
export interface FolderSource extends LibrarySource {
  /** Reads the folder again whenever a file in it changes, until the function it returns is called. */
  watch(): () => void;
}

/** How long the folder has to be quiet before it is read again, in milliseconds: editors write a file in several steps. */
const QUIET = 200;

/**
 * Reads the articles in `folder`.
 *
 * @param log takes a line for each file that was left out, and for each that shares its name.
 * @throws CorpusError if there is no article in it. After a later change that is a line in the log, and the articles stay as they were.
 */
export async function openLibrary(folder: string, log: (line: string) => void): Promise<FolderSource> {
  let last = await read(folder, log);
  const readAgain = async (): Promise<void> => {
    try {
      last = await read(folder, log, last.corpus);
      log(`${last.library.entries.size} articles read again`);
    } catch (error) {
      log(error instanceof CorpusError ? error.message : `the articles could not be read again: ${String(error)}`);
    }
  };
  return {
    current: () => last.library,
    watch() {
      let timer: NodeJS.Timeout | undefined;
      let reading = Promise.resolve();
      const unnoticed = (): void => {
        log(`changes in "${folder}" are not noticed; start again to see them`);
      };
      let watcher: FSWatcher | undefined;
      try {
        watcher = watch(folder, () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            reading = reading.then(readAgain);
          }, QUIET).unref();
        });
        watcher.on('error', unnoticed).unref();
      } catch {
        // The system has no watch left to give; the bot works all the same.
        unnoticed();
      }
      return () => {
        clearTimeout(timer);
        watcher?.close();
      };
    },
  };
}

/** Reads the folder; of a file that was read `before` and is broken now, the old article stays. */
async function read(
  folder: string,
  log: (line: string) => void,
  before?: Corpus,
): Promise<{ readonly corpus: Corpus; readonly library: Library }> {
  const now = await loadCorpus([folder]);
  for (const line of [...now.problems, ...now.notes]) log(line);
  const corpus = before === undefined ? now : keepOld(now, before);
  return { corpus, library: buildLibrary(corpus.articles) };
}
