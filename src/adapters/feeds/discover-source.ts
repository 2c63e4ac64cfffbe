import type { Discovery, Source } from '../../app/ports/sources.ts';
import { decodeText } from './decode.ts';
import { type FeedLink, feedLinksIn, likelyFeedLinks } from './feed-links.ts';
import type { Fetcher } from './fetcher.ts';
import { sentenceOf } from './fetcher.ts';
import { parseFeed } from './parse-feed.ts';
import { createSourceReader } from './read-source.ts';

/** So many items are shown before a source counts. */
const SHOWN = 3;
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

/** Finds the feed of a site from its address, or of a feed from its own, and looks at its newest items. */
export async function discoverSource(fetcher: Fetcher, address: string): Promise<Discovery> {
  const url = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const fetched = await fetcher.fetch({ url, kind: 'feed' });
  if (fetched.kind !== 'fetched') {
    const reason = fetched.kind === 'failed' ? fetched.reason : 'gave nothing';
    return { kind: 'none', sentence: sentenceOf(url, reason) };
  }
  const { bytes, contentType } = fetched;
  const isFeed = parseFeed(bytes, contentType, fetched.url).kind === 'feed';
  const named = feedLinksIn(decodeText(bytes, { contentType, kind: 'html' }), fetched.url);
  const links = isFeed
    ? [{ url: fetched.url, kind: 'feed' } as const]
    : [...named.slice(0, MOST_TRIED), ...likelyFeedLinks(fetched.url)];
  for (const link of links) {
    const found = await tryLink(fetcher, link);
    if (found !== undefined) return found;
  }
  return { kind: 'none', sentence: sentenceOf(url, 'has no feed that could be found') };
}
