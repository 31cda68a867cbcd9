import { ButtonStyle } from 'discord.js';
import type { CheckAnswer, CheckedQuotation, Verdict } from '../../answers/answer.ts';
import { blockOf } from '../../answers/block-of.ts';
import type { Library } from '../../answers/library.ts';
import { customId } from '../view.ts';
import { button, card, fits, notice, type Card, type Frame } from './card.ts';
import { bold, escape, lines, md, small, spacedWords, type Markdown } from './escape.ts';
import { matchPart, placed, type Fit } from './passages.ts';

/** 24-bit RGB; the words of the verdict say the same. */
const COLOURS = { right: 0x2e7d32, wrong: 0xc62828, unsure: 0xb26a00 } as const;

/** Longest quotation that is repeated above its verdict, in UTF-16 code units; of a longer one the verdict must do. */
const LONGEST_REPEATED = 500;

/** The verdict on every quotation in a message. What does not fit is counted. */
export function checkCard(library: Library, answer: CheckAnswer): Card {
  switch (answer.kind) {
    case 'none':
      return notice(md`There are no words in this message that I can check.`);
    case 'answered': {
      const frame: Frame = { asked: null, head: null };
      const parts = answer.checks.map((one) => checkPart(library, one, (part) => fits(frame, [part])));
      const colour = colourOf(answer.checks.map(({ verdict }) => verdict));
      const remove = customId(library, 'delete', { op: 'ask', text: '', article: null, alone: true, page: 0 }, []);
      return card({ ...frame, parts, colour }, [button('Delete', remove, ButtonStyle.Danger)], false);
    }
  }
}

function colourOf(verdicts: readonly Verdict[]): number {
  if (verdicts.every((verdict) => verdict === 'exact')) return COLOURS.right;
  return verdicts.some((verdict) => verdict === 'misattributed' || verdict === 'stitched')
    ? COLOURS.wrong
    : COLOURS.unsure;
}

function checkPart(library: Library, one: CheckedQuotation, fit: Fit): Markdown {
  const quoted = one.quoted.length > LONGEST_REPEATED ? [] : [small(md`“${escape(spacedWords(one.quoted))}”`)];
  const above = (words: Markdown): Markdown => lines(...quoted, verdictLine(one), words);
  const room: Fit = (words) => fit(above(words));
  switch (one.verdict) {
    case 'exact':
    case 'altered':
    case 'misattributed':
      return above(lines(...one.matches.slice(0, 1).map((match) => matchPart(library, match, room))));
    case 'stitched':
      return above(lines(...one.matches.map((match) => matchPart(library, match, room))));
    case 'narration':
      return above(
        lines(...one.nearest.slice(0, 1).map((place) => placed(library, blockOf(library, place), [place], room))),
      );
    case 'absent':
      return lines(...quoted, verdictLine(one));
  }
}

function verdictLine({ verdict, claimed, matches }: CheckedQuotation): Markdown {
  switch (verdict) {
    case 'exact':
      return md`**Exact.**`;
    case 'altered':
      return md`**Not quite.** The article has it like this:`;
    case 'misattributed':
      return md`**Somebody else said it**, not ${bold(spacedWords(claimed ?? ''))}:`;
    case 'stitched':
      return md`**Stitched together** from ${matches.length} separate statements:`;
    case 'narration':
      return md`**Not a quotation.** The article says this in its own voice:`;
    case 'absent':
      return md`**Not in the articles.**`;
  }
}
