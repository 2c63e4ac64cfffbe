import { describeChanges } from '../../domain/article/describe-changes.ts';
import { storyLength } from '../../domain/article/story-text.ts';
import type { PageRereading, PageWatch, WatchedPage } from '../ports/page-watch.ts';
import type { Source } from '../ports/sources.ts';
import type { Polling } from './polling.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * So long after an article came in its page is looked at again. Most corrections come within hours; each look costs the
 * outlet a request, which is conditional where it allows for that.
 */
const AFTER_MS: readonly number[] = [30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS];

/** A page that could not be had is asked for again so much later, within the time of all looks. */
const AGAIN_AFTER_MS = 30 * MINUTE_MS;

/** A page whose story is shorter than this part of what it was shows a teaser, or a wall, and no correction. */
const TEASER = 0.7;

const MOST_AT_ONCE = 50;
const LOOK_EVERY_MS = 5_000;

/** What looking at pages again needs of the world. */
export type Rereading = Pick<Polling, 'store' | 'fates' | 'pages' | 'takeIn' | 'clock' | 'log'> & {
  readonly rereadPage: (page: WatchedPage) => Promise<PageRereading>;
};

/** Has the page looked at when its next time comes; drops it when there is none. */
export async function watchOn(
  { pages, clock }: Pick<Polling, 'pages' | 'clock'>,
  page: WatchedPage,
): Promise<void> {
  const dueAtMs = AFTER_MS.map((afterMs) => page.takenAtMs + afterMs).find((atMs) => atMs > clock.now());
  await putOff(pages, page, dueAtMs);
}

async function putOff(pages: PageWatch, page: WatchedPage, dueAtMs: number | undefined): Promise<void> {
  if (dueAtMs === undefined) await pages.drop(page.article);
  else await pages.watch(page, dueAtMs);
}

/** An outlet that is out of order shall not keep its corrections to itself. */
async function tryAgain({ pages, clock }: Rereading, page: WatchedPage): Promise<void> {
  const dueAtMs = clock.now() + AGAIN_AFTER_MS;
  const isInTime = dueAtMs <= page.takenAtMs + Math.max(...AFTER_MS);
  await putOff(pages, page, isInTime ? dueAtMs : undefined);
}

/** Until the signal fires, looks again at the pages of articles that came in lately, and takes in what was corrected. */
export async function rereadPages(world: Rereading, signal: AbortSignal): Promise<void> {
  const { clock, log } = world;
  while (!signal.aborted) {
    await rereadDuePages(world, signal).catch((err: unknown) => {
      log.error({ err }, 'Pages could not be looked at again');
    });
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

/** Looks at every page whose time has come, and answers how many they were. */
export async function rereadDuePages(world: Rereading, signal?: AbortSignal): Promise<number> {
  const { pages, store, clock, log } = world;
  const due = await pages.due(clock.now(), MOST_AT_ONCE);
  if (due.length === 0) return 0;
  const sources = new Map((await store.list()).map((source) => [source.id, source]));
  await Promise.all(
    due.map((page) =>
      rereadOne(world, page, sources.get(page.source), signal).catch((err: unknown) => {
        log.error({ err, article: page.article }, 'A page could not be looked at again');
      }),
    ),
  );
  return due.length;
}

async function rereadOne(
  world: Rereading,
  page: WatchedPage,
  source: Source | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (source === undefined || source.paused) return world.pages.drop(page.article);
  const reading = await world.rereadPage(page);
  // What a stop broke off says nothing: the page is due again soon.
  if (signal?.aborted) return;
  switch (reading.kind) {
    case 'unchanged':
      return watchOn(world, page);
    case 'failed':
      world.log.debug({ article: page.article, reason: reading.reason }, 'A page was not had again');
      return tryAgain(world, page);
    case 'gone':
      await record(world, page, { what: 'failed', reason: `its page ${reading.reason}` });
      return world.pages.drop(page.article);
    case 'article':
      return takeAgain(world, page, source, reading);
  }
}

async function takeAgain(
  world: Rereading,
  page: WatchedPage,
  source: Source,
  { article, keys, signs }: Extract<PageRereading, { kind: 'article' }>,
): Promise<void> {
  const length = storyLength(article);
  const isWhole = length >= TEASER * page.length || article.corrections.length > 0;
  if (!isWhole) return watchOn(world, page);
  const admission = await world.takeIn(article, source, { keys, silent: false });
  if (admission.kind === 'changed') {
    const reason = describeChanges(admission.before, article);
    await record(world, page, { what: 'changed', ...(reason === undefined ? {} : { reason }) });
  }
  const { etag: _etag, lastModified: _lastModified, ...rest } = page;
  await watchOn(world, { ...rest, ...signs, length });
}

async function record(
  { fates, clock }: Rereading,
  { source, item, article }: WatchedPage,
  outcome: { readonly what: 'changed' | 'failed'; readonly reason?: string },
): Promise<void> {
  const { guid, title, url } = item;
  await fates.record({
    ...{ atMs: clock.now(), source, item: guid, article, ...outcome },
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
  });
}
