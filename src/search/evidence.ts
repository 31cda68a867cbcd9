import type { Token } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import type { IndexedBlock, IndexedSentence } from './indexed-block.ts';
import { hasOpposite, isDenial } from './opposites.ts';
import type { Question, QuestionTerm } from './question.ts';

/**
 * What tells a sentence that answers from one that only speaks of the same things: which words of the question it does
 * not meet, and what stands there instead. Each from 0 to about 1; what each means is beside it.
 */
export interface Evidence {
  /** The heaviest word that is not met, beside the heaviest of the question. */
  readonly unmet: number;
  /** How many nouns are met, in fours at most. */
  readonly nouns: number;
  /** Whether every word is met but one, which describes: "dry" in "dry season". */
  readonly description: number;
  /** Whether a number of the question is not met. */
  readonly number: number;
  /** Whether the question denies and the sentence does not. */
  readonly denial: number;
  /** Whether the opposite of a word of the question stands in the sentence: "highest" where "lowest" is asked for. */
  readonly opposite: number;
  /** Whether beside a word that is met stands another number, another name, or in front of it another word at all. */
  readonly otherNumber: number;
  readonly otherName: number;
  readonly otherDescription: number;
  /** Share of the pairs of words that stand in the order of the question, from -0.5 for none to 0.5. */
  readonly order: number;
}

/** Looks at one sentence of a block for what a question asks. */
export function evidenceIn(question: Question, indexed: IndexedBlock, sentence: number): Evidence {
  const placeOf = (term: QuestionTerm): number =>
    indexed.places.get(term.term)?.find((place) => place.sentence === sentence)?.word ?? -1;
  const places = question.terms.map(placeOf);
  const unmet = question.terms.filter((_, n) => places[n] === -1);
  const heaviest = (terms: readonly QuestionTerm[]): number => Math.max(0, ...terms.map(({ weight }) => weight));
  const [only, ...others] = unmet;
  const words = indexed.sentences[sentence];
  return {
    unmet: heaviest(unmet) / Math.max(1e-9, heaviest(question.terms)),
    nouns: question.terms.filter(({ pos }, n) => pos === 'NOUN' && places[n] !== -1).slice(0, 4).length / 4,
    description: only !== undefined && others.length === 0 && DESCRIBING.has(only.pos) ? 1 : 0,
    number: unmet.some(({ pos, surface }) => pos === 'NUM' || /^\p{N}/u.test(surface)) ? 1 : 0,
    order: orderOf(places.filter((place) => place !== -1)),
    ...(words === undefined ? NO_CONTRADICTION : contradictions(question.tokens, words)),
  };
}

type Contradiction = Pick<Evidence, 'denial' | 'opposite' | 'otherNumber' | 'otherName' | 'otherDescription'>;

const NO_CONTRADICTION: Contradiction = { denial: 0, opposite: 0, otherNumber: 0, otherName: 0, otherDescription: 0 };

function contradictions(asked: readonly Token[], { tokens }: IndexedSentence): Contradiction {
  const [own, held] = [formsOf(asked), formsOf(tokens)];
  const unmet = (token: Token): boolean => !held.has(fold(token.text)) && !held.has(token.lemma);
  const exchanged = asked.flatMap((token, n) =>
    CONTENT.has(token.pos) && unmet(token)
      ? exchanges(token, asked[n + 1], 1, tokens, own).concat(exchanges(token, asked[n - 1], -1, tokens, own))
      : [],
  );
  const any = (holds: (one: Exchange) => boolean): number => (exchanged.some(holds) ? 1 : 0);
  return {
    denial: asked.some(({ text }) => isDenial(fold(text))) && !tokens.some(({ text }) => isDenial(fold(text))) ? 1 : 0,
    opposite: asked.some(
      (token) => unmet(token) && (hasOpposite(fold(token.text), held) || hasOpposite(token.lemma, held)),
    )
      ? 1
      : 0,
    otherNumber: any(({ asked: one, found }) => one.pos === 'NUM' && found.pos === 'NUM'),
    otherName: any(({ asked: one, found }) => one.pos === 'PROPN' && found.pos === 'PROPN'),
    otherDescription: any(({ before }) => before),
  };
}

interface Exchange {
  readonly asked: Token;
  /** What stands in its place. */
  readonly found: Token;
  /** Whether the word that both stand beside comes after them. */
  readonly before: boolean;
}

/** Words that the question does not have, beside the word that `token` stands beside there; `step` is 1 when that word comes after. */
function exchanges(
  token: Token,
  neighbour: Token | undefined,
  step: 1 | -1,
  tokens: readonly Token[],
  own: ReadonlySet<string>,
): Exchange[] {
  if (neighbour === undefined || !CONTENT.has(neighbour.pos)) return [];
  const form = fold(neighbour.text);
  return tokens.flatMap((one, n): Exchange[] => {
    const found = tokens[n - step];
    if (found === undefined || !CONTENT.has(found.pos) || (fold(one.text) !== form && one.lemma !== neighbour.lemma))
      return [];
    return own.has(fold(found.text)) || own.has(found.lemma) ? [] : [{ asked: token, found, before: step === 1 }];
  });
}

/** Share of the pairs of places that rise, less a half; 0 where there are none. */
function orderOf(places: readonly number[]): number {
  let [rising, all] = [0, 0];
  for (const [n, place] of places.entries()) {
    for (const later of places.slice(n + 1)) {
      all++;
      if (later > place) rising++;
    }
  }
  return all === 0 ? 0 : rising / all - 0.5;
}

/** Words as they stand and as a dictionary has them, folded. */
const formsOf = (tokens: readonly Token[]): ReadonlySet<string> =>
  new Set(tokens.flatMap(({ text, lemma }) => [fold(text), lemma]));

const CONTENT: ReadonlySet<Token['pos']> = new Set<Token['pos']>(['PROPN', 'NOUN', 'VERB', 'ADJ', 'ADV', 'NUM']);

const DESCRIBING: ReadonlySet<Token['pos']> = new Set<Token['pos']>(['ADJ', 'ADV']);
