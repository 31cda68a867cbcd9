import type { Run } from './narration.ts';

/** A place in a sentence where the article says that somebody says something. */
export interface Report {
  readonly cue: Run;
  /** Who is said to say it. */
  readonly mention: Run | null;
  /** From the first to the last word that belongs to the reporting: subject, verb, whom and when. */
  readonly clause: Run;
  /** What is reported, in reading order; empty where it stands in another sentence. */
  readonly content: readonly Run[];
  /** Whether the reported words follow in the next sentence or block: "He said:". */
  readonly announces: boolean;
}

export function build(
  cue: Run,
  mention: Run | null,
  clause: Run,
  content: readonly (Run | null)[],
  announces: boolean,
): Report | null {
  const runs = content.filter((run) => run !== null);
  return runs.length === 0 && !announces ? null : { cue, mention, clause, content: runs, announces };
}
