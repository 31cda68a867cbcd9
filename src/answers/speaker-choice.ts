import type { ArticleId } from '../corpus/article.ts';
import { withinOneEdit } from '../text/edits.ts';
import { fold } from '../text/fold.ts';
import type { Library } from './library.ts';
import { isNamed } from './named-speaker.ts';
import { speakerRank } from './speaker-rank.ts';

/** Whom an option names, or why nobody. */
export type SpeakerChoice =
  | { readonly kind: 'found' }
  | { readonly kind: 'unknown'; readonly asked: string; readonly closest: readonly string[] };

/** How many names a hint gives. */
const HINTS = 3;

/** Finds out whether anybody whom `asked` can mean is quoted. */
export function chooseSpeaker(library: Library, asked: string, article: ArticleId | null): SpeakerChoice {
  const entries = [...library.entries.values()].filter((entry) => article === null || entry.article.id === article);
  const rank = speakerRank(asked);
  const speaks = entries.some((entry) => entry.quotations.some((quotation) => rank(quotation) > 0));
  return speaks ? { kind: 'found' } : { kind: 'unknown', asked, closest: suggestSpeakers(library, asked, HINTS) };
}

/** Names of people who are quoted and whose name is like what was typed, those quoted most first. */
export function suggestSpeakers(library: Library, typed: string, limit: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { quotations } of library.entries.values()) {
    for (const { attribution } of quotations) {
      if (attribution.kind === 'stated' && isNamed(attribution.speaker))
        counts.set(attribution.speaker.name, (counts.get(attribution.speaker.name) ?? 0) + 1);
    }
  }
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...counts]
    .filter(([name]) => words.every((word) => resembles(name, word)))
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name);
}

function resembles(name: string, word: string): boolean {
  return (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).some(
    (one) => one.startsWith(word) || (word.length >= 4 && withinOneEdit(one, word)),
  );
}
