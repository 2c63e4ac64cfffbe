import type { PageWatch, WatchedPage } from '../../../src/app/ports/page-watch.ts';
import type { ArticleId } from '../../../src/domain/article/article.ts';

const MINE_MS = 5 * 60_000;

/** Watched pages in memory; they pass the same facts as those in Redis. */
export function memoryPageWatch(): PageWatch & { readonly all: ReadonlyMap<ArticleId, WatchedPage> } {
  const all = new Map<ArticleId, WatchedPage>();
  const dueAt = new Map<ArticleId, number>();
  return {
    all,
    watch: async (page, dueAtMs) => {
      all.set(page.article, page);
      dueAt.set(page.article, dueAtMs);
    },
    due: async (nowMs, limit) => {
      const ids = [...dueAt].filter(([, atMs]) => atMs <= nowMs).toSorted(([, a], [, b]) => a - b);
      return ids.slice(0, limit).flatMap(([id]) => {
        dueAt.set(id, nowMs + MINE_MS);
        return all.get(id) ?? [];
      });
    },
    drop: async (article) => {
      all.delete(article);
      dueAt.delete(article);
    },
  };
}
