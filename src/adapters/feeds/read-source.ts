import type { Source, SourceReading, SourceState } from '../../app/ports/sources.ts';
import { decodeText } from './decode.ts';
import type { FetchReading } from './fetch-reading.ts';
import { shownAddress } from './fetch-reading.ts';
import type { Fetcher } from './fetcher.ts';
import { known } from './page-data.ts';
import { parseFeed } from './parse-feed.ts';
import { parseSitemap } from './parse-sitemap.ts';
import { parseWordpress, wordpressAddress } from './parse-wordpress.ts';

type Fetched = Extract<FetchReading, { kind: 'fetched' }>;
type Items = Pick<Extract<SourceReading, { kind: 'items' }>, 'items' | 'problems' | 'title' | 'againAfterMs'>;

/** Fresh entries of a sitemap are enough: those before them were read at the polls before. */
const MOST_OF_SITEMAP = 1_000;

function readFeed({ bytes, contentType, url }: Fetched): Items | string {
  const feed = parseFeed(bytes, contentType, url);
  if (feed.kind === 'failed') return feed.reason;
  const { items, problems, title, ttlMs, language } = feed;
  const told = language === undefined ? items : items.map((item) => ({ language, ...item }));
  return { items: told, problems, ...known({ title, againAfterMs: ttlMs }) };
}

const READERS: Readonly<Record<Source['kind'], (fetched: Fetched) => Items | string>> = {
  feed: readFeed,
  wordpress: ({ bytes, contentType, url }) =>
    parseWordpress(decodeText(bytes, { contentType, kind: 'text' }), url),
  sitemap: ({ bytes, contentType, url }) => {
    const sitemap = parseSitemap(decodeText(bytes, { contentType, kind: 'xml' }), url);
    if (sitemap === undefined) return 'is not a sitemap';
    return { items: sitemap.items.slice(0, MOST_OF_SITEMAP), problems: sitemap.problems };
  },
};

function longest(...waits: readonly (number | undefined)[]): number | undefined {
  const told = waits.filter((wait) => wait !== undefined);
  return told.length === 0 ? undefined : Math.max(...told);
}

/** Asks a source whether there is anything new, with what the last answer left to ask by. */
export function createSourceReader(
  fetcher: Fetcher,
): (source: Source, state: SourceState) => Promise<SourceReading> {
  return async (source, { etag, lastModified }) => {
    const url = source.kind === 'wordpress' ? wordpressAddress(source.url) : source.url;
    const kind = source.kind === 'wordpress' ? 'data' : 'feed';
    const fetched = await fetcher.fetch({ url, kind, ...known({ etag, lastModified }) });
    if (fetched.kind !== 'fetched') return fetched;
    const read = READERS[source.kind](fetched);
    if (typeof read === 'string') {
      const elsewhere = fetched.url === url ? '' : ` (it redirects to ${shownAddress(fetched.url)})`;
      return { kind: 'failed', reason: `${read}${elsewhere}` };
    }
    const againAfterMs = longest(fetched.againAfterMs, read.againAfterMs);
    return {
      kind: 'items',
      ...read,
      ...known({ etag: fetched.etag, lastModified: fetched.lastModified, againAfterMs }),
    };
  };
}
