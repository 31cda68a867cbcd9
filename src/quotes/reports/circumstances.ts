import { isFinite } from './clauses.ts';
import { OCCASIONS, SUBORDINATORS } from './cues.ts';
import { DASH, type Run, type Unit } from './narration.ts';
import { isCalendar, isPronoun, phraseAfter } from './phrases.ts';

/** Adverbs that belong to the reported words: they ask, deny or say how much. */
const CONTENT_ADVERBS = new Set(
  `how why when where not no never too so very much more most less least almost nearly about only even just hardly barely
  perhaps maybe probably possibly certainly`.split(/\s+/),
);

/** "on Monday", "in a statement", "last week", "to reporters", "of his hopes": when, where and to whom it was said. */
export function skipCircumstances(units: readonly Unit[], start: number, sentence: Run): number {
  let at = start;
  while (at < sentence.last) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null) break;
    const next = units[at + 1];
    if (isCalendar(unit) && next?.word !== "'s") at++;
    else if (
      /^(?:last|this|next|early|late|earlier|later)$/.test(unit.word) &&
      (isCalendar(next) || next?.word === 'this' || next?.word === 'in' || next?.word === 'on')
    )
      at++;
    else if (unit.pos === 'ADV' && !CONTENT_ADVERBS.has(unit.word)) at++;
    else if (
      /^(?:in|on|at|during|to|via|through|from|of|after|before|by|with|about|for|under)$/.test(unit.word) &&
      unit.pos !== 'PART'
    ) {
      const past = pastCircumstance(units, at, sentence);
      if (past === at) break;
      at = past;
    } else break;
  }
  return at;
}

function pastCircumstance(units: readonly Unit[], at: number, sentence: Run): number {
  let n = at + 1;
  while (n < sentence.last && (isCalendar(units[n]) || (n > at + 1 && units[n]?.pos === 'NUM'))) n++;
  if (n > at + 1) return n;
  const occasion = occasionEnd(units, at + 1, sentence.last);
  if (occasion !== null) return occasion;
  const that = behindPlace(units, at, sentence);
  if (that !== null) return that;
  const phrase = phraseAfter(units, at + 1, sentence.last);
  if (phrase === null || isFinite(units, phrase.last)) return at;
  const { last } = phrase;
  if (
    !isPronoun(units[phrase.first]) &&
    units[last]?.word === ',' &&
    units[last + 1]?.mark == null &&
    SUBORDINATORS.has(units[at]?.word ?? '')
  )
    return at;
  return last;
}

/** "at a stop in Ashton, Ohio, that it means": index of "that" behind a place with commas of its own. */
function behindPlace(units: readonly Unit[], at: number, sentence: Run): number | null {
  for (let n = at + 1; n < Math.min(sentence.last, at + 14); n++) {
    const unit = units[n];
    if (unit === undefined || unit.mark !== null || unit.pos === 'AUX' || unit.word === DASH) return null;
    if (unit.word === 'that') return units[n - 1]?.word === ',' ? n : null;
    if (isPronoun(unit)) return null;
  }
  return null;
}

/** "a statement", "his speech": index behind the occasion, before a clause that follows without a comma. */
export function occasionEnd(units: readonly Unit[], start: number, ceiling: number): number | null {
  for (let at = start; at < Math.min(ceiling, start + 5); at++) {
    const unit = units[at];
    if (unit === undefined || unit.mark !== null || /^(?:PUNCT|VERB|AUX|ADP)$/.test(unit.pos)) return null;
    if (OCCASIONS.has(unit.word) && units[at + 1]?.pos !== 'NOUN') return at + 1;
  }
  return null;
}
