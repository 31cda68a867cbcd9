import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { fold } from '../text/fold.ts';
import { isTitleCase, nameRuns } from './people/names.ts';
import type { Turn } from './transcript.ts';

/** Longest text of a headline that a feed repeats as its first paragraph, in UTF-16 code units. */
const HEADLINE_LENGTH = 160;

/** Whether a block is a headline: those use single marks where the article has double ones. */
export function isHeadline({ article, texts }: AnalysedArticle, block: number): boolean {
  if (article.blocks[block]?.kind === 'headline') return true;
  const text = texts[block];
  if (block !== 1 || text === undefined || text.text.length > HEADLINE_LENGTH || texts.length < 4) return false;
  return isTitleCase(text.text) || (text.sentences.length === 1 && !/["\u201C]/u.test(text.text));
}

/**
 * The words behind a name and a colon in a headline, "Ruiz: The wall will hold".
 *
 * The article must name the one before the colon elsewhere: "Opinion:" and "Live:" say nothing.
 */
export function headlineTurn({ texts }: AnalysedArticle, block: number): Turn | null {
  const text = texts[block]?.text ?? '';
  const colon = text.indexOf(':');
  if (colon <= 0 || !/\s/u.test(text[colon + 1] ?? '')) return null;
  const left = text.slice(0, colon);
  const run = nameRuns(left).at(-1);
  const whole =
    run !== undefined && run.end === colon && (run.start === 0 || /\bfrom\s$/u.test(left.slice(0, run.start)));
  const surname = fold(run?.words.at(-1)?.text ?? '');
  if (run === undefined || !whole || run.words.length > 4 || surname === '') return null;
  const known = texts.some(({ text: other }, n) => n !== block && fold(other).includes(surname));
  const start = colon + 1 + (/\S/u.exec(text.slice(colon + 1))?.index ?? 0);
  if (!known || start >= text.length) return null;
  return {
    name: { start: run.start, end: run.end },
    cue: { start: colon, end: colon + 1 },
    content: { start, end: text.length },
  };
}
