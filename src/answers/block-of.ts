import { wholeBlock, type Passage } from '../corpus/passage.ts';
import type { Library } from './library.ts';

/** The whole block in which `passage` stands; the passage itself where the library no longer has its article. */
export function blockOf(library: Library, passage: Passage): Passage {
  const article = library.entries.get(passage.article)?.article;
  return article === undefined ? passage : wholeBlock(article, passage.block);
}
