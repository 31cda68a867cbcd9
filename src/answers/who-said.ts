import type { ArticleId } from '../corpus/article.ts';
import { passageAt, wholeBlock, type Passage } from '../corpus/passage.ts';
import { speakerMatches } from '../quotes/people/match-speaker.ts';
import type { Quotation } from '../quotes/quotation.ts';
import { termsOf } from '../search/terms.ts';
import { ENGLISH_STOP_WORDS } from '../text/stop-words.ts';
import { alignWords, findExact, type AlignedPair } from './align-words.ts';
import type { QuotationMatch, WhoSaidAnswer } from './answer.ts';
import { alterationsOf, changesBetween, stretchOf, type WrittenWord } from './changes.ts';
import type { Library } from './library.ts';
import type { IndexedQuotation } from './quotation-index.ts';
import { comparedWords, type ComparedWord } from './quotation-words.ts';

export interface WhoSaidRequest {
  /** The words that somebody is said to have said. */
  readonly text: string;
  readonly speaker: string | null;
  readonly article: ArticleId | null;
  readonly limit: number;
}

/** Share of the asked content words that must stand in a quotation, in order, for it to be what was meant. */
const ALTERED_SHARE = 0.6;

/** How close together they must stand, see `Alignment`. */
const ALTERED_CLOSENESS = 0.5;

/** Fewest content words that tell one quotation from another; where there are fewer, every word counts as one. */
const TELLING_WORDS = 5;

/** Share from which a quotation is about the same thing. */
const NEAR_SHARE = 0.34;

/** Quotations that are compared word by word: the right one is among the first few. */
const COMPARED = 24;

/** The rarest of a long text's words, by which its place is looked for. */
const SEARCHED_TERMS = 40;

/** Blocks in which words of the narration are looked for, and places that are shown as nearest. */
const SEARCHED_BLOCKS = 20;
const NEAREST = 3;

/** Finds who is quoted with the words `text`: exact ones first, then altered ones. Near ones are offered when there is neither. */
export function whoSaid(library: Library, request: WhoSaidRequest): WhoSaidAnswer {
  const asked = askedWords(library, request.text);
  if (asked.length === 0) return { kind: 'no-match', near: [], nearest: [] };
  const fits = (quotation: Quotation): boolean =>
    (request.article === null || quotation.article === request.article) &&
    (request.speaker === null || speakerMatches(quotation, request.speaker) > 0);
  // A common phrase stands in more quotations than are compared; those that hold it word for word are never missed.
  const candidates = new Set([
    ...library.quotations.holding(
      asked.map(({ folded }) => folded),
      fits,
    ),
    ...library.quotations.candidates(
      asked.map(({ meant }) => meant),
      COMPARED,
      fits,
    ),
  ]);
  const matches = [...candidates].flatMap((candidate) => matchOf(library, asked, candidate) ?? []);
  const ranked = oncePerStatement(
    library,
    [...matches].sort((a, b) => byRank(request.speaker, a, b)).map(({ match }) => match),
  );

  const [first, ...rest] = ranked.filter(({ match }) => match !== 'near').slice(0, request.limit);
  if (first !== undefined) return { kind: 'answered', matches: [first, ...rest] };
  const places = nearestPlaces(library, request);
  const narrated = places.flatMap((place) => narration(library, asked, place) ?? []);
  const [told, ...more] = request.speaker === null ? narrated : [];
  if (told !== undefined) return { kind: 'not-quoted', nearest: [told, ...more.slice(0, NEAREST - 1)] };
  return { kind: 'no-match', near: ranked.slice(0, request.limit), nearest: places.slice(0, NEAREST) };
}

interface AskedWord extends WrittenWord {
  /** Not a stop word, where there are enough others. */
  readonly content: boolean;
  /** The words of the quotations that it can stand for. */
  readonly meant: ReadonlySet<string>;
}

function askedWords(library: Library, text: string): readonly AskedWord[] {
  const words = comparedWords(text).map(({ folded, start, end }) => ({
    folded,
    text: text.slice(start, end),
    meant: library.quotations.alike(folded),
  }));
  const telling = words.filter(({ folded }) => !ENGLISH_STOP_WORDS.has(folded)).length >= TELLING_WORDS;
  return words.map((word) => ({ ...word, content: !telling || !ENGLISH_STOP_WORDS.has(word.folded) }));
}

/** A match, and the share of the asked words that the quotation has written alike, in the same case: it tells two such quotations apart. */
interface Candidate {
  readonly match: QuotationMatch;
  readonly alike: number;
}

function matchOf(
  library: Library,
  asked: readonly AskedWord[],
  { quotation, words }: IndexedQuotation,
): Candidate | null {
  const entry = library.entries.get(quotation.article);
  if (entry === undefined) return null;
  const folded = words.map((word) => word.folded);
  const wanted = asked.map((word) => word.folded);
  const base = { quotation, passage: wholeBlock(entry.article, quotation.spans[0].block), elsewhere: [] };
  const exact = findExact(wanted, folded);
  const written = words.map((word) => ({ folded: word.folded, text: writtenAs(word) }));
  if (exact >= 0) {
    const matched = passagesOf(library, words.slice(exact, exact + wanted.length));
    const alike = asked.filter((word, n) => word.text === written[exact + n]?.text).length / asked.length;
    return { match: { ...base, match: 'exact', changes: [], alterations: [], matched, score: 1 }, alike };
  }
  if (!canBeNear(asked, new Set(folded))) return null;
  const { pairs, closeness } = alignWords(
    asked.map((word) => word.meant),
    folded,
  );
  const share = alignedShare(asked, pairs);
  if (share < NEAR_SHARE) return null;
  if (share < ALTERED_SHARE || closeness < ALTERED_CLOSENESS || pairs.length < 2) {
    return { match: { ...base, match: 'near', changes: [], alterations: [], matched: [], score: share / 2 }, alike: 0 };
  }
  const matched = passagesOf(
    library,
    pairs.flatMap((pair) => words[pair.found] ?? []),
  );
  const changes = changesBetween(asked, written, pairs, stretchOf(pairs, asked.length, words.length));
  const alike = pairs.filter((pair) => asked[pair.asked]?.text === written[pair.found]?.text).length / asked.length;
  const score = (share + closeness) / 2;
  return { match: { ...base, match: 'altered', changes, alterations: alterationsOf(changes), matched, score }, alike };
}

const writtenAs = ({ span, start, end }: ComparedWord): string => span.text.slice(start - span.start, end - span.start);

/** Whether enough of the asked words stand in a quotation at all: aligning a long text with every short one takes too long. */
function canBeNear(asked: readonly AskedWord[], words: ReadonlySet<string>): boolean {
  const content = asked.filter((word) => word.content);
  const present = content.filter(({ meant }) => [...meant].some((word) => words.has(word)));
  return present.length >= NEAR_SHARE * content.length;
}

function alignedShare(asked: readonly AskedWord[], pairs: readonly AlignedPair[]): number {
  const content = asked.filter((word) => word.content).length;
  return pairs.filter((pair) => asked[pair.asked]?.content === true).length / content;
}

/** Neighbouring words as one passage each: what to mark. */
function passagesOf(library: Library, words: readonly ComparedWord[]): readonly Passage[] {
  const runs: { first: ComparedWord; last: ComparedWord }[] = [];
  for (const word of words) {
    const run = runs.at(-1);
    if (
      run?.last.span === word.span &&
      /^[^\p{L}\p{N}]*$/u.test(word.span.text.slice(run.last.end - word.span.start, word.start - word.span.start))
    )
      run.last = word;
    else runs.push({ first: word, last: word });
  }
  return runs.flatMap(({ first, last }) => {
    const article = library.entries.get(first.span.article)?.article;
    return article === undefined
      ? []
      : [passageAt(article, { block: first.span.block, start: first.start, end: last.end })];
  });
}

const ORDER = { exact: 0, altered: 1, near: 2 } as const;
const UNSTATED = { stated: 0, 'not-stated': 1 } as const;
const DIRECTNESS = { direct: 0, mixed: 1, indirect: 2 } as const;

function byRank(
  speaker: string | null,
  { match: a, alike: alikeA }: Candidate,
  { match: b, alike: alikeB }: Candidate,
): number {
  const own = speaker === null ? 0 : speakerMatches(b.quotation, speaker) - speakerMatches(a.quotation, speaker);
  return (
    ORDER[a.match] - ORDER[b.match] ||
    b.score - a.score ||
    own ||
    alikeB - alikeA ||
    UNSTATED[a.quotation.attribution.kind] - UNSTATED[b.quotation.attribution.kind] ||
    DIRECTNESS[a.quotation.kind] - DIRECTNESS[b.quotation.kind] ||
    lengthOf(a.quotation) - lengthOf(b.quotation)
  );
}

/** In UTF-16 code units: of two quotations that hold the asked words, the shorter one is more of what was meant. */
function lengthOf({ spans }: Quotation): number {
  return spans.reduce((sum, { text }) => sum + text.length, 0);
}

/** The same words of the same speaker are one answer; a paragraph stands for the standfirst that repeats it. */
function oncePerStatement(library: Library, matches: readonly QuotationMatch[]): readonly QuotationMatch[] {
  const groups = new Map<string, QuotationMatch[]>();
  for (const match of matches) {
    const { attribution, spans } = match.quotation;
    const speaker = attribution.kind === 'stated' ? attribution.speaker.name : '';
    const key = JSON.stringify([speaker, spans.flatMap((span) => comparedWords(span.text).map((word) => word.folded))]);
    groups.set(key, [...(groups.get(key) ?? []), match]);
  }
  const isParagraph = ({ quotation }: QuotationMatch): boolean =>
    library.entries.get(quotation.article)?.article.blocks[quotation.spans[0].block]?.kind === 'paragraph';
  return [...groups.values()].flatMap((group) => {
    const first = group.find(isParagraph) ?? group[0];
    if (first === undefined) return [];
    const elsewhere = group
      .filter((other) => other.quotation.article !== first.quotation.article)
      .map((other) => other.quotation);
    return [{ ...first, elsewhere }];
  });
}

function nearestPlaces(library: Library, { text, article }: WhoSaidRequest): readonly Passage[] {
  const { index } = library;
  const terms = [...new Set(termsOf(text, 'en'))].sort((a, b) => index.rarity(b) - index.rarity(a));
  const known = terms.filter((term) => index.has(term)).slice(0, SEARCHED_TERMS);
  return index.search(known, SEARCHED_BLOCKS, article).flatMap((hit) => {
    const entry = library.entries.get(hit.article);
    return entry === undefined ? [] : [wholeBlock(entry.article, hit.block)];
  });
}

/** Where the asked words stand in a block, word for word; null where they do not. */
function narration(library: Library, asked: readonly WrittenWord[], block: Passage): Passage | null {
  const words = comparedWords(block.text);
  const at = findExact(
    asked.map((word) => word.folded),
    words.map((word) => word.folded),
  );
  const [first, last] = [words[at], words[at + asked.length - 1]];
  const article = library.entries.get(block.article)?.article;
  if (at < 0 || first === undefined || last === undefined || article === undefined) return null;
  return passageAt(article, { block: block.block, start: first.start, end: last.end });
}
