import type { AlignedPair } from './align-words.ts';
import type { Alteration, Change } from './answer.ts';

/** A word as it was written, and as it is compared. */
export interface WrittenWord {
  readonly text: string;
  readonly folded: string;
}

/** The stretch of the article's words that the asked words stand for; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretch that `pairs` cover, and as many words before and behind as the asker has there. */
export function stretchOf(pairs: readonly AlignedPair[], asked: number, found: number): Stretch {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: Math.max(0, first.found - first.asked), end: Math.min(found, last.found + asked - last.asked) };
}

/**
 * Tells word by word how what was asked becomes what the article has.
 *
 * The words of `same` and `added` are the article's, in order; those of `removed` and `same` are the asker's but for typing errors.
 */
export function changesBetween(
  asked: readonly WrittenWord[],
  found: readonly WrittenWord[],
  pairs: readonly AlignedPair[],
  { start, end }: Stretch,
): readonly Change[] {
  const changes: { kind: Change['kind']; words: string[] }[] = [];
  const put = (kind: Change['kind'], words: readonly WrittenWord[]): void => {
    if (words.length === 0) return;
    const last = changes.at(-1);
    if (last?.kind === kind) last.words.push(...words.map(({ text }) => text));
    else changes.push({ kind, words: words.map(({ text }) => text) });
  };
  let [nextAsked, nextFound] = [0, start];
  for (const pair of pairs) {
    put('removed', asked.slice(nextAsked, pair.asked));
    put('added', found.slice(nextFound, pair.found));
    const [was, is] = [asked[pair.asked], found[pair.found]];
    if (was !== undefined && is !== undefined) {
      if (was.folded !== is.folded) put('removed', [was]);
      put(was.folded === is.folded ? 'same' : 'added', [is]);
    }
    [nextAsked, nextFound] = [pair.asked + 1, pair.found + 1];
  }
  put('removed', asked.slice(nextAsked));
  put('added', found.slice(nextFound, end));
  return changes.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

const NEGATION = /\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot)\b|n['\u2019]t\b/i;
const NUMBER =
  /\p{N}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion)s?\b/iu;
const NAME = /(?<=\S\s+|^)\p{Lu}\p{L}+/u;

/** What a change turns over: called out above all, since it can reverse what was said. */
export function alterationsOf(changes: readonly Change[]): readonly Alteration[] {
  const changed = changes.filter(({ kind }) => kind !== 'same').map(({ text }) => text);
  const kinds: readonly [Alteration, RegExp][] = [
    ['negation', NEGATION],
    ['number', NUMBER],
    ['name', NAME],
  ];
  return kinds.filter(([, pattern]) => changed.some((text) => pattern.test(text))).map(([kind]) => kind);
}
