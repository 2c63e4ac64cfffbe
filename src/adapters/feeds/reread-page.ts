import type { PageRereading, WatchedPage } from '../../app/ports/page-watch.ts';
import type { Fetcher } from './fetcher.ts';
import { known } from './page-data.ts';
import { readItsPage } from './read-its-page.ts';

/** Looks at the page of an article again, and reads it if it is not as it was. */
export function createPageRereader(
  fetcher: Fetcher,
  signal?: AbortSignal,
): (page: WatchedPage) => Promise<PageRereading> {
  return async ({ item, source, etag, lastModified }) => {
    const { url, guid } = item;
    if (url === undefined) return { kind: 'failed', reason: 'has no address' };
    const page = await readItsPage({ fetcher, signal }, { ...item, url }, known({ etag, lastModified }));
    switch (page.kind) {
      case 'unchanged':
        return page;
      case 'failed':
        return { kind: page.isGone === true ? 'gone' : 'failed', reason: page.reason };
      case 'article': {
        const { article, signs } = page;
        return { kind: 'article', article, signs, keys: { source, guid, addresses: [url, page.url] } };
      }
    }
  };
}
