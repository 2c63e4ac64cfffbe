import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import type { Candidate, ItemProblem } from '../../app/ports/sources.ts';
import { decodeText } from './decode.ts';
import { plain, type RawItem, toCandidate } from './feed-fields.ts';
import { atomEntry, jsonItem, rdfItem, rssItem } from './feed-formats.ts';
import { known } from './page-data.ts';
import { isWebPage, repairFeed } from './repair-feed.ts';

/** What a feed says, or part of a sentence about why it cannot be read ("is empty"). */
export type FeedReading =
  | {
      readonly kind: 'feed';
      readonly items: readonly Candidate[];
      /** Items that could not be used; the others stand. */
      readonly problems: readonly ItemProblem[];
      /** What was wrong with the feed as a whole and could be mended. */
      readonly repairs: readonly string[];
      readonly title?: string;
      readonly language?: string;
      /** Milliseconds for which the feed asks to be left alone. */
      readonly ttlMs?: number;
    }
  | { readonly kind: 'failed'; readonly reason: string };

type Parsed = ReturnType<typeof parseWithFeedsmith>;

type Opened = {
  readonly raw: readonly (() => RawItem)[];
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly ttlMs?: number | undefined;
};

const MINUTE_MS = 60_000;

function ttlOf(minutes: number | undefined): number | undefined {
  return minutes !== undefined && minutes > 0 ? Math.min(minutes, 1440) * MINUTE_MS : undefined;
}

/** Fields are read item by item, so that one which cannot be read spoils no other. */
function open({ format, feed }: Parsed): Opened {
  switch (format) {
    case 'rss':
      return {
        raw: (feed.items ?? []).map((item) => () => rssItem(item as Parameters<typeof rssItem>[0])),
        title: feed.title,
        language: feed.language,
        ttlMs: ttlOf(feed.ttl),
      };
    case 'atom':
      return {
        raw: (feed.entries ?? []).map((entry) => () => atomEntry(entry as Parameters<typeof atomEntry>[0])),
        title: feed.title?.value,
      };
    case 'rdf':
      return {
        raw: (feed.items ?? []).map((item) => () => rdfItem(item as Parameters<typeof rdfItem>[0])),
        title: feed.title,
      };
    case 'json':
      return {
        raw: (feed.items ?? []).map((item) => () => jsonItem(item as Parameters<typeof jsonItem>[0])),
        title: feed.title,
        language: feed.language,
      };
  }
}

function itemsOf(raw: Opened['raw'], base: string): { items: Candidate[]; problems: ItemProblem[] } {
  const items: Candidate[] = [];
  const problems: ItemProblem[] = [];
  raw.forEach((read, i) => {
    try {
      const candidate = toCandidate(read(), base);
      if (typeof candidate === 'string') problems.push({ item: `item ${i + 1}`, reason: candidate });
      else items.push(candidate);
    } catch {
      problems.push({ item: `item ${i + 1}`, reason: 'the item cannot be read' });
    }
  });
  return { items, problems };
}

function parse(text: string): Parsed | undefined {
  try {
    return parseWithFeedsmith(text);
  } catch {
    return undefined;
  }
}

function parseOrRepair(text: string): { parsed: Parsed; repairs: readonly string[] } | undefined {
  const isJson = /^\s*[{[]/.test(text);
  if (isJson) {
    const parsed = parse(text);
    return parsed && { parsed, repairs: [] };
  }
  const repaired = repairFeed(text);
  const parsed = parse(repaired.text) ?? parse(escapedAmpersands(repaired.text));
  return parsed && { parsed, repairs: repaired.repairs };
}

const escapedAmpersands = (text: string): string =>
  text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?!#?\w{1,12};)/g, (match) => (match === '&' ? '&amp;' : match));

/** Reads RSS, Atom, RDF and JSON feeds, ill-formed ones too where their items can be told. `url` makes links whole. */
export function parseFeed(bytes: Uint8Array, contentType: string | undefined, url: string): FeedReading {
  const text = decodeText(bytes, { contentType, kind: 'xml' }).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'failed', reason: 'is empty' };
  if (isWebPage(text)) return { kind: 'failed', reason: 'is a web page, not a feed' };
  const opened = parseOrRepair(text);
  if (opened === undefined) return { kind: 'failed', reason: 'is not a feed that can be read' };
  const { raw, title, language, ttlMs } = open(opened.parsed);
  return {
    kind: 'feed',
    ...itemsOf(raw, url),
    repairs: opened.repairs,
    ...known({ title: plain(title), language, ttlMs }),
  };
}
