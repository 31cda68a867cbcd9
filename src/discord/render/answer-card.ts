import { ButtonStyle, type APIButtonComponent } from 'discord.js';
import type { Library } from '../../answers/library.ts';
import type { ArticleId } from '../../corpus/article.ts';
import { customId, type View } from '../view.ts';
import { pagesOf, type Page } from './answer-pages.ts';
import { passageLink } from './article-link.ts';
import { button, card, linkButton, type Card } from './card.ts';
import { escape } from './escape.ts';

/** How a card stands in its channel: its buttons depend on that. */
export type Standing = 'public' | 'hidden' | 'pinned';

/** Works out what a view shows and puts it on a card. A page behind the last is the last. */
export function answerCard(library: Library, view: View, standing: Standing): Card {
  const asked = 'text' in view && view.text !== null ? escape(view.text.replace(/\s+/g, ' ').trim()) : null;
  const pages = pagesOf(library, view, asked);
  const at = Math.min(view.page, pages.length - 1);
  const page = pages[at];
  if (page === undefined) throw new RangeError(`a view of ${view.op} has no page`);
  return card(page, buttons(library, { ...view, page: at }, page, pages.length, standing), standing === 'hidden');
}

function buttons(
  library: Library,
  view: View,
  page: Page,
  pages: number,
  standing: Standing,
): readonly APIButtonComponent[] {
  const { passage, article: shown } = page;
  const turn = (label: string, to: number): APIButtonComponent =>
    button(`${label} ${to + 1}/${pages}`, customId(library, 'show', { ...view, page: to }, shown));
  const url = passage === null ? null : (library.entries.get(passage.article)?.article.url ?? null);
  const link = url === null || passage === null ? null : passageLink(url, passage);
  return [
    ...(passage === null || view.op === 'context'
      ? []
      : [
          button(
            'Context',
            customId(
              library,
              'open',
              { op: 'context', article: passage.article, block: passage.block, page: 0 },
              shown,
            ),
          ),
        ]),
    ...(view.page > 0 ? [turn('Previous', view.page - 1)] : []),
    ...(view.page < pages - 1 ? [turn('Next', view.page + 1)] : []),
    ...(standing === 'hidden' ? [button('Share', customId(library, 'share', view, shown))] : []),
    ...(view.op === 'summary' ? pinButtons(library, view, shown, standing) : []),
    ...(link === null ? [] : [linkButton('Open article', link)]),
    button('Delete', customId(library, 'delete', view, shown), ButtonStyle.Danger),
  ];
}

function pinButtons(
  library: Library,
  view: View,
  shown: ArticleId | null,
  standing: Standing,
): readonly APIButtonComponent[] {
  switch (standing) {
    case 'hidden':
      return [];
    case 'public':
      return [button('Pin', customId(library, 'pin', view, shown))];
    case 'pinned':
      return [
        button('Unpin', customId(library, 'unpin', view, shown)),
        button('Refresh', customId(library, 'refresh', view, shown)),
      ];
  }
}
