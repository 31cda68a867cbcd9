import type { ArticleId } from '../corpus/article.ts';
import type { SummaryAnswer, SummaryLength, SummaryPoint } from './answer.ts';
import type { Library, LibraryEntry } from './library.ts';
import { choose, type Room } from './summary/choose.ts';
import { aboutness } from './summary/focus.ts';
import type { Candidate } from './summary/outline.ts';

export interface SummaryRequest {
  /** Null for all articles: a digest, a few points an article. */
  readonly article: ArticleId | null;
  /** A topic or a person. */
  readonly focus: string | null;
  readonly length: SummaryLength;
}

/** The room of a summary of one article. */
export const ROOM: Readonly<Record<SummaryLength, Room>> = {
  short: { words: 80, enough: 56 },
  medium: { words: 160, enough: 130 },
  long: { words: 320, enough: 280 },
};

/** The room that each article has in a digest of several. */
const DIGEST: Readonly<Record<SummaryLength, Room>> = {
  short: { words: 40, enough: 25 },
  medium: { words: 80, enough: 60 },
  long: { words: 160, enough: 130 },
};

/**
 * Chooses sentences that tell what an article says, or what it says about `focus`, in the order of the article; the
 * editors' key points come first.
 */
export function summarise(library: Library, { article, focus, length }: SummaryRequest): SummaryAnswer {
  const entries = [...library.entries.values()].filter((entry) => article === null || entry.article.id === article);
  const room = (entries.length > 1 ? DIGEST : ROOM)[length];
  const topic = focus?.trim() ?? '';
  const said = new Set<string>();
  const points: SummaryPoint[] = [];
  const coverage = { paragraphs: 0, of: 0 };
  for (const entry of entries) {
    const chosen = topic === '' ? sumUp(entry, room) : sumUpAbout(entry, topic, room);
    // Articles of one agency share sentences; a digest says each once.
    const fresh = chosen.filter(({ statement }) => !said.has(statement));
    if (fresh.length === 0) continue;
    for (const { statement, passage, attribution } of fresh) {
      said.add(statement);
      points.push({ passage, attribution });
    }
    coverage.paragraphs += paragraphsOf(entry, fresh);
    coverage.of += entry.outline.paragraphs;
  }
  const [first, ...rest] = points;
  return first === undefined ? { kind: 'none' } : { kind: 'answered', points: [first, ...rest], coverage };
}

/** What the article says, in order. */
function sumUp({ outline: { keyPoints, sentences } }: LibraryEntry, room: Room): readonly Candidate[] {
  const given = leading(keyPoints, room);
  const chosen = choose(sentences, given, room);
  return [...keyPoints, ...sentences].filter((candidate) => chosen.has(candidate));
}

/** What the article says about a topic or a person, in order. */
function sumUpAbout({ article, outline }: LibraryEntry, focus: string, room: Room): readonly Candidate[] {
  const all = [...outline.keyPoints, ...outline.sentences];
  const about = aboutness(article, outline, all, focus);
  const isAbout = (candidate: Candidate): boolean => (about.get(candidate) ?? 0) > 0;
  const given = leading(outline.keyPoints.filter(isAbout), room);
  const chosen = choose(outline.sentences.filter(isAbout), given, room, (candidate) => about.get(candidate) ?? 0);
  return all.filter((candidate) => chosen.has(candidate));
}

/** The first key points, as many as there is room for. */
function leading(keyPoints: readonly Candidate[], { words }: Room): readonly Candidate[] {
  let left = words;
  return keyPoints.filter((keyPoint) => (left -= keyPoint.words) >= 0);
}

function paragraphsOf({ article }: LibraryEntry, candidates: readonly Candidate[]): number {
  const blocks = new Set(candidates.map(({ passage }) => passage.block));
  return [...blocks].filter((block) => article.blocks[block]?.kind === 'paragraph').length;
}
