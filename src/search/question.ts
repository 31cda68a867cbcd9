import { analyse, type Token } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import { sensesOf } from '../wordnet/senses.ts';
import type { BlockIndex } from './block-index.ts';
import type { MentionKind } from './mentions.ts';
import { synonymsOf } from './synonyms.ts';
import { wordsOf, type Word } from './terms.ts';

/** A question as ranking sees it. */
export interface Question {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Each term once, in the order of the question. */
  readonly terms: readonly QuestionTerm[];
  /** What kind of words would be the whole of the answer; null where it takes a sentence. */
  readonly wants: MentionKind | null;
  /** After "how many" or "which": the term of the thing that is counted or chosen. */
  readonly thing: string | null;
}

export interface QuestionTerm {
  /** As it stands in the index, after typing errors were met; the asker's own where the index has nothing like it. */
  readonly term: string;
  readonly surface: string;
  /** Rarity in the index, heavier for names and numbers, lighter for words of asking. */
  readonly weight: number;
  /** Whether the index holds it. */
  readonly known: boolean;
  /** A name or a number: what it stands for is no other word. */
  readonly special: boolean;
  readonly pos: Token['pos'];
  /** Terms of the index that say the same. */
  readonly synonyms: readonly string[];
}

/** Which words of a question weigh how much, by what they are. */
const WEIGHT = { name: 1.3, number: 1.3, asking: 0.5, mistyped: 0.7 };

/** Takes a question apart against the index that it will be put to, in the language that the index knows it in. */
export function readQuestion(text: string, index: BlockIndex): Question {
  const english = readIn(text, index, 'en');
  if (!index.languages.has('und')) return english;
  const other = readIn(text, index, 'und');
  return knownShare(other) > knownShare(english) ? other : english;
}

const knownShare = ({ terms }: Question): number =>
  terms.filter(({ known }) => known).length / Math.max(1, terms.length);

function readIn(text: string, index: BlockIndex, language: 'en' | 'und'): Question {
  const { tokens } = analyse(text, language);
  const asking = askingWords(tokens);
  const kinds = new Map(tokens.map((token) => [token.start, token]));
  const terms = new Map<string, QuestionTerm>();
  for (const word of wordsOf(text, language)) {
    const term = readTerm(word, kinds.get(word.start), asking.has(word.start), index);
    if (!terms.has(term.term)) terms.set(term.term, term);
  }
  return { text, tokens, terms: [...terms.values()], ...wantedBy(text, language) };
}

function readTerm(word: Word, token: Token | undefined, asking: boolean, index: BlockIndex): QuestionTerm {
  const [name, number] = [token?.pos === 'PROPN', /^\p{N}/u.test(word.surface)];
  const factor = asking ? WEIGHT.asking : name ? WEIGHT.name : number ? WEIGHT.number : 1;
  const known = index.has(word.term);
  const meant = known ? word.term : index.closest(word.term)[0];
  return {
    term: meant ?? word.term,
    surface: word.surface,
    weight: factor * index.rarity(word.term) * (known || meant === undefined ? 1 : WEIGHT.mistyped),
    known: meant !== undefined,
    special: name || number,
    pos: token?.pos ?? 'X',
    synonyms:
      name || number ? [] : synonymsOf(word.term, token?.lemma ?? word.surface).filter((synonym) => index.has(synonym)),
  };
}

/** Words that say what kind of answer is wanted rather than what about: "year" in "in which year". By their offsets. */
function askingWords(tokens: readonly Token[]): ReadonlySet<number> {
  const asking = new Set<number>();
  for (const [n, token] of tokens.entries()) {
    const before = fold(tokens[n - 1]?.text ?? '');
    if ((before === 'what' || before === 'which') && ASKING.has(token.lemma)) asking.add(token.start);
    if (token.pos === 'VERB' && GENERAL_VERBS.has(token.lemma)) asking.add(token.start);
  }
  return asking;
}

const ASKING = new Set(
  'year date day month century decade time name kind type sort number percentage percent country city place person people'.split(
    ' ',
  ),
);

/** Verbs that questions are made with and answers are not. */
const GENERAL_VERBS = new Set('do have say tell happen call name give take make get use'.split(' '));

function wantedBy(text: string, language: 'en' | 'und'): Pick<Question, 'wants' | 'thing'> {
  const thing = language === 'en' ? thingAskedFor(text) : null;
  // The first word of asking decides: "what satellite was used when …" does not ask for a time.
  const asked = text.slice(Math.max(0, text.search(/\b(?:who|whom|whose|what|which|when|where|why|how)\b/iu)));
  const wanted = WANTED.find(([, pattern]) => pattern.test(asked));
  return { wants: wanted?.[0] ?? kindOfThing(asked, language), thing };
}

/** What "which player" and "what army" ask for: a name, where the noun stands for people or a body of people. */
function kindOfThing(asked: string, language: 'en' | 'und'): MentionKind | null {
  if (language !== 'en' || !/^(?:what|which)\s/iu.test(asked)) return null;
  const tokens = analyse(asked, language).tokens.slice(1);
  const end = tokens.findIndex(({ pos }) => !['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(pos));
  const noun = tokens[end - 1];
  const field = noun?.pos === 'NOUN' ? sensesOf(noun.lemma, 'noun')[0]?.field : undefined;
  return (field === undefined ? undefined : KIND_OF_FIELD[field]) ?? null;
}

/** By WordNet's numbers of fields: bodies of people, and people. */
const KIND_OF_FIELD: Readonly<Record<number, MentionKind>> = { 14: 'name', 18: 'name' };

/** What the words of a question ask for; the first that fits counts. */
const WANTED: readonly (readonly [MentionKind, RegExp])[] = [
  ['time', /^(?:when|(?:what|which) (?:year|date|day|month|century|decade|time)s?|how (?:long ago|recently))\b/iu],
  ['age', /^(?:how old|(?:at )?(?:what|which) age|what (?:is|was) \S+ age)\b/iu],
  ['duration', /^how long (?!(?:is|are|was|were) (?:the|a|an)\b)/iu],
  [
    'money',
    /^(?:how much\b.*\b(?:money|cost|pay|paid|spen[dt]|earn\p{L}*|buy|bought|sell|sold|worth|price|fined?|invest\p{L}*|donate\p{L}*|raised?|owes?|debt|salary|budget|dollars?|euros?|pounds?)\b|(?:what|which) (?:(?:is|was|were|are) )?(?:the )?(?:\w+ )?(?:price|cost|salary|budget|fine|fee)\b)/iu,
  ],
  [
    'percentage',
    /^(?:what|which) (?:(?:is|was|were|are) )?(?:the )?(?:\w+ )?(?:percentage|percent|proportion|share)\b/iu,
  ],
  [
    'number',
    /^(?:how (?:many|much|long|far|tall|high|large|big|often|fast|deep|wide|heavy)|(?:what|which) (?:(?:is|was|were|are) )?(?:the )?(?:\w+ )?(?:number|amount|population|score|toll|speed|height|length|depth|distance|temperature)\b)/iu,
  ],
  [
    'place',
    /^(?:where|(?:what|which) (?:\w+ )?(?:country|countries|city|cities|place|places|town|state|region|location))\b/iu,
  ],
  ['name', /^(?:who(?:m|se)?|(?:what|which) (?:\w+ )?(?:person|people|company|organi[sz]ation|group|team|party))\b/iu],
];

function thingAskedFor(text: string): string | null {
  const phrase = /\b(?:how many|how much|what|which)\s+((?:[\p{L}\p{N}'-]+\s*){1,3})/iu.exec(text)?.[1];
  return phrase === undefined ? null : (wordsOf(phrase, 'en').at(0)?.term ?? null);
}
