import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import { passageAt, type Passage } from '../corpus/passage.ts';
import type { Token } from '../text/analyse.ts';
import { CALENDAR } from './cues.ts';

/** Somebody whom the article names in full. */
export interface Person {
  readonly name: string;
  /** As the article puts it, "Kremlin spokesperson". */
  readonly role: string | null;
  /** Where the full name first stands. */
  readonly named: Passage;
  /** Where the role stands, with the name. */
  readonly gender: 'he' | 'she' | null;
}

const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'al',
  'la',
  'le',
  'el',
  'ben',
  'ter',
]);

/** Words before a name that are titles or roles, not part of it. */
const TITLES = new Set(
  `mr mrs ms miss dr sir dame lord lady sen senator rep representative gov governor president prime minister secretary general
  gen col capt sgt lt professor prof judge justice king queen prince princess pope chancellor ambassador mayor chief director
  former vice attorney speaker congressman congresswoman councillor councilor rev reverend father sister foreign defence defense
  finance interior deputy spokesman spokeswoman spokesperson coach officer executive chairman chairwoman commissioner detective
  republican democrat democratic candidate nominee leader first lady inspector sergeant captain major colonel actor actress singer
  author journalist manager analyst economist lawyer mp mep cllr`.split(/\s+/),
);

/** The people of an article, in the order in which it first names them. */
export function readPeople(analysed: AnalysedArticle): readonly Person[] {
  const people = new Map<string, Person>();
  for (const [block, text] of analysed.texts.entries()) {
    for (const run of nameRuns(text.tokens)) {
      const { first, last, role } = withoutTitles(text.tokens, run);
      if (last - first < 2) continue;
      const [start, end] = [text.tokens[first]?.start ?? 0, text.tokens[last - 1]?.end ?? 0];
      const named = passageAt(analysed.article, { block, start, end });
      const known = people.get(named.text);
      const apposed = role ?? appositionRole(text.tokens, last);
      if (known === undefined) people.set(named.text, { name: named.text, role: apposed, named, gender: null });
      else if (known.role === null && apposed !== null) people.set(known.name, { ...known, role: apposed });
    }
  }
  return [...people.values()];
}

export function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^\p{Lu}/u.test(token.text) &&
    (token.pos === 'PROPN' ||
      token.pos === 'NOUN' ||
      token.pos === 'ADJ' ||
      token.pos === 'X' ||
      token.pos === 'VERB') &&
    !CALENDAR.has(token.text.toLowerCase())
  );
}

function nameRuns(tokens: readonly Token[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isName(tokens[at])) continue;
    let last = at + 1;
    while (
      isName(tokens[last]) ||
      (PARTICLES.has(tokens[last]?.text ?? '') && isName(tokens[last + 1])) ||
      (tokens[last]?.text === '.' && tokens[last - 1]?.text.length === 1 && isName(tokens[last + 1])) ||
      (tokens[last]?.text === '-' && isName(tokens[last + 1]))
    )
      last++;
    runs.push({ first: at, last });
    at = last;
  }
  return runs;
}

function withoutTitles(
  tokens: readonly Token[],
  run: { first: number; last: number },
): { first: number; last: number; role: string | null } {
  let first = run.first;
  for (let at = run.first; at < run.last - 1; at++)
    if (TITLES.has((tokens[at]?.text ?? '').toLowerCase())) first = at + 1;
  if (tokens[first]?.text === '.') first++;
  let start = first;
  while (start > 0 && isRoleWord(tokens[start - 1])) start--;
  while (start < first && tokens[start]?.pos === 'DET') start++;
  const words = tokens.slice(start, first);
  const isRole =
    words.length > 0 && words.some((token) => token.pos === 'NOUN' || TITLES.has(token.text.toLowerCase()));
  return {
    first,
    last: run.last,
    role: isRole ? textOf(words).replace(/^(?:Mr|Mrs|Ms|Miss|Dr)\s*\.?$/u, '') || null : null,
  };
}

function isRoleWord(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ' || token.text === '-') &&
    !CALENDAR.has(token.text.toLowerCase())
  );
}

function appositionRole(tokens: readonly Token[], last: number): string | null {
  if (tokens[last]?.text !== ',') return null;
  let start = last + 1;
  while (['the', 'a', 'an'].includes(tokens[start]?.text ?? '')) start++;
  if (start === last + 1) return null;
  let end = start;
  while (
    end < tokens.length &&
    end - start < 12 &&
    !/^[,.;:)"\u201D]$/u.test(tokens[end]?.text ?? '') &&
    tokens[end]?.pos !== 'VERB' &&
    tokens[end]?.pos !== 'AUX' &&
    tokens[end]?.text !== 'who'
  )
    end++;
  return end > start && tokens.slice(start, end).some((token) => token.pos === 'NOUN')
    ? textOf(tokens.slice(start, end))
    : null;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token, n) => (n > 0 && (tokens[n - 1]?.end ?? 0) < token.start ? ' ' : '') + token.text).join('');
}
