import type { AnalysedArticle } from '../corpus/analysed-article.ts';
import type { Passage } from '../corpus/passage.ts';
import { fold } from '../text/fold.ts';
import { DEPUTIES } from './cues.ts';
import type { Person } from './people.ts';
import type { Attribution } from './quotation.ts';

type Stated = Extract<Attribution, { kind: 'stated' }>;

/** Somebody who spoke earlier in the article. */
export interface SpokenBefore {
  readonly attribution: Stated;
  readonly block: number;
  /** Where the words that name them end. */
  readonly end: number;
}

/** How many blocks back a pronoun may reach. */
const REACH = 1;

/** Finds the full name behind the words beside a quotation, or keeps those words. */
export function resolveSpeaker(
  analysed: AnalysedArticle,
  people: readonly Person[],
  mention: Passage,
  before: readonly SpokenBefore[],
): Attribution {
  const text = mention.text.replace(/,$/, '');
  if (/^(?:he|she|they|who)$/i.test(text)) return pronoun(analysed, people, mention, before);
  const inside = personInside(people, text);
  if (inside !== null)
    return { kind: 'stated', speaker: { name: inside.name, role: inside.role }, mention, evidence: null };
  const byName = people.filter((person) => isSurnameOf(text, person.name));
  const [only, second] = byName;
  if (only !== undefined && second === undefined) return stated(only, mention);
  const byRole = people.filter((person) => person.role !== null && sameRole(text, person.role));
  const [holder, other] = byRole;
  if (holder !== undefined && other === undefined) return stated(holder, mention);
  return { kind: 'stated', speaker: { name: text, role: null }, mention, evidence: null };
}

function stated(person: Person, mention: Passage): Stated {
  return { kind: 'stated', speaker: { name: person.name, role: person.role }, mention, evidence: person.named };
}

function pronoun(
  analysed: AnalysedArticle,
  people: readonly Person[],
  mention: Passage,
  before: readonly SpokenBefore[],
): Attribution {
  const unresolved: Attribution = {
    kind: 'stated',
    speaker: { name: mention.text, role: null },
    mention,
    evidence: null,
  };
  const last = before.at(-1);
  const named = lastNamed(analysed, people, mention);
  const spoken = last !== undefined && mention.block - last.block <= REACH ? last : undefined;
  if (spoken !== undefined) {
    const later =
      named !== null &&
      (named.block > spoken.block || (named.block === spoken.block && named.start >= spoken.end)) &&
      named.subject;
    if (!later || named.person.name === spoken.attribution.speaker.name) {
      const { speaker, mention: where, evidence } = spoken.attribution;
      return { kind: 'stated', speaker, mention, evidence: evidence ?? where };
    }
  }
  return named !== null && named.subject ? stated(named.person, mention) : unresolved;
}

/** The person named last before `mention` in its block or the one before, and whether as the subject that begins a sentence. */
function lastNamed(
  analysed: AnalysedArticle,
  people: readonly Person[],
  mention: Passage,
): { person: Person; block: number; start: number; subject: boolean } | null {
  for (let block = mention.block; block >= Math.max(1, mention.block - REACH); block--) {
    const text = analysed.texts[block];
    if (text === undefined) continue;
    const sentences = text.sentences
      .filter((sentence) => block < mention.block || sentence.start < mention.start)
      .reverse();
    for (const sentence of sentences) {
      const end = block === mention.block ? Math.min(sentence.end, mention.start) : sentence.end;
      const words = text.text.slice(sentence.start, end);
      const found = people.flatMap((person) => {
        const surname = person.name.split(' ').at(-1) ?? person.name;
        const at = words.search(
          new RegExp(`(?<![\\p{L}])${surname.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u'),
        );
        return at < 0 ? [] : [{ person, at }];
      });
      const [first] = found.sort((a, b) => a.at - b.at);
      if (first !== undefined)
        return { person: first.person, block, start: sentence.start + first.at, subject: first.at < 60 };
    }
  }
  return null;
}

/** A person whose full name is the head of the phrase: not behind "for", "of" or a possessive. */
function personInside(people: readonly Person[], text: string): Person | null {
  const inside = people.filter((person) => text.includes(person.name));
  return (
    inside.find((person) => {
      const before = text.slice(0, text.indexOf(person.name));
      const behind = text.slice(text.indexOf(person.name) + person.name.length);
      return !/\b(?:for|of|to|by)\b/.test(before) && !/^['\u2019]/u.test(behind) && !deputyBehind(behind);
    }) ?? null
  );
}

function deputyBehind(text: string): boolean {
  const next = /^\s+(\p{L}+)/u.exec(text)?.[1] ?? '';
  return DEPUTIES.has(next.toLowerCase());
}

function isSurnameOf(mention: string, name: string): boolean {
  const words = mention.replace(
    /^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Gov|President|Senator|Governor|Secretary|Mayor|Chancellor|Minister)\.?\s+/u,
    '',
  );
  return (
    fold(name).endsWith(` ${fold(words)}`) ||
    (fold(name).startsWith(`${fold(words)} `) && /^\p{Lu}\p{Ll}+$/u.test(words))
  );
}

function sameRole(mention: string, role: string): boolean {
  const words = (text: string): string[] =>
    (
      fold(text)
        .replace(/'s\b/g, '')
        .match(/[\p{L}]{3,}/gu) ?? []
    ).filter((one) => !['the', 'for'].includes(one));
  const asked = words(mention);
  const held = new Set(words(role));
  return /^(?:the|his|her|its|their)\s/i.test(mention) && asked.length > 0 && asked.every((one) => held.has(one));
}
