import type { Discovery, Source } from '../../app/ports/sources.ts';
import { decodeText } from './decode.ts';
import { type FeedLink, feedLinksIn, likelyFeedLinks } from './feed-links.ts';
import type { FetchReading } from './fetch-reading.ts';
import type { Fetcher } from './fetcher.ts';
import { sentenceOf } from './fetcher.ts';
import { readItemsAnywhere } from './items-workers.ts';
import { known } from './page-data.ts';
import { webAddress } from './page-document.ts';
import { createSourceReader } from './read-source.ts';

type Fetched = Extract<FetchReading, { kind: 'fetched' }>;

/** So many items are shown before a source counts. */
const SHOWN = 3;
/** So much of a page is looked through for its links to feeds. */
const HEAD_BYTES = 1024 * 1024;
/** So many of a page's own links are tried. */
const MOST_TRIED = 6;

/** What is not known of a source yet: it starts silent, since its backlog is archive and not news. */
function sourceAt({ url, kind, title }: FeedLink): Source {
  return { id: url, url, kind, startsSilent: true, paused: false, ...(title === undefined ? {} : { title }) };
}

async function tryLink(fetcher: Fetcher, link: FeedLink): Promise<Discovery | undefined> {
  const source = sourceAt(link);
  const reading = await createSourceReader(fetcher)(source, { dueAtMs: 0, failures: 0, deskWasTold: false });
  if (reading.kind !== 'items') return undefined;
  const title = reading.title ?? source.title;
  const named = title === undefined ? source : { ...source, title };
  return { kind: 'found', source: named, newest: reading.items.slice(0, SHOWN) };
}

/** What the address itself is, when it is no page: a feed, or a sitemap. */
async function itself({ bytes, contentType, url }: Fetched): Promise<FeedLink | undefined> {
  for (const kind of ['feed', 'sitemap'] as const) {
    // A copy, since long bytes go to the thread that reads them, and a page's are looked at once more.
    const task = { kind, url, bytes: Uint8Array.from(bytes), ...known({ contentType }) };
    if (typeof (await readItemsAnywhere(task)) !== 'string') return { url, kind };
  }
  return undefined;
}

/** Sitemaps of news that a site's robots.txt names. */
async function sitemapsOf(fetcher: Fetcher, url: string): Promise<readonly FeedLink[]> {
  const robots = await fetcher.fetch({ url: new URL('/robots.txt', url).href, kind: 'data' });
  if (robots.kind !== 'fetched') return [];
  const text = decodeText(robots.bytes, { contentType: robots.contentType, kind: 'text' }).slice(0, 500_000);
  return [...text.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S*news\S*)/gim)].flatMap(([, address]) => {
    const found = webAddress(address, url);
    return found === undefined ? [] : [{ url: found, kind: 'sitemap' } as const];
  });
}

/** The first link that leads to a source. */
async function tryLinks(fetcher: Fetcher, links: readonly FeedLink[]): Promise<Discovery | undefined> {
  for (const link of links) {
    const found = await tryLink(fetcher, link);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Finds the feed of a site from its address, or of a feed from its own, and looks at its newest items. */
export async function discoverSource(fetcher: Fetcher, address: string): Promise<Discovery> {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const fetched = await fetcher.fetch({ url, kind: 'feed' });
  if (fetched.kind !== 'fetched') {
    const reason = fetched.kind === 'failed' ? fetched.reason : 'gave nothing';
    return { kind: 'none', sentence: sentenceOf(url, reason) };
  }
  const own = await itself(fetched);
  const head = fetched.bytes.subarray(0, HEAD_BYTES);
  const html = decodeText(head, { contentType: fetched.contentType, kind: 'html' });
  const named = own === undefined ? feedLinksIn(html, fetched.url).slice(0, MOST_TRIED) : [own];
  const found =
    (await tryLinks(fetcher, named)) ??
    (await tryLinks(fetcher, [
      ...(await sitemapsOf(fetcher, fetched.url)).slice(0, MOST_TRIED),
      ...likelyFeedLinks(fetched.url),
    ]));
  return found ?? { kind: 'none', sentence: sentenceOf(url, 'has no feed that could be found') };
}
