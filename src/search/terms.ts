import { fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { ENGLISH_STOP_WORDS } from '../text/stop-words.ts';

/** Words of `text` as the index knows them: folded, without stop words, stemmed where the text is English. */
export function termsOf(text: string, language: 'en' | 'und'): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (language !== 'en') return words;
  return words.filter((word) => !ENGLISH_STOP_WORDS.has(word)).map(stem);
}
