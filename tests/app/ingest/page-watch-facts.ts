import { describe, expect, it } from 'vitest';
import type { PageWatch, WatchedPage } from '../../../src/app/ports/page-watch.ts';
import type { ArticleId } from '../../../src/domain/article/article.ts';

const HOUR_MS = 3_600_000;

function page(article: string, etag?: string): WatchedPage {
  return {
    article: article as ArticleId,
    source: 'courier',
    item: { guid: `g-${article}`, url: `https://courier.example/${article}`, title: 'Pier closes' },
    takenAtMs: 1_000,
    length: 400,
    ...(etag === undefined ? {} : { etag }),
  };
}

/** What holds for watched pages, wherever they are kept. */
export function pageWatchFacts(create: () => PageWatch): void {
  describe('watched pages', () => {
    it('are due when their time has come, the longest waiting first', async () => {
      const pages = create();
      await pages.watch(page('late'), 3_000);
      await pages.watch(page('early'), 1_000);
      await pages.watch(page('far'), 9_000);
      expect(await pages.due(5_000, 10)).toEqual([page('early'), page('late')]);
    });

    it('are handed to one worker at a time, and again when it has done nothing with them', async () => {
      const pages = create();
      await pages.watch(page('pier'), 1_000);
      expect(await pages.due(2_000, 10)).toEqual([page('pier')]);
      expect(await pages.due(3_000, 10)).toEqual([]);
      expect(await pages.due(HOUR_MS, 10)).toEqual([page('pier')]);
    });

    it('have one entry for each article, the last', async () => {
      const pages = create();
      await pages.watch(page('pier'), 1_000);
      await pages.watch(page('pier', '"second"'), 2_000);
      expect(await pages.due(1_500, 10)).toEqual([]);
      expect(await pages.due(2_000, 10)).toEqual([page('pier', '"second"')]);
    });

    it('are forgotten when they are dropped', async () => {
      const pages = create();
      await pages.watch(page('pier'), 1_000);
      await pages.drop('pier' as ArticleId);
      expect(await pages.due(HOUR_MS, 10)).toEqual([]);
    });
  });
}
