import { z } from 'zod';
import { SUMMARY_LENGTHS, type SummaryLength } from '../answers/answer.ts';
import type { Library } from '../answers/library.ts';
import type { ArticleId } from '../corpus/article.ts';
import { findArticles, HASH_LENGTH, hashesOf, type Stale } from './article-hash.ts';

/**
 * What a card shows. It is enough to make the card again, so a button works after a restart.
 *
 * `text` is what was asked in words: of any length, so it stands on the card itself; the rest stands in the buttons.
 */
export type View =
  | {
      readonly op: 'who-said';
      readonly text: string;
      readonly speaker: string | null;
      readonly article: string | null;
      readonly page: number;
    }
  | {
      readonly op: 'ask';
      readonly text: string;
      readonly article: string | null;
      /** Whether the words are read as they stand, without what was asked before in the thread. */
      readonly alone: boolean;
      readonly page: number;
    }
  | {
      readonly op: 'summary';
      readonly text: string | null;
      readonly article: string | null;
      readonly length: SummaryLength;
      readonly page: number;
    }
  | {
      readonly op: 'quotes';
      readonly text: string | null;
      readonly speaker: string | null;
      readonly article: string | null;
      readonly page: number;
    }
  | { readonly op: 'context'; readonly article: string; readonly block: number; readonly page: number };

/**
 * What a press on a button does: show the view in place, post it for everybody, show it to one, take the message away; open a
 * thread, or the form for a question in one; pin it, take the pin away, or work the view out anew.
 */
export type Action = (typeof ACTIONS)[number];

const ACTIONS = ['show', 'share', 'open', 'delete', 'follow-up', 'ask-on', 'pin', 'unpin', 'refresh'] as const;

/** Longest `custom_id`, in UTF-16 code units. https://docs.discord.com/developers/components/reference */
const LONGEST_ID = 100;

/** What a state takes at most beside its speaker and the hashes of its articles: "refresh:2:9999:0:::". */
const LONGEST_REST = 20;

/** Longest speaker that a button has room for beside the hashes of two articles, in UTF-16 code units. */
export const LONGEST_SPEAKER = 60;

const OPS = ['who-said', 'ask', 'summary', 'quotes', 'context'] as const;

const state = z.tuple([
  z.enum(ACTIONS),
  z.coerce
    .number()
    .int()
    .min(0)
    .max(OPS.length - 1),
  z.coerce.number().int().min(0),
  z.coerce.number().int().min(0),
  z.string(),
  z.string(),
  z.string(),
]);

/** Most articles whose words a card of a view may show: its buttons name each, to notice when it has changed. */
export function mostArticles(view: View): number {
  const speaker = 'speaker' in view ? (view.speaker ?? '').length : 0;
  const own = view.article === null ? 0 : HASH_LENGTH;
  return Math.floor((LONGEST_ID - LONGEST_REST - speaker - own) / HASH_LENGTH);
}

/** What a button does, and the state that it needs for it: a `custom_id`. `shown` are the articles whose words stand on the card. */
export function customId(library: Library, action: Action, view: View, shown: readonly ArticleId[]): string {
  return `${action}:${stateOf(library, view, shown)}`;
}

/** The state of a view: the same in all buttons that are about it. */
export function stateOf(library: Library, view: View, shown: readonly ArticleId[]): string {
  const speaker = 'speaker' in view ? (view.speaker ?? '') : '';
  const own = view.article === null ? [] : [view.article];
  return [
    OPS.indexOf(view.op),
    view.page,
    detailOf(view),
    hashesOf(library, own),
    hashesOf(library, shown),
    speaker,
  ].join(':');
}

/** The number that a view of this kind has beside its page. */
function detailOf(view: View): number {
  switch (view.op) {
    case 'context':
      return view.block;
    case 'summary':
      return SUMMARY_LENGTHS.indexOf(view.length);
    case 'ask':
      return view.alone ? 1 : 0;
    case 'who-said':
    case 'quotes':
      return 0;
  }
}

/** What a pressed button asks for. What takes a message or its pin away, or opens a form, needs no article. */
export type Press =
  | { readonly kind: 'press'; readonly action: Exclude<Action, 'delete' | 'ask-on' | 'unpin'>; readonly view: View }
  | { readonly kind: 'delete' | 'ask-on' | 'unpin' }
  | Stale
  | { readonly kind: 'not-ours' };

/** Reads a button's `custom_id`. `asked` is what was asked in words, as the card shows it. */
export function readPress(library: Library, id: string, asked: string | null): Press {
  const shown = readShown(library, id, asked);
  if (shown === null) return { kind: 'not-ours' };
  const { action, view, stale } = shown;
  if (action === 'delete' || action === 'ask-on' || action === 'unpin') return { kind: action };
  // Refresh is there for what has changed; it needs only the article that was asked for.
  if (stale !== null && (action !== 'refresh' || view === null)) return stale;
  return view === null ? { kind: 'not-ours' } : { kind: 'press', action, view };
}

/** What the card of a button shows. */
export interface Shown {
  readonly action: Action;
  /** Null where the article that was asked for has gone, or where nothing on the card says what was asked. */
  readonly view: View | null;
  /** Null where all articles on the card are as they were. */
  readonly stale: Stale | null;
}

/** Reads what a card shows from a `custom_id` on it; null where that is none of ours. */
export function readShown(library: Library, id: string, asked: string | null): Shown | null {
  const [action, op, page, detail, own, shown, ...speaker] = id.split(':');
  const parsed = state.safeParse([action, op, page, detail, own, shown, speaker.join(':')]);
  if (!parsed.success) return null;
  const [act, opNumber, pageNumber, number, ownHash, shownHashes, name] = parsed.data;
  const [ownArticle = null] = findArticles(library, ownHash);
  const stale = [ownArticle, ...findArticles(library, shownHashes)].flatMap((found) =>
    found === null || found.kind === 'found' ? [] : [found],
  );
  const view =
    ownArticle?.kind === 'article-gone'
      ? null
      : viewOf(OPS[opNumber] ?? 'ask', asked, {
          page: pageNumber,
          number,
          article: ownArticle === null ? null : ownArticle.article.id,
          speaker: name === '' ? null : name,
        });
  return { action: act, view, stale: stale[0] ?? null };
}

interface Parts {
  readonly page: number;
  readonly number: number;
  readonly article: string | null;
  readonly speaker: string | null;
}

function viewOf(op: View['op'], asked: string | null, { page, number, article, speaker }: Parts): View | null {
  switch (op) {
    case 'who-said':
      return asked === null ? null : { op, text: asked, speaker, article, page };
    case 'ask':
      return asked === null ? null : { op, text: asked, article, alone: number === 1, page };
    case 'summary':
      return { op, text: asked, article, length: SUMMARY_LENGTHS[number] ?? 'medium', page };
    case 'quotes':
      return { op, text: asked, speaker, article, page };
    case 'context':
      return article === null ? null : { op, article, block: number, page };
  }
}
