import type { ArticleId } from '../../corpus/article.ts';
import { speakerMatches } from '../../quotes/people/match-speaker.ts';
import type { CheckAnswer, CheckedQuotation, QuotationMatch } from '../answer.ts';
import type { Library } from '../library.ts';
import { isNamed } from '../named-speaker.ts';
import { whoSaid } from '../who-said.ts';
import { claimedQuotations, type ClaimedQuotation } from './claimed-quotations.ts';
import { stitchedFrom } from './stitched.ts';

export interface CheckRequest {
  /** Any text with quotations in it. */
  readonly text: string;
  readonly article: ArticleId | null;
}

/** How close altered words must be for us to say that somebody else said them. */
const NEARLY_EXACT = 0.8;

/** Statements that are looked at for each quotation. */
const LOOKED_AT = 10;

/** Holds each quotation in a text against what the articles report. */
export function check(library: Library, { text, article }: CheckRequest): CheckAnswer {
  const [first, ...rest] = claimedQuotations(text).map((one) => checkOne(library, one, article));
  return first === undefined ? { kind: 'none' } : { kind: 'answered', checks: [first, ...rest] };
}

function checkOne(library: Library, claim: ClaimedQuotation, article: ArticleId | null): CheckedQuotation {
  const { quoted, claimed } = claim;
  const answer = whoSaid(library, { text: quoted, speaker: null, article, limit: LOOKED_AT });
  if (answer.kind === 'answered' && answer.matches[0].match === 'exact') {
    const exact = answer.matches.filter(({ match }) => match === 'exact');
    return { ...claim, ...judged(exact, claimed, 'exact'), nearest: [] };
  }
  const pieces = stitchedFrom(library, quoted, article);
  if (pieces.length > 0) return { ...claim, verdict: 'stitched', matches: pieces, nearest: [] };
  switch (answer.kind) {
    case 'answered':
      return { ...claim, ...judged(answer.matches, claimed, 'altered'), nearest: [] };
    case 'not-quoted':
      return { ...claim, verdict: 'narration', matches: [], nearest: answer.nearest };
    case 'no-match':
      return { ...claim, verdict: 'absent', matches: answer.near, nearest: answer.nearest };
  }
}

/** The verdict on words that somebody said: whether it is the one whom the text claims. */
function judged(
  matches: readonly QuotationMatch[],
  claimed: string | null,
  verdict: 'exact' | 'altered',
): Pick<CheckedQuotation, 'verdict' | 'matches'> {
  if (claimed === null) return { verdict, matches };
  const theirs = matches.filter(({ quotation }) => isBy(quotation, claimed) !== 'another');
  const others = matches.filter(({ quotation }) => isBy(quotation, claimed) === 'another');
  if (theirs.length > 0) return { verdict, matches: [...theirs, ...others] };
  const close = others.filter(({ score }) => score >= NEARLY_EXACT);
  return close.length > 0 ? { verdict: 'misattributed', matches: close } : { verdict, matches };
}

/** A spokesman of X is not X; but what the Kremlin's spokesperson says, the Kremlin says. */
function isBy(quotation: QuotationMatch['quotation'], claimed: string): 'them' | 'unknown' | 'another' {
  const { attribution } = quotation;
  if (attribution.kind === 'not-stated' || !isNamed(attribution.speaker)) return 'unknown';
  const rank = speakerMatches(quotation, claimed);
  return rank === 2 || (rank === 1 && attribution.speaker.role !== null) ? 'them' : 'another';
}
