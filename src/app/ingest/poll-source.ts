import type { Source, SourceReading, SourceState } from '../ports/sources.ts';
import { problemMarkOf } from './item-mark.ts';
import { afterPoll, FIRST_STATE } from './next-poll.ts';
import type { Polling } from './polling.ts';
import { type Taken, takeItems } from './take-items.ts';

/** Pages are asked for one by one: of a slow site with many of them, the rest waits for the next turn. */
const LONGEST_TURN_MS = 2 * 60_000;

type Items = Extract<SourceReading, { kind: 'items' }>;

/** What cannot be used is put on record once, however long the feed shows it. */
async function recordProblems(
  { store, fates, clock, log }: Polling,
  source: Source,
  { problems }: Items,
): Promise<void> {
  const marks = problems.map(problemMarkOf);
  const unseen = new Set(await store.unseen(source.id, marks));
  for (const [at, { item, title, reason }] of problems.entries()) {
    if (!unseen.delete(marks[at] ?? '')) continue;
    log.warn({ source: source.id, item, title, reason }, 'An item of a feed cannot be used');
    const named = title === undefined ? {} : { title };
    await fates.record({ atMs: clock.now(), source: source.id, item, ...named, what: 'failed', reason });
  }
  if (marks.length > 0) await store.remember(source.id, [], marks);
}

async function tell(
  { tellDesk, log }: Polling,
  source: Source,
  reading: SourceReading,
  news: 'failing' | 'recovered' | undefined,
): Promise<void> {
  const feed = source.title ?? source.url;
  const reason = reading.kind === 'failed' ? reading.reason : '';
  if (reading.kind === 'failed') log.warn({ source: source.id, reason }, 'A source could not be read');
  if (news === 'failing') await tellDesk({ kind: 'feed failing', feed, reason });
  if (news === 'recovered') await tellDesk({ kind: 'feed recovered', feed });
}

/** Whether what a silent source shows next is its backlog: at first, and as long as it has shown nothing. */
function awaitsBacklog({ startsSilent }: Source, before: SourceState): boolean {
  return startsSilent && (before.lastOkAtMs === undefined || before.awaitsBacklog === true);
}

/** So that the next answer has all items again, those that were put off among them; at once when time ran out. */
function unfinished(
  { etag: _etag, lastModified: _lastModified, ...state }: SourceState,
  taken: Taken,
  nowMs: number,
): SourceState {
  return taken === 'cut short' ? { ...state, dueAtMs: nowMs } : state;
}

/**
 * Asks one source and takes in what is new in it. Its failure is a reading like any other. When the signal fires in the
 * middle, the item in hand is finished, and the source stays due, so that the next process goes on with the rest.
 */
export async function pollSource(polling: Polling, source: Source, signal?: AbortSignal): Promise<void> {
  const { store, clock, pace, chance, log } = polling;
  const before = (await store.state(source.id)) ?? FIRST_STATE;
  const reading = await polling.readSource(source, before).catch((error: unknown): SourceReading => {
    log.error({ err: error, source: source.id }, 'Reading a source failed unexpectedly');
    return { kind: 'failed', reason: 'could not be read; the log says why' };
  });
  const isAwaiting = awaitsBacklog(source, before);
  const isBacklog = isAwaiting && reading.kind === 'items' && reading.items.length > 0;
  let taken: Taken = 'all';
  if (reading.kind === 'items') {
    await recordProblems(polling, source, reading);
    const untilMs = clock.now() + LONGEST_TURN_MS;
    taken = await takeItems(polling, source, reading.items, { isBacklog, untilMs, signal });
  }
  if (signal?.aborted && (taken !== 'all' || reading.kind === 'failed')) return;
  const polled = afterPoll(before, reading, pace, { nowMs: clock.now(), chance: chance() });
  const state = isAwaiting && !isBacklog ? { ...polled.state, awaitsBacklog: true } : polled.state;
  await store.setState(source.id, taken === 'all' ? state : unfinished(state, taken, clock.now()));
  await tell(polling, source, reading, polled.news);
}
