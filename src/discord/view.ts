import { createHash } from 'node:crypto';
import { z } from 'zod';
import { SUMMARY_LENGTHS, type SummaryLength } from '../answers/answer.ts';
import type { Library } from '../answers/library.ts';
import type { Article, ArticleId } from '../corpus/article.ts';

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

/**
 * Longest speaker that a button has room for, in UTF-16 code units: a `custom_id` has 100, the rest of the state at most 40.
 * https://docs.discord.com/developers/components/reference
 */
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

/**
 * Names an article in a few characters: four of its id, six of its content, base64url.
 *
 * @returns a hash that differs when the article's text has changed.
 */
export function articleHash(article: Article): string {
  return shortHash(article.id, 4) + shortHash(JSON.stringify(article.blocks), 6);
}

/** The state of a button, for its `custom_id`. `shown` is the article whose words stand on the card. */
export function customId(library: Library, action: Action, view: View, shown: ArticleId | null): string {
  const speaker = 'speaker' in view ? (view.speaker ?? '') : '';
  return [
    action,
    OPS.indexOf(view.op),
    view.page,
    detailOf(view),
    hashOf(library, view.article),
    hashOf(library, shown),
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

function hashOf(library: Library, id: ArticleId | null): string {
  const article = id === null ? undefined : library.entries.get(id)?.article;
  return article === undefined ? '' : articleHash(article);
}

/** What a pressed button asks for. */
export type Press =
  | { readonly kind: 'press'; readonly action: Exclude<Action, 'delete' | 'ask-on'>; readonly view: View }
  | { readonly kind: 'delete' }
  | { readonly kind: 'ask-on' }
  | { readonly kind: 'article-changed'; readonly article: Article }
  | { readonly kind: 'article-gone' }
  | { readonly kind: 'not-ours' };

/** Reads a button's `custom_id`. `asked` is what was asked in words, as the card shows it. */
export function readPress(library: Library, id: string, asked: string | null): Press {
  const [action, op, page, detail, article, shownArticle, ...speaker] = id.split(':');
  const parsed = state.safeParse([action, op, page, detail, article, shownArticle, speaker.join(':')]);
  if (!parsed.success) return { kind: 'not-ours' };
  const [act, opNumber, pageNumber, number, hash, shownHash, name] = parsed.data;
  if (act === 'delete' || act === 'ask-on') return { kind: act };
  const found = hash === '' ? null : findArticle(library, hash);
  const shown = shownHash === '' ? null : findArticle(library, shownHash);
  for (const article of [found, shown]) {
    if (article !== null && !(article.kind === 'found' || (article.kind === 'article-changed' && act === 'refresh'))) {
      return article;
    }
  }
  const view = viewOf(OPS[opNumber] ?? 'ask', asked, {
    page: pageNumber,
    number,
    article: found === null || found.kind === 'article-gone' ? null : found.article.id,
    speaker: name === '' ? null : name,
  });
  return view === null ? { kind: 'not-ours' } : { kind: 'press', action: act, view };
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

function findArticle(
  library: Library,
  hash: string,
): { kind: 'found'; article: Article } | { kind: 'article-changed'; article: Article } | { kind: 'article-gone' } {
  const articles = [...library.entries.values()].map((entry) => entry.article);
  const sameId = articles.filter((article) => shortHash(article.id, 4) === hash.slice(0, 4));
  const exact = sameId.find((article) => articleHash(article) === hash);
  if (exact !== undefined) return { kind: 'found', article: exact };
  const [changed] = sameId;
  return changed === undefined ? { kind: 'article-gone' } : { kind: 'article-changed', article: changed };
}

function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
