import type { Library } from '../../answers/library.ts';
import { notice, type Card } from './card.ts';
import { escape, lines, md, type Markdown } from './escape.ts';

/** How many words of a quotation an example asks for. */
const EXAMPLE_WORDS = 5;

/** How to use the bot. The examples are made from the articles that are there, so they work. */
export function helpCard(library: Library): Card {
  const count = library.entries.size;
  return notice(
    lines(
      md`I answer from ${count === 1 ? md`one article` : md`${count} articles`}, only in ${count === 1 ? md`its` : md`their`} own words: whole passages, with who said it and where it stands. What the articles do not say, I do not say.`,
      md``,
      ...examples(library).map((example) => md`- ${example}`),
      md``,
      md`**Context** shows the paragraphs around an answer, **Next** the one after it, **Follow up** opens a thread to ask on in; so does a mention of me. Add **hide** to any command to see the answer alone.`,
    ),
  );
}

function examples(library: Library): readonly Markdown[] {
  const quotations = [...library.entries.values()].flatMap((entry) => entry.quotations);
  const quotation = quotations.find(({ kind, attribution }) => kind === 'direct' && attribution.kind === 'stated');
  const words = quotation?.spans[0].text
    .match(/[\p{L}\p{N}'\u2019-]+/gu)
    ?.slice(0, EXAMPLE_WORDS)
    .join(' ');
  const speaker = quotation?.attribution.kind === 'stated' ? quotation.attribution.speaker.name : null;
  return [
    ...(words === undefined ? [] : [md`\`/who-said\` text: ${escape(words)}`]),
    ...(speaker === null ? [] : [md`\`/quotes\` speaker: ${escape(speaker)}`]),
    ...(speaker === null ? [] : [md`\`/ask\` question: What did ${escape(speaker)} say?`]),
    md`\`/summary\` length: short`,
  ].slice(0, 3);
}
