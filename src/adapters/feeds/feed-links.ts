import { plain } from './feed-fields.ts';
import { webAddress } from './page-document.ts';

/** An address at which a site says, or is likely, to have its feed. */
export type FeedLink = {
  readonly url: string;
  readonly kind: 'feed' | 'wordpress' | 'sitemap';
  readonly title?: string;
};

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^application\/json$/i;

/** Feeds of comments and single pages are not what a newsroom means. */
const SIDE_FEED = /comments?\b|oembed|wp-json/i;

/** Where sites that do not say so have their feeds, by how often it is there. */
const USUAL_PATHS = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
  '/feed.json',
];
const USUAL_SITEMAPS = ['/news-sitemap.xml', '/sitemap-news.xml', '/googlenews.xml'];

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return plain(match?.[1] ?? match?.[2] ?? match?.[3]);
}

function linkIn(tag: string, base: string): FeedLink | undefined {
  const url = webAddress(attribute(tag, 'href'), base);
  const rel = attribute(tag, 'rel') ?? '';
  if (url === undefined) return undefined;
  if (rel === 'https://api.w.org/') return { url: new URL('../', url).href, kind: 'wordpress' };
  const title = attribute(tag, 'title');
  const isFeed = /\balternate\b/i.test(rel) && FEED_TYPE.test(attribute(tag, 'type') ?? '');
  if (!isFeed || SIDE_FEED.test(`${url} ${title ?? ''}`)) return undefined;
  return { url, kind: 'feed', ...(title === undefined ? {} : { title }) };
}

/** WordPress's own interface says more than a feed, of the whole site: the address of a section means its feed. */
function rankOf({ kind }: FeedLink, url: string): number {
  if (kind !== 'wordpress') return 1;
  return new URL(url).pathname === '/' ? 0 : 2;
}

/**
 * What the head of a page says of feeds (`link rel="alternate"`, WordPress's `https://api.w.org/`), best first. Reads
 * tags only, so that a hostile page costs one pass.
 */
export function feedLinksIn(html: string, url: string): readonly FeedLink[] {
  const head = html.slice(0, 500_000);
  const tags = [...head.matchAll(/<link\b[^>]{1,2000}>/gi)].map((match) => match[0]);
  const base = webAddress(attribute(/<base\b[^>]{1,2000}>/i.exec(head)?.[0] ?? '', 'href'), url) ?? url;
  return tags.flatMap((tag) => linkIn(tag, base) ?? []).toSorted((a, b) => rankOf(a, url) - rankOf(b, url));
}

/** Addresses worth a try on a site that names no feed. */
export function likelyFeedLinks(url: string): readonly FeedLink[] {
  const feeds = USUAL_PATHS.map((path): FeedLink => ({ url: new URL(path, url).href, kind: 'feed' }));
  const sitemaps = USUAL_SITEMAPS.map(
    (path): FeedLink => ({ url: new URL(path, url).href, kind: 'sitemap' }),
  );
  return [...feeds, ...sitemaps];
}
