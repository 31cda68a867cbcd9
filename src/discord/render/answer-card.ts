import { ButtonStyle, type APIButtonComponent } from 'discord.js';
import type { EarlierTurn } from '../../answers/answer.ts';
import type { Library } from '../../answers/library.ts';
import type { ArticleId } from '../../corpus/article.ts';
import type { Passage } from '../../corpus/passage.ts';
import { customId, stateOf, type View } from '../view.ts';
import { pagesOf, type Page } from './answer-pages.ts';
import { passageLink } from './article-link.ts';
import { button, card, linkButton, type Card } from './card.ts';
import { askedWords, escape } from './escape.ts';
import { pinButtons } from './pin-buttons.ts';

/** How a card stands in its channel: its buttons depend on that. */
export type Standing = 'public' | 'hidden' | 'pinned';

/** What a card stands in: a question that follows is asked in a thread or a direct message. */
export interface Setting {
  readonly place: 'channel' | 'thread' | 'direct';
  /** What was asked before in the same thread, oldest first. */
  readonly history: readonly EarlierTurn[];
}

export const IN_A_CHANNEL: Setting = { place: 'channel', history: [] };

/** Works out what a view shows and puts it on a card. A page behind the last is the last. */
export function answerCard(library: Library, view: View, standing: Standing, setting: Setting = IN_A_CHANNEL): Card {
  const { page, at, count } = pageAt(library, view, setting);
  return card(page, buttons(library, { ...view, page: at }, { page, count, standing, setting }), standing === 'hidden');
}

/** The page that a view shows, which it is, and of how many. */
export function pageAt(
  library: Library,
  view: View,
  { history }: Setting,
): { readonly page: Page; readonly at: number; readonly count: number } {
  const asked = 'text' in view && view.text !== null ? escape(askedWords(view.text)) : null;
  const pages = pagesOf(library, view, asked === '' ? null : asked, history);
  const at = Math.min(view.page, pages.length - 1);
  const page = pages[at];
  if (page === undefined) throw new RangeError(`a view of ${view.op} has no page`);
  return { page, at, count: pages.length };
}

function buttons(
  library: Library,
  view: View,
  shownOn: { readonly page: Page; readonly count: number; readonly standing: Standing; readonly setting: Setting },
): readonly APIButtonComponent[] {
  const { page, count: pages, standing, setting } = shownOn;
  const { passage, articles: shown } = page;
  const turn = (label: string, to: number): APIButtonComponent =>
    button(`${label} ${to + 1}/${pages}`, customId(library, 'show', { ...view, page: to }, shown));
  const url = passage === null ? null : (library.entries.get(passage.article)?.article.url ?? null);
  const link = url === null || passage === null ? null : passageLink(url, passage);
  return [
    ...(view.op === 'context' ? [] : contextButton(library, passage)),
    ...(view.page > 0 ? [turn('Previous', view.page - 1)] : []),
    ...(view.page < pages - 1 ? [turn('Next', view.page + 1)] : []),
    ...(standing === 'hidden' ? [] : followUpButton(library, view, shown, setting)),
    ...(view.op === 'ask' && page.reading != null
      ? [button('Ask it as it stands', customId(library, 'show', { ...view, alone: true, page: 0 }, []))]
      : []),
    ...(standing === 'hidden' ? [button('Share', customId(library, 'share', view, shown))] : []),
    ...(view.op === 'summary' && standing !== 'hidden'
      ? pinButtons(stateOf(library, view, shown), standing === 'pinned')
      : []),
    ...(link === null ? [] : [linkButton('Open article', link)]),
    button('Delete', customId(library, 'delete', view, shown), ButtonStyle.Danger),
  ];
}

/** A button that shows what stands around a passage. */
export function contextButton(library: Library, passage: Passage | null): readonly APIButtonComponent[] {
  if (passage === null) return [];
  const { article, block } = passage;
  return [button('Context', customId(library, 'open', { op: 'context', article, block, page: 0 }, [article]))];
}

/** Opens a thread, or in one the form for the next question. */
export function followUpButton(
  library: Library,
  view: View,
  shown: readonly ArticleId[],
  { place }: Setting,
): readonly APIButtonComponent[] {
  if (view.op !== 'ask' && view.op !== 'who-said') return [];
  return place === 'channel'
    ? [button('Follow up', customId(library, 'follow-up', view, shown))]
    : [button('Ask a follow-up', customId(library, 'ask-on', view, []))];
}
