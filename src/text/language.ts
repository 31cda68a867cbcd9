import { ENGLISH_STOP_WORDS } from './stop-words.ts';

/** Share of function words from which a text counts as English. News in English has 0.35 to 0.5, other languages below 0.1. */
const ENGLISH_SHARE = 0.2;

/** Tells English from everything else: `en` where English rules apply, `und` (BCP 47 for undetermined) where they do not. */
export function languageOf(text: string): 'en' | 'und' {
  const words =
    text
      .slice(0, 5000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  return known >= words.length * ENGLISH_SHARE && known > 0 ? 'en' : 'und';
}
