import type { Stale } from '../article-hash.ts';
import { escape, md, type Markdown } from './escape.ts';

/** What a card says at a press when an article on it is not what it was. A pinned one has the button Refresh. */
export function staleWords(stale: Stale, isPinned: boolean): Markdown {
  switch (stale.kind) {
    case 'article-changed': {
      const changed = md`The article “${escape(stale.article.title)}” has changed since.`;
      return isPinned
        ? md`${changed} Press Refresh to see the summary as it is now.`
        : md`${changed} Ask again to see it as it is now.`;
    }
    case 'article-gone':
      return isPinned
        ? md`An article of this summary is not here any more. Refresh keeps what others say; Unpin takes the pin away.`
        : md`The article is not here any more.`;
  }
}
