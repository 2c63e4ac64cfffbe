import { type Chance, pick, type Story } from './stories.ts';

export const MINUTE_MS = 60_000;

/** A story in an outlet's feed. */
export type Item = {
  readonly path: string;
  readonly guid: string;
  readonly publishedAtMs: number;
  readonly story: Story;
  readonly updatedAtMs?: number;
};

/** How a feed is out of order; the numbers are minutes of the day. */
export type Outage = {
  readonly from: number;
  readonly to: number;
  readonly kind: 'status' | 'login page' | 'reset' | 'nothing';
};

const QUIRKS = [
  'none',
  'reorders',
  'dates all anew',
  'repeats items',
  'shrinks',
  'moves all ids',
  'no dates',
  'no ids',
] as const;

/** One newspaper with its feed, changed as the day goes. */
export type Outlet = {
  readonly number: number;
  readonly quirk: (typeof QUIRKS)[number];
  readonly outages: readonly Outage[];
  /** The newest first. */
  readonly items: Item[];
};

/** So many items a feed shows. */
const SHOWN = 25;

export function outlet(number: number, outages: readonly Outage[]): Outlet {
  return { number, outages, quirk: QUIRKS[number % QUIRKS.length] ?? 'none', items: [] };
}

export function outageAt({ outages }: Outlet, minute: number): Outage | undefined {
  return outages.find(({ from, to }) => minute >= from && minute < to);
}

function shuffled<T>(chance: Chance, all: readonly T[]): readonly T[] {
  return all
    .map((item) => ({ item, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The items as the feed shows them at this minute, with all its faults. */
function shown({ quirk, items }: Outlet, minute: number, chance: Chance): readonly Item[] {
  const newest = items.slice(0, SHOWN);
  const isOdd = Math.floor(minute / 45) % 2 === 1;
  switch (quirk) {
    case 'reorders':
      return shuffled(chance, newest);
    case 'repeats items':
      return newest.length === 0 ? newest : [...newest, pick(chance, newest)];
    case 'shrinks':
      return isOdd ? newest.slice(0, 1) : newest;
    case 'moves all ids':
      return newest.map((item) => ({ ...item, guid: minute < 700 ? item.guid : `moved-${item.guid}` }));
    default:
      return newest;
  }
}

const rfc = (ms: number): string => new Date(ms).toUTCString();

/** The feed as XML; the same text as long as nothing in it changes, but for the outlets that are not so kind. */
export function feedOf(
  outlet: Outlet,
  home: string,
  at: { minute: number; nowMs: number },
  chance: Chance,
): string {
  const items = shown(outlet, at.minute, chance).map(({ path, guid, publishedAtMs, updatedAtMs, story }) => {
    const date = outlet.quirk === 'dates all anew' ? at.nowMs : publishedAtMs;
    const updated =
      updatedAtMs === undefined ? '' : `<a:updated>${new Date(updatedAtMs).toISOString()}</a:updated>`;
    return `<item><title>${story.title}</title><link>${home}${path}</link>
      ${outlet.quirk === 'no ids' ? '' : `<guid isPermaLink="false">${guid}</guid>`}
      ${outlet.quirk === 'no dates' ? '' : `<pubDate>${rfc(date)}</pubDate>`}${updated}
      <description>${story.paragraphs[0]?.slice(0, 120)}</description></item>`;
  });
  return `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>Outlet ${outlet.number}</title>${items.join('')}</channel></rss>`;
}

export function pageOf({ story, publishedAtMs }: Item): string {
  const date = new Date(publishedAtMs).toISOString();
  return `<!doctype html><html lang="en"><head><title>${story.title}</title><meta property="article:published_time" content="${date}"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>${story.title}</h1>${story.paragraphs.map((words) => `<p>${words}</p>`).join('')}</article></body></html>`;
}
