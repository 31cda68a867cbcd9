import type { AnalysedArticle } from '../../corpus/analysed-article.ts';
import type { Passage } from '../../corpus/passage.ts';
import type { Speaker } from '../quotation.ts';
import type { Person, Registry } from './registry.ts';

/** Who is known when a quotation is read: the article's people, and who has spoken so far, in reading order. */
export interface Knowledge {
  readonly analysed: AnalysedArticle;
  readonly registry: Registry;
  readonly spoken: readonly Spoken[];
}

/** Somebody who spoke earlier in the article, and the words that say so. */
export interface Spoken {
  readonly speaker: Speaker;
  /** Null for bodies and the unnamed. */
  readonly person: Person | null;
  readonly mention: Passage;
  readonly evidence: Passage | null;
}

/** A person of the article as the speaker; the evidence is where the full name stands, if the mention does not have it. */
export function asPerson(person: Person, mention: Passage, role: string | null): Spoken {
  const inside = mention.text.includes(person.name);
  return {
    speaker: { name: person.name, role: role ?? person.roles[0] ?? null },
    person,
    mention,
    evidence: inside ? null : person.named,
  };
}
