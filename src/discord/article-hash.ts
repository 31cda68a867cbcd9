import { createHash } from 'node:crypto';
import type { Library } from '../answers/library.ts';
import type { Article, ArticleId } from '../corpus/article.ts';

/** What has happened since to an article whose words stand on a card. */
export type Stale = { readonly kind: 'article-changed'; readonly article: Article } | { readonly kind: 'article-gone' };

/** Characters of a hash that name an article, and all of them. */
const ID_LENGTH = 4;
export const HASH_LENGTH = 10;

const EACH_HASH = new RegExp(`.{${HASH_LENGTH}}`, 'gs');

/** The hashes of articles, one after the other; nothing for those that are not in the library. */
export function hashesOf(library: Library, ids: readonly ArticleId[]): string {
  return ids
    .flatMap((id) => library.entries.get(id) ?? [])
    .map(({ article }) => articleHash(article))
    .join('');
}

/** The articles that `hashes` name, one after the other, as they are now. */
export function findArticles(
  library: Library,
  hashes: string,
): readonly ({ readonly kind: 'found'; readonly article: Article } | Stale)[] {
  return (hashes.match(EACH_HASH) ?? []).map((hash) => {
    const sameId = articlesByHash(library).get(hash.slice(0, ID_LENGTH)) ?? [];
    const exact = sameId.find((article) => articleHash(article) === hash);
    if (exact !== undefined) return { kind: 'found', article: exact };
    const [changed] = sameId;
    return changed === undefined ? { kind: 'article-gone' } : { kind: 'article-changed', article: changed };
  });
}

/** Worked out once for each article and each library: every button of a card names articles. */
const HASHES = new WeakMap<Article, string>();
const BY_HASH = new WeakMap<Library, ReadonlyMap<string, readonly Article[]>>();

/** Names an article in `HASH_LENGTH` characters, base64url, of which those behind `ID_LENGTH` change with its text. */
function articleHash(article: Article): string {
  const known = HASHES.get(article);
  if (known !== undefined) return known;
  const hash = shortHash(article.id, ID_LENGTH) + shortHash(JSON.stringify(article.blocks), HASH_LENGTH - ID_LENGTH);
  HASHES.set(article, hash);
  return hash;
}

/** The articles of a library by the hash of their ids. */
function articlesByHash(library: Library): ReadonlyMap<string, readonly Article[]> {
  const known = BY_HASH.get(library);
  if (known !== undefined) return known;
  const byHash = new Map<string, Article[]>();
  for (const { article } of library.entries.values()) {
    const hash = shortHash(article.id, ID_LENGTH);
    byHash.set(hash, [...(byHash.get(hash) ?? []), article]);
  }
  BY_HASH.set(library, byHash);
  return byHash;
}

function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, length);
}
