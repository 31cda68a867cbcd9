import type { Article, ArticleId } from '../corpus/article.ts';
import { passageAt, wholeBlock, type Passage } from '../corpus/passage.ts';
import type { Quotation } from '../quotes/quotation.ts';
import type { IndexedSentence } from '../search/indexed-block.ts';
import type { Question, QuestionTerm } from '../search/question.ts';
import { termsOf } from '../search/terms.ts';
import type { AnsweringPassage, EarlierTurn } from './answer.ts';
import type { Library } from './library.ts';
import { speakerRank } from './speaker-rank.ts';

/** How sure it is that a statement answers: of a speaker asked for without a topic, and at least and at most with one. */
const CONFIDENCE = { anything: 0.9, least: 0.4, most: 0.95 };

/** Share of the topic below which a statement is about something else. */
const ON_TOPIC = 0.3;

/** What is left of it for a statement shown before: "what else did she say?" has no answer when nothing else was said. */
const SHOWN = 0.4;

/** What a word of the topic counts that stands in the block before: a statement often answers to it. */
const FROM_BEFORE = 0.6;

/** Words of asking for a statement that are no topic, as terms. */
const NO_TOPIC = new Set(
  termsOf(
    'say said tell told claim argue warn promise announce call describe comment respond reply answer declare state ask deny think statement remark response reaction else',
    'en',
  ),
);

/**
 * What the speaker asked for is quoted with on the topic of the question, best first; statements shown before come
 * last. Their spokespeople's statements come after their own.
 */
export function statementsOf(
  library: Library,
  speaker: string,
  question: Question,
  article: ArticleId | null,
  shownBefore: readonly EarlierTurn[],
): AnsweringPassage[] {
  const topic = topicOf(speaker, question);
  const rank = speakerRank(speaker);
  const shown = new Set(shownBefore.flatMap((turn) => turn.shown.map(({ article: id, block }) => `${id}#${block}`)));
  const total = topic.reduce((sum, { weight }) => sum + weight, 0);
  const found: { answer: AnsweringPassage; order: number }[] = [];
  for (const [id, { article: whole, quotations }] of library.entries) {
    const indexed = library.index.articles.get(id);
    if (indexed === undefined || (article !== null && article !== id)) continue;
    const blocks = new Map(indexed.blocks.map((block) => [block.block, block]));
    for (const [block, { match, said }] of byBlock(quotations, rank)) {
      const own = blocks.get(block);
      if (own === undefined) continue;
      const before = indexed.blocks[own.place - 1];
      const held = topic.reduce(
        (sum, { term, weight }) =>
          sum + weight * (own.counts.has(term) ? 1 : before?.counts.has(term) === true ? FROM_BEFORE : 0),
        0,
      );
      const share = total === 0 ? 1 : held / total;
      if (share < ON_TOPIC) continue;
      const score = total === 0 ? CONFIDENCE.anything : CONFIDENCE.least + (CONFIDENCE.most - CONFIDENCE.least) * share;
      const [first] = said;
      if (first === undefined) continue;
      found.push({
        answer: {
          passage: wholeBlock(whole, block),
          highlight: said.flatMap((quotation) => markedIn(whole, quotation, block)),
          attribution: first.attribution,
          score: shown.has(`${id}#${block}`) ? score * SHOWN : score,
        },
        order: share + match / 2 - (shown.has(`${id}#${block}`) ? 2 : 0),
      });
    }
  }
  return found.sort((a, b) => b.order - a.order).map(({ answer }) => answer);
}

/** Farthest that a cue may stand before the words it reports to be marked with them, in UTF-16 code units. */
const CUE_NEAR = 40;

/** What is marked of a quotation in a block: of reported words the cue before them too, since "denies" turns their sense. */
function markedIn(article: Article, { kind, cue, spans }: Quotation, block: number): Passage[] {
  const own = spans.filter((span) => span.block === block);
  const [first, ...others] = own;
  const isBefore =
    first !== undefined && cue?.block === block && cue.end <= first.start && first.start - cue.end <= CUE_NEAR;
  if (kind === 'direct' || !isBefore) return own;
  return [passageAt(article, { block, start: cue.start, end: first.end }), ...others];
}

/** What the question asks about, beside who and that they said it. */
function topicOf(speaker: string, question: Question): readonly QuestionTerm[] {
  const name = new Set(termsOf(speaker, 'en'));
  return question.terms.filter(({ term }) => !name.has(term) && !NO_TOPIC.has(term));
}

/** Share of the topic from which a sentence that names a speaker tells what they say, in whosever words. */
const TELLS = 0.5;

/** Whether a sentence tells what the speaker says on the topic of the question without being a statement of theirs. */
export function tellsOf(speaker: string, question: Question, { words }: IndexedSentence): boolean {
  const held = new Set(words.map(({ term }) => term));
  const topic = topicOf(speaker, question);
  const total = topic.reduce((sum, { weight }) => sum + weight, 0);
  const told = topic.reduce((sum, { term, weight }) => sum + (held.has(term) ? weight : 0), 0);
  return termsOf(speaker, 'en').every((term) => held.has(term)) && total > 0 && told >= TELLS * total;
}

/** The speaker's quotations by the block that they begin in, in reading order, and how well the speaker fits. */
function byBlock(
  quotations: readonly Quotation[],
  rank: (quotation: Quotation) => 0 | 1 | 2,
): ReadonlyMap<number, { readonly match: number; readonly said: readonly Quotation[] }> {
  const blocks = new Map<number, { match: number; said: Quotation[] }>();
  for (const quotation of quotations) {
    const match = rank(quotation);
    if (match === 0) continue;
    for (const block of new Set(quotation.spans.map((span) => span.block))) {
      if (block === 0) continue;
      const one: { match: number; said: Quotation[] } = blocks.get(block) ?? { match, said: [] };
      // One card has one speaker: who fits better has the block.
      if (match > one.match) blocks.set(block, { match, said: [quotation] });
      else if (match === one.match) blocks.set(block, { match, said: [...one.said, quotation] });
    }
  }
  return blocks;
}
