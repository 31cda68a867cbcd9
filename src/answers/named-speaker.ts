import type { Speaker } from '../quotes/quotation.ts';
import { fold } from '../text/fold.ts';
import { PRONOUNS } from './summary/leaning-words.ts';

/** Words that stand for a speaker and name none. */
const NOBODY: ReadonlySet<string> = new Set([...PRONOUNS, ...'i you we who which'.split(' ')]);

/** Whether a speaker has a name or a description: a bare "he" that the article does not resolve is nobody's name. */
export function isNamed({ name }: Speaker): boolean {
  const bare = fold(name.trim()).replace(/['\u2019]\p{L}+$/u, ''); // "he's"
  return !NOBODY.has(bare);
}
