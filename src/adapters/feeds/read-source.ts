import type { Source, SourceReading, SourceState } from '../../app/ports/sources.ts';
import type { FetchReading } from './fetch-reading.ts';
import { shownAddress } from './fetch-reading.ts';
import type { Fetcher } from './fetcher.ts';
import { readItemsAnywhere } from './items-workers.ts';
import { known } from './page-data.ts';
import { wordpressAddress } from './parse-wordpress.ts';
import type { ReadItems } from './read-items.ts';

type Fetched = Extract<FetchReading, { kind: 'fetched' }>;

/** An index of sitemaps leads to one for each day or section; news stands in those changed last. */
const MOST_SITEMAPS = 2;

function longest(...waits: readonly (number | undefined)[]): number | undefined {
  const told = waits.filter((wait) => wait !== undefined);
  return told.length === 0 ? undefined : Math.max(...told);
}

function read(kind: Source['kind'], { bytes, url, contentType }: Fetched): Promise<ReadItems | string> {
  return readItemsAnywhere({ kind, bytes, url, ...known({ contentType }) });
}

/** The items of the sitemaps to which an index leads; the first that cannot be had is the reason why there are none. */
async function followSitemaps(fetcher: Fetcher, { sitemaps = [] }: ReadItems): Promise<ReadItems | string> {
  const found: ReadItems[] = [];
  for (const url of sitemaps.slice(0, MOST_SITEMAPS)) {
    const fetched = await fetcher.fetch({ url, kind: 'feed' });
    if (fetched.kind !== 'fetched') return `leads to ${shownAddress(url)}, which ${reasonOf(fetched)}`;
    const items = await read('sitemap', fetched);
    if (typeof items === 'string') return `leads to ${shownAddress(url)}, which ${items}`;
    found.push(items);
  }
  return { items: found.flatMap(({ items }) => items), problems: found.flatMap(({ problems }) => problems) };
}

function reasonOf(reading: Exclude<FetchReading, { kind: 'fetched' }>): string {
  return reading.kind === 'failed' ? reading.reason : 'gave nothing';
}

async function itemsOf(
  fetcher: Fetcher,
  kind: Source['kind'],
  fetched: Fetched,
): Promise<ReadItems | string> {
  const items = await read(kind, fetched);
  const isIndex = typeof items !== 'string' && items.items.length === 0 && (items.sitemaps ?? []).length > 0;
  return isIndex ? followSitemaps(fetcher, items) : items;
}

function readingOf(source: Source, fetched: Fetched, { sitemaps, ...items }: ReadItems): SourceReading {
  const againAfterMs = longest(fetched.againAfterMs, items.againAfterMs);
  // An index may stay as it is while what it leads to changes.
  const isIndex = source.kind === 'sitemap' && sitemaps === undefined;
  const validators = isIndex ? {} : known({ etag: fetched.etag, lastModified: fetched.lastModified });
  return { kind: 'items', ...items, ...validators, ...known({ againAfterMs }) };
}

/** Asks a source whether there is anything new, with what the last answer left to ask by. */
export function createSourceReader(
  fetcher: Fetcher,
): (source: Source, state: SourceState) => Promise<SourceReading> {
  return async (source, { etag, lastModified }) => {
    const isWordpress = source.kind === 'wordpress';
    const url = isWordpress ? wordpressAddress(source.url) : source.url;
    const kind = isWordpress ? 'data' : 'feed';
    const fetched = await fetcher.fetch({ url, kind, ...known({ etag, lastModified }) });
    if (fetched.kind !== 'fetched') return fetched;
    const found = await itemsOf(fetcher, source.kind, fetched);
    if (typeof found !== 'string') return readingOf(source, fetched, found);
    const elsewhere = fetched.url === url ? '' : ` (it redirects to ${shownAddress(fetched.url)})`;
    return { kind: 'failed', reason: `${found}${elsewhere}` };
  };
}
