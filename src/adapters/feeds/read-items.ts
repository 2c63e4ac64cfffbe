import type { Source, SourceReading } from '../../app/ports/sources.ts';
import { decodeText } from './decode.ts';
import { known } from './page-data.ts';
import { parseFeed } from './parse-feed.ts';
import { parseSitemap } from './parse-sitemap.ts';
import { parseWordpress } from './parse-wordpress.ts';

/** What a source answered, and of which kind it is. */
export type ItemsTask = {
  readonly kind: Source['kind'];
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  readonly contentType?: string;
};

export type ReadItems = Pick<
  Extract<SourceReading, { kind: 'items' }>,
  'items' | 'problems' | 'title' | 'againAfterMs'
> & {
  /** Sitemaps to which this one leads, the newest first. */
  readonly sitemaps?: readonly string[];
};

/** Fresh entries of a sitemap are enough: those before them were read at the polls before. */
const MOST_OF_SITEMAP = 1_000;

function readFeed({ bytes, contentType, url }: ItemsTask): ReadItems | string {
  const feed = parseFeed(bytes, contentType, url);
  if (feed.kind === 'failed') return feed.reason;
  const { items, problems, title, ttlMs, language } = feed;
  const told = language === undefined ? items : items.map((item) => ({ language, ...item }));
  return { items: told, problems, ...known({ title, againAfterMs: ttlMs }) };
}

const READERS: Readonly<Record<Source['kind'], (task: ItemsTask) => ReadItems | string>> = {
  feed: readFeed,
  wordpress: ({ bytes, contentType, url }) =>
    parseWordpress(decodeText(bytes, { contentType, kind: 'text' }), url),
  sitemap: ({ bytes, contentType, url }) => {
    const sitemap = parseSitemap(decodeText(bytes, { contentType, kind: 'xml' }), url);
    if (sitemap === undefined) return 'is not a sitemap';
    const { problems, sitemaps } = sitemap;
    return { items: sitemap.items.slice(0, MOST_OF_SITEMAP), problems, sitemaps };
  },
};

/** The items of an answer; part of a sentence when it is not what it should be. */
export function readItems(task: ItemsTask): ReadItems | string {
  return READERS[task.kind](task);
}
