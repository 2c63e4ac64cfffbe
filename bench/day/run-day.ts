import { randomInt } from 'node:crypto';
import { createFetcher } from '../../src/adapters/feeds/fetcher.ts';
import { createCandidateReader } from '../../src/adapters/feeds/read-candidate.ts';
import { createSourceReader } from '../../src/adapters/feeds/read-source.ts';
import { createPageRereader } from '../../src/adapters/feeds/reread-page.ts';
import { createArchive } from '../../src/adapters/redis/archive/archive.ts';
import type { RedisClient } from '../../src/adapters/redis/connect.ts';
import { createFates } from '../../src/adapters/redis/fates.ts';
import { createPageWatch } from '../../src/adapters/redis/page-watch.ts';
import { createSourceStore } from '../../src/adapters/redis/source-store.ts';
import { POLL_PACE } from '../../src/app/ingest/next-poll.ts';
import { pollDueSources } from '../../src/app/ingest/poll-sources.ts';
import type { DeskFeedNews } from '../../src/app/ingest/polling.ts';
import { rereadDuePages } from '../../src/app/ingest/reread-pages.ts';
import { takeIn } from '../../src/app/take-in.ts';
import type { ArchivedArticle, ArticleId } from '../../src/domain/article/article.ts';
import { DAY_MINUTES, type Day, type DayOptions, planDay } from './day.ts';
import { MINUTE_MS } from './outlet.ts';
import { serveOutlets } from './outlet-server.ts';

export type RunDay = Omit<DayOptions, 'startMs'> & { readonly intervalMinutes: number };

export type DayReport = {
  readonly stories: number;
  readonly copies: number;
  readonly polls: number;
  /** Sentences about what was not as it should be; none on a good day. */
  readonly broken: readonly string[];
};

const CHANNEL = '@day';
const quiet = (): void => undefined;
const LOG = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Lives through a day of many outlets under a clock of its own, with real HTTP, pages and Redis, and says what went wrong. */
export async function runDay(
  redis: RedisClient,
  { intervalMinutes, ...options }: RunDay,
): Promise<DayReport> {
  const botId = String(randomInt(1_000_000_000, 9_000_000_000));
  const startMs = Math.floor(Date.now() / 86_400_000) * 86_400_000 - 86_400_000;
  const day = planDay({ ...options, startMs });
  let minute = 0;
  const nowMs = (): number => startMs + minute * MINUTE_MS;
  const server = await serveOutlets(day.outlets, () => ({ minute, nowMs: nowMs() }));
  const clock = { now: nowMs, sleep: async () => undefined };
  const store = createSourceStore({ redis, botId });
  const fates = createFates({ redis, botId });
  const archive = createArchive({ redis, bot: botId, clock, log: LOG });
  const news: DeskFeedNews[] = [];
  let last = 0;
  const newId = (): ArticleId => {
    last += 1;
    return `day-${last}` as ArticleId;
  };
  for (const { number } of day.outlets) {
    const url = `http://${server.hostOf(number)}/feed`;
    await store.put({
      id: url,
      url,
      kind: 'feed',
      title: `Outlet ${number}`,
      startsSilent: false,
      paused: false,
    });
  }
  const allowHosts = day.outlets.map(({ number }) => server.hostOf(number));
  const fetcher = createFetcher({ userAgent: 'Dateline/bench', allowHosts, now: nowMs });
  const polling = {
    ...{ store, fates, clock, log: LOG },
    pages: createPageWatch({ redis, botId }),
    readSource: createSourceReader(fetcher),
    readCandidate: createCandidateReader(fetcher),
    rereadPage: createPageRereader(fetcher),
    takeIn: (article: Parameters<typeof takeIn>[1], source: { url: string }, how: { keys: object }) =>
      takeIn(
        { archive, clock, log: LOG, newId, channelsFor: () => [CHANNEL] },
        article,
        source.url,
        how.keys,
      ),
    tellDesk: async (told: DeskFeedNews) => void news.push(told),
    chance: () => 0.5,
    pace: { ...POLL_PACE, intervalMs: intervalMinutes * MINUTE_MS },
  };
  try {
    for (minute = 0; minute < DAY_MINUTES; minute += 1) {
      for (const deed of day.events.get(minute) ?? []) deed();
      await pollDueSources(polling);
      await rereadAllDue(polling);
    }
    const { items } = await archive.latest({ offset: 0, limit: 100_000 });
    const broken = [...wrongStories(day, items), ...wrongNews(day, news), ...(await wrongFates(day, fates))];
    return { stories: day.stories.length, copies: day.copies, polls: server.feedRequests(), broken };
  } finally {
    fetcher.close();
    await server.close();
  }
}

async function rereadAllDue(world: Parameters<typeof rereadDuePages>[0]): Promise<void> {
  while ((await rereadDuePages(world)) > 0);
}

function tokenOf({ title }: ArchivedArticle): string {
  return /Q\d+X/.exec(title)?.[0] ?? title;
}

/** Every story once, and every correction found. */
function wrongStories(day: Day, kept: readonly ArchivedArticle[]): readonly string[] {
  const byToken = new Map<string, ArchivedArticle[]>();
  for (const article of kept)
    byToken.set(tokenOf(article), [...(byToken.get(tokenOf(article)) ?? []), article]);
  return day.stories.flatMap(({ token }) => {
    const [first, ...more] = byToken.get(token) ?? [];
    if (first === undefined) return [`The story ${token} did not come in`];
    if (more.length > 0) return [`The story ${token} came in ${more.length + 1} times`];
    const isFound = first.corrections.length > 0 && first.text.includes('at no cost to the town');
    return day.corrected.has(token) && !isFound ? [`The correction of ${token} was not found`] : [];
  });
}

/** Every long outage told once, with its end, and nothing else. */
function wrongNews(day: Day, news: readonly DeskFeedNews[]): readonly string[] {
  const toldOf = (kind: DeskFeedNews['kind'], feed: string): number =>
    news.filter((told) => told.kind === kind && told.feed === feed).length;
  return day.outlets.flatMap(({ number }) => {
    const feed = `Outlet ${number}`;
    const expected = day.longOutages.filter((out) => out === number).length;
    const [failing, recovered] = [toldOf('feed failing', feed), toldOf('feed recovered', feed)];
    return failing === expected && recovered === expected
      ? []
      : [`${feed} was out ${expected} times; told ${failing} times, and of its end ${recovered} times`];
  });
}

/** Every story can be asked about. */
async function wrongFates(day: Day, fates: ReturnType<typeof createFates>): Promise<readonly string[]> {
  const all = await fates.recent(100_000);
  const titles = all.filter(({ what }) => what === 'taken in').map(({ title = '' }) => title);
  const known = new Set(titles.flatMap((title) => /Q\d+X/.exec(title) ?? []));
  return day.stories.flatMap(({ token }) => (known.has(token) ? [] : [`Nothing is on record of ${token}`]));
}
