import type { Library } from '../../answers/library.ts';
import { contextButton, followUpButton, IN_A_CHANNEL, pageAt } from '../render/answer-card.ts';
import { card, type Card } from '../render/card.ts';
import { md } from '../render/escape.ts';
import { placeLine } from '../render/passages.ts';
import type { View } from '../view.ts';

/**
 * The one message that opens a thread under an answer: how to go on, the question and the place of what was shown, so that the
 * thread remembers them by itself.
 */
export function openingCard(library: Library, view: View): Card {
  const { page } = pageAt(library, view, IN_A_CHANNEL);
  const { passage, asked } = page;
  const head = md`Ask on here: mention me, reply to a message of mine, or press the button.`;
  const parts = passage === null ? [] : [placeLine(library, passage)];
  const buttons = [
    ...followUpButton(library, view, [], { place: 'thread', history: [] }),
    ...contextButton(library, passage),
  ];
  return card({ asked, head, parts, colour: page.colour }, buttons, false);
}
