import type { Token } from '../text/analyse.ts';
import { fold } from '../text/fold.ts';
import type { IndexedBlock } from './indexed-block.ts';

/** A thing or an office, and whose it is: "the mayor of Oslo", "Oslo's mayor". */
interface Owned {
  /** As a dictionary has it. */
  readonly thing: string;
  /** The words of the owner's name, folded; empty where none is given. */
  readonly owner: readonly string[];
}

/**
 * Whether a question asks for what belongs to one name, and the block has that thing as another's only: "Who is the mayor
 * of Oslo?" is not answered by "Bergen's mayor".
 */
export function isAnothers(question: readonly Token[], { sentences }: IndexedBlock): boolean {
  return ownedIn(question).some(({ thing, owner }) => {
    if (owner.length === 0) return false;
    const held = sentences.flatMap(({ tokens }) => ownedIn(tokens)).filter((one) => one.thing === thing);
    return (
      held.length > 0 && held.every((one) => one.owner.length > 0 && !one.owner.some((word) => owner.includes(word)))
    );
  });
}

function ownedIn(tokens: readonly Token[]): readonly Owned[] {
  return tokens.flatMap((token, n): Owned[] => {
    if (token.pos !== 'NOUN') return [];
    const behind = nameFrom(tokens, tokens[n + 1]?.text === 'of' ? skipArticle(tokens, n + 2) : tokens.length);
    return [{ thing: token.lemma, owner: behind.length > 0 ? behind : nameBefore(tokens, n) }];
  });
}

const skipArticle = (tokens: readonly Token[], at: number): number => (tokens[at]?.pos === 'DET' ? at + 1 : at);

function nameFrom(tokens: readonly Token[], start: number): string[] {
  const name: string[] = [];
  for (let at = start; tokens[at]?.pos === 'PROPN'; at++) name.push(fold(tokens[at]?.text ?? ''));
  return name;
}

/** The name before "'s" before the thing. */
function nameBefore(tokens: readonly Token[], thing: number): string[] {
  if (!/^['\u2019]s?$/u.test(tokens[thing - 1]?.text ?? '')) return [];
  let first = thing - 1;
  while (tokens[first - 1]?.pos === 'PROPN') first--;
  return nameFrom(tokens, first);
}
