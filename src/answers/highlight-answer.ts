import { passageAt, type Passage } from '../corpus/passage.ts';
import { suits } from '../search/match-features.ts';
import type { Mention } from '../search/mentions.ts';
import type { Question } from '../search/question.ts';
import type { RankedBlock } from '../search/rank-blocks.ts';
import type { LibraryEntry } from './library.ts';

/** Most places marked as the answer when the sentence names several; with more, the sentence says it better. */
const MOST_MARKS = 3;

/**
 * Marks what answers inside the block: for who, when, where and how many the words themselves, where the sentence has
 * few enough that could be meant; else the sentence.
 */
export function highlightAnswer(
  { article, analysed }: LibraryEntry,
  question: Question,
  { hit, match }: RankedBlock,
): readonly Passage[] {
  const block = hit.block;
  const words = answeringMentions(question, { hit, match });
  if (words.length > 0 && words.length <= MOST_MARKS) {
    return words.map(({ start, end }) => passageAt(article, { block, start, end }));
  }
  const sentence = analysed.texts[block]?.sentences[match.sentence];
  return sentence === undefined ? [] : [passageAt(article, { block, start: sentence.start, end: sentence.end })];
}

/** Words of the kind wanted in the best sentence that the question does not have itself; those beside the thing asked for first. */
function answeringMentions(
  { wants, thing, terms }: Question,
  { hit, match }: Pick<RankedBlock, 'hit' | 'match'>,
): readonly Mention[] {
  const sentence = hit.indexed.sentences[match.sentence];
  if (wants === null || sentence === undefined) return [];
  const asked = new Set(terms.map(({ term }) => term));
  const fresh = sentence.mentions.filter(
    ({ kind, start, end }) =>
      suits(kind, wants) &&
      !sentence.words.some((word) => word.start >= start && word.end <= end && asked.has(word.term)),
  );
  const beside = fresh.filter(({ end }) =>
    sentence.words
      .filter((word) => word.start >= end)
      .slice(0, 3)
      .some(({ term }) => term === thing),
  );
  return beside.length > 0 ? beside : fresh;
}
