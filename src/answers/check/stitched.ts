import { passageAt, wholeBlock } from '../../corpus/passage.ts';
import { findExact } from '../align-words.ts';
import type { QuotationMatch } from '../answer.ts';
import type { Library } from '../library.ts';
import type { IndexedQuotation } from '../quotation-index.ts';
import { comparedWords } from '../quotation-words.ts';

/** Fewest words of a piece: shorter ones stand in many statements. */
const PIECE_WORDS = 4;

/** Share of the words that pieces must cover. */
const COVERED = 0.85;

/** Quotations that pieces are looked for in. */
const SEARCHED = 40;

/**
 * Finds the statements from which a text is stitched together: longest pieces first from the left, each standing word
 * for word in a quotation.
 *
 * @returns the pieces in the order of the text; empty unless they cover it and come from more than one statement.
 */
export function stitchedFrom(library: Library, text: string, article: string | null): readonly QuotationMatch[] {
  const asked = comparedWords(text).map((word) => word.folded);
  const meant = asked.map((word) => library.quotations.alike(word));
  const candidates = library.quotations.candidates(
    meant,
    SEARCHED,
    (quotation) => article === null || quotation.article === article,
  );
  const pieces: { candidate: IndexedQuotation; at: number; length: number }[] = [];
  let covered = 0;
  for (let from = 0; from < asked.length;) {
    const piece = longestPiece(asked, from, candidates);
    if (piece !== null) {
      pieces.push(piece);
      covered += piece.length;
    }
    from += piece?.length ?? 1;
  }
  const statements = new Set(pieces.map(({ candidate }) => candidate.quotation));
  if (statements.size < 2 || covered < COVERED * asked.length) return [];
  return pieces.flatMap(({ candidate, at, length }) => pieceMatch(library, candidate, at, length) ?? []);
}

function longestPiece(
  asked: readonly string[],
  from: number,
  candidates: readonly IndexedQuotation[],
): { candidate: IndexedQuotation; at: number; length: number } | null {
  let best: { candidate: IndexedQuotation; at: number; length: number } | null = null;
  for (const candidate of candidates) {
    const words = candidate.words.map((word) => word.folded);
    for (let length = Math.max(PIECE_WORDS, (best?.length ?? 0) + 1); from + length <= asked.length; length++) {
      const at = findExact(asked.slice(from, from + length), words);
      if (at < 0) break;
      best = { candidate, at, length };
    }
  }
  return best;
}

function pieceMatch(
  library: Library,
  { quotation, words }: IndexedQuotation,
  at: number,
  length: number,
): QuotationMatch | null {
  const article = library.entries.get(quotation.article)?.article;
  const [first, last] = [words[at], words[at + length - 1]];
  if (article === undefined || first === undefined || last === undefined) return null;
  const end = last.span === first.span ? last.end : first.span.end;
  return {
    quotation,
    passage: wholeBlock(article, first.span.block),
    match: 'exact',
    changes: [],
    alterations: [],
    matched: [passageAt(article, { block: first.span.block, start: first.start, end })],
    score: 1,
    elsewhere: [],
  };
}
