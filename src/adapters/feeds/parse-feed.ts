import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import type { Candidate, ItemProblem } from '../../app/ports/sources.ts';
import { decodeText } from './decode.ts';
import { plain, type RawItem, toCandidate } from './feed-fields.ts';
import { atomEntry, jsonItem, rdfItem, rssItem } from './feed-formats.ts';
import { spelledAsRss } from './feed-spellings.ts';
import { known } from './page-data.ts';
import { webAddress } from './page-document.ts';
import { isWebPage, repairFeed } from './repair-feed.ts';
import { salvageFeed } from './salvage-feed.ts';
import { outsideCdata } from './xml-scan.ts';

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
  /** What relative addresses start from, itself perhaps relative to the feed's own. */
  readonly base?: string | undefined;
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
        base: feed.xml?.base ?? feed.link,
      };
    case 'atom':
      return {
        raw: (feed.entries ?? []).map((entry) => () => atomEntry(entry as Parameters<typeof atomEntry>[0])),
        title: feed.title?.value,
        base: feed.xml?.base,
      };
    case 'rdf':
      return {
        raw: (feed.items ?? []).map((item) => () => rdfItem(item as Parameters<typeof rdfItem>[0])),
        title: feed.title,
        base: feed.xml?.base ?? feed.link,
      };
    case 'json':
      return {
        raw: (feed.items ?? []).map((item) => () => jsonItem(item as Parameters<typeof jsonItem>[0])),
        title: feed.title,
        language: feed.language,
      };
  }
}

function lostItem(number: number): ItemProblem {
  return { item: `item ${number}`, reason: 'the item is not well-formed' };
}

function itemsOf(raw: Opened['raw'], base: string): { items: Candidate[]; problems: ItemProblem[] } {
  const items: Candidate[] = [];
  const problems: ItemProblem[] = [];
  raw.forEach((read, i) => {
    const item = `item ${i + 1}`;
    try {
      const rawItem = read();
      const candidate = toCandidate(rawItem, base);
      if (typeof candidate !== 'string') items.push(candidate);
      else problems.push({ item, reason: candidate, ...known({ title: plain(rawItem.title) }) });
    } catch {
      problems.push({ item, reason: 'the item cannot be read' });
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

type Mended = {
  readonly parts: readonly Parsed[];
  readonly lost: readonly number[];
  readonly repairs: readonly string[];
};

function parseOrRepair(text: string): Mended | undefined {
  const isJson = /^\s*[{[]/.test(text);
  if (isJson) {
    const parsed = parse(text);
    return parsed && { parts: [parsed], lost: [], repairs: [] };
  }
  const repaired = repairFeed(text);
  const spelled = spelledAsRss(repaired.text);
  const parsed = parse(spelled);
  if (parsed !== undefined) return { parts: [parsed], lost: [], repairs: repaired.repairs };
  const salvaged = salvageFeed(withBareSignsEscaped(spelled), parse);
  return salvaged && { ...salvaged, repairs: [...repaired.repairs, 'is not well-formed'] };
}

/** `&` that begins no entity and `<` that begins no tag, as they are written by hand. */
function withBareSignsEscaped(text: string): string {
  return outsideCdata(text, (piece) =>
    piece.replace(/&(?!#?\w{1,12};)/g, '&amp;').replace(/<(?![a-z/!?])/gi, '&lt;'),
  );
}

/** Reads RSS, Atom, RDF and JSON feeds, ill-formed ones too where their items can be told. `url` makes links whole. */
export function parseFeed(bytes: Uint8Array, contentType: string | undefined, url: string): FeedReading {
  const text = decodeText(bytes, { contentType, kind: 'xml' }).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'failed', reason: 'is empty' };
  if (isWebPage(text)) return { kind: 'failed', reason: 'is a web page, not a feed' };
  const mended = parseOrRepair(text);
  const [first, ...rest] = (mended?.parts ?? []).map(open);
  if (mended === undefined || first === undefined) {
    return { kind: 'failed', reason: 'is not a feed that can be read' };
  }
  const { title, language, ttlMs, base } = first;
  const { items, problems } = itemsOf(
    [first, ...rest].flatMap(({ raw }) => raw),
    webAddress(base, url) ?? url,
  );
  return {
    kind: 'feed',
    items,
    problems: [...problems, ...mended.lost.map(lostItem)],
    repairs: mended.repairs,
    ...known({ title: plain(title), language, ttlMs }),
  };
}
