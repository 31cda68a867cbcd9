import type { Article } from '../../corpus/article.ts';
import { termsOf } from '../../search/terms.ts';
import type { Candidate } from './outline.ts';

/** Share of a focus that a sentence has to be about. */
const ABOUT = 0.5;

/**
 * Says how far each candidate is about `focus`, a topic or a person: 0, or from `ABOUT` to 1.
 *
 * Rare words of the article count more, after the inverse of the number of sentences that hold them. What somebody is
 * quoted as saying is about the speaker too. Of a full name the last part is enough, as newspapers have it.
 */
export function aboutness(
  article: Article,
  candidates: readonly Candidate[],
  focus: string,
): ReadonlyMap<Candidate, number> {
  const asked = [...new Set(termsOf(focus, article.language))];
  const wanted = isNameIn(article, focus) ? asked.slice(-1) : asked;
  const held = new Map(
    candidates.map((candidate) => {
      const speaking = speakerTerms(article, candidate);
      return [candidate, wanted.filter((term) => candidate.terms.has(term) || speaking.has(term))];
    }),
  );
  const counts = new Map<string, number>();
  for (const terms of held.values()) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weigh = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + Math.log(1 + candidates.length / (1 + (counts.get(term) ?? 0))), 0);
  const all = weigh(wanted);
  return new Map(
    [...held].map(([candidate, terms]) => {
      const share = terms.length === 0 ? 0 : weigh(terms) / all;
      return [candidate, share >= ABOUT ? share : 0];
    }),
  );
}

function speakerTerms(article: Article, { attribution }: Candidate): ReadonlySet<string> {
  if (attribution.kind === 'not-stated') return new Set();
  const { name, role } = attribution.speaker;
  return new Set(termsOf(`${name} ${role ?? ''}`, article.language));
}

/** Whether `focus` is several words that stand in the article one after the other, each with a capital. */
function isNameIn(article: Article, focus: string): boolean {
  const words = focus.match(/[\p{L}\p{N}'\u2019-]+/gu) ?? []; // RIGHT SINGLE QUOTATION MARK
  if (words.length < 2) return false;
  const name = new RegExp(words.join('\\s+'), 'giu');
  return article.blocks.some(({ text }) =>
    [...text.matchAll(name)].some(([found]) => found.split(/\s+/u).every((word) => /^\p{Lu}/u.test(word))),
  );
}
