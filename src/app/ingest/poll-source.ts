import type { CleanArticle } from '../../domain/article/article.ts';
import { describeChanges } from '../../domain/article/describe-changes.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import type { Admission } from '../ports/archive.ts';
import type { Clock, Log } from '../ports/clock.ts';
import {
  type Candidate,
  type CandidateReading,
  FATE_OF_ADMISSION,
  type Fate,
  type Fates,
  type Source,
  type SourceReading,
  type SourceState,
  type SourceStore,
} from '../ports/sources.ts';
import { markOf } from './item-mark.ts';
import { afterPoll, FIRST_STATE, type PollPace } from './next-poll.ts';

export type Polling = {
  readonly store: SourceStore;
  readonly fates: Fates;
  readonly readSource: (source: Source, state: SourceState) => Promise<SourceReading>;
  readonly readCandidate: (candidate: Candidate, source: Source) => Promise<CandidateReading>;
  /** Analyses an article and hands it to the archive; `silent`: its channels do not wait for it. */
  readonly takeIn: (
    article: CleanArticle,
    source: Source,
    how: { readonly keys: FeedKeys; readonly silent: boolean },
  ) => Promise<Admission>;
  readonly tellDesk: (news: DeskFeedNews) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** A number from 0 to 1, from chance. */
  readonly chance: () => number;
  readonly pace: PollPace;
};

export type DeskFeedNews =
  | { readonly kind: 'feed failing'; readonly feed: string; readonly reason: string }
  | { readonly kind: 'feed recovered'; readonly feed: string };

/** A page that cannot be had is asked for so often before its summary has to do. */
const MOST_HOLDS = 3;

type Outcome = Pick<Fate, 'what' | 'reason' | 'article'> & { readonly isSettled: boolean };

type Item = { readonly candidate: Candidate; readonly mark: string };

type How = { readonly silent: boolean; readonly signal: AbortSignal | undefined };

async function admit(
  { takeIn }: Polling,
  source: Source,
  reading: Extract<CandidateReading, { kind: 'article' | 'held' }>,
  silent: boolean,
): Promise<Outcome> {
  const admission = await takeIn(reading.article, source, { keys: reading.keys, silent });
  const note = reading.kind === 'held' ? reading.reason : reading.note;
  const changes =
    admission.kind === 'changed' ? describeChanges(admission.before, reading.article) : undefined;
  const reason = [note, changes].filter((part) => part !== undefined).join('; ');
  return {
    what: FATE_OF_ADMISSION[admission.kind],
    article: admission.id,
    isSettled: true,
    ...(reason === '' ? {} : { reason }),
  };
}

/** Undefined when the bot was stopped before the item was read: it is as if nobody had looked at it. */
async function takeItem(
  polling: Polling,
  source: Source,
  { candidate, mark }: Item,
  { silent, signal }: How,
): Promise<Outcome | undefined> {
  const reading = await polling.readCandidate(candidate, source);
  if (signal?.aborted) return undefined;
  if (reading.kind === 'failed') return { what: 'failed', reason: reading.reason, isSettled: true };
  if (reading.kind === 'held' && (await polling.store.countHold(source.id, mark)) < MOST_HOLDS) {
    return { what: 'held', reason: reading.reason, isSettled: false };
  }
  return admit(polling, source, reading, silent);
}

/** One item, from candidate to fate. What goes wrong with it stays with it, and it is tried again at the next poll. */
async function settleItem(polling: Polling, source: Source, item: Item, how: How): Promise<boolean> {
  const { candidate } = item;
  const taken = await takeItem(polling, source, item, how).catch(async (error: unknown): Promise<Outcome> => {
    polling.log.error(
      { err: error, source: source.id, item: candidate.guid },
      'An item could not be taken in',
    );
    const isSettled = (await polling.store.countHold(source.id, item.mark)) >= MOST_HOLDS;
    return { what: 'failed', reason: 'something went wrong within the bot; the log says what', isSettled };
  });
  if (taken === undefined) return false;
  const { isSettled, ...outcome } = taken;
  if (outcome.what === 'failed' || outcome.what === 'held') {
    const { what, reason } = outcome;
    polling.log.warn({ source: source.id, item: candidate.guid, what, reason }, 'An item was not taken in');
  }
  await polling.fates.record({
    atMs: polling.clock.now(),
    source: source.id,
    item: candidate.guid,
    ...outcome,
    ...(candidate.title === undefined ? {} : { title: candidate.title }),
    ...(candidate.url === undefined ? {} : { url: candidate.url }),
  });
  return isSettled;
}

/** Oldest first, so that posts go out in the order of the news; feeds without dates are read from their end. */
function inOrder(items: readonly Candidate[]): readonly Item[] {
  const timed = items.map((candidate) => ({
    item: { candidate, mark: markOf(candidate) },
    ms: Date.parse(candidate.publishedAt ?? ''),
  }));
  return timed
    .toReversed()
    .toSorted((a, b) => (Number.isNaN(a.ms) || Number.isNaN(b.ms) ? 0 : a.ms - b.ms))
    .map(({ item }) => item);
}

/** Takes in what is new; an item is remembered only after the archive has it. Answers whether some must be read again. */
async function takeItems(
  polling: Polling,
  source: Source,
  reading: Extract<SourceReading, { kind: 'items' }>,
  how: How,
): Promise<boolean> {
  const items = inOrder(reading.items);
  const marks = items.map((item) => item.mark);
  const unseen = new Set(await polling.store.unseen(source.id, marks));
  const unsettled = new Set<string>();
  for (const item of items) {
    if (!unseen.delete(item.mark)) continue;
    const isSettled = !how.signal?.aborted && (await settleItem(polling, source, item, how));
    if (isSettled) await polling.store.remember(source.id, [item.mark], []);
    else unsettled.add(item.mark);
  }
  const current = marks.filter((mark) => !unsettled.has(mark));
  if (current.length > 0) await polling.store.remember(source.id, [], current);
  return unsettled.size > 0;
}

async function recordProblems(
  { fates, clock, log }: Polling,
  source: Source,
  reading: Extract<SourceReading, { kind: 'items' }>,
): Promise<void> {
  for (const { item, reason } of reading.problems) {
    log.warn({ source: source.id, item, reason }, 'An item of a feed cannot be used');
    await fates.record({ atMs: clock.now(), source: source.id, item, what: 'failed', reason });
  }
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
  let isUnfinished = false;
  if (reading.kind === 'items') {
    await recordProblems(polling, source, reading);
    const silent = source.startsSilent && before.lastOkAtMs === undefined;
    isUnfinished = await takeItems(polling, source, reading, { silent, signal });
  }
  if (signal?.aborted && (isUnfinished || reading.kind === 'failed')) return;
  const polled = afterPoll(before, reading, pace, { nowMs: clock.now(), chance: chance() });
  await store.setState(source.id, isUnfinished ? withoutValidators(polled.state) : polled.state);
  await tell(polling, source, reading, polled.news);
}

/** So that the next answer has all items again, those that were put off among them. */
function withoutValidators({ etag: _etag, lastModified: _lastModified, ...state }: SourceState): SourceState {
  return state;
}
