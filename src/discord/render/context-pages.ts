import type { Library } from '../../answers/library.ts';
import { wholeBlock, type Passage } from '../../corpus/passage.ts';
import type { View } from '../view.ts';
import { fits, paginate, type Frame } from './card.ts';
import { blockQuote, bold, escape, lines, md, small, type Markdown } from './escape.ts';
import { sentencesIn, takeRuns } from './long-passage.ts';
import { headline } from './passages.ts';

interface ContextPage extends Frame {
  readonly parts: readonly Markdown[];
  readonly passage: Passage;
}

/** The paragraph before, the paragraph itself and the one after, in full: over several pages where they are long. */
export function contextPages(
  library: Library,
  { article, block }: Extract<View, { op: 'context' }>,
): readonly ContextPage[] {
  const found = library.entries.get(article)?.article;
  if (found?.blocks[block] === undefined) return [];
  const frame = { asked: null, head: headline(found) };
  const blocks = [block - 1, block, block + 1].filter((n) => n >= 1 && n < found.blocks.length);
  const parts = blocks.flatMap((n) => blockParts(library, frame, wholeBlock(found, n), n === block));
  const passage = wholeBlock(found, block);
  return paginate(parts, (some) => fits(frame, some)).map((some) => ({ ...frame, parts: some, passage }));
}

/** A block, in as many parts as it needs to fit on cards: whole sentences, one after the other. */
function blockParts(library: Library, frame: Frame, passage: Passage, isFocus: boolean): readonly Markdown[] {
  const label = isFocus ? bold(passage.label) : escape(passage.label);
  const whole = lines(blockQuote(passage), small(label));
  if (fits(frame, [whole])) return [whole];
  const sentences = sentencesIn(library, passage);
  const parts: Markdown[] = [];
  for (let from = 0; from < sentences.length;) {
    const rest = sentences.slice(from);
    const shownAs = (words: Passage, to: number): Markdown =>
      lines(blockQuote(words), small(md`sentences ${from + 1} to ${to} of ${sentences.length} of ${label}`));
    const [run] = takeRuns(
      library,
      rest,
      new Set(rest),
      ([some]) => some === undefined || fits(frame, [shownAs(some.passage, from + some.count)]),
    );
    const alone = sentences[from];
    if (alone === undefined) break;
    const taken = run ?? { passage: alone, count: 1 }; // too long for any card: it is counted there, and goes by itself
    parts.push(shownAs(taken.passage, from + taken.count));
    from += taken.count;
  }
  return parts;
}
