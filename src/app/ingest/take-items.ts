import { describeChanges } from '../../domain/article/describe-changes.ts';
import { storyLength } from '../../domain/article/story-text.ts';
import type { Admission } from '../ports/archive.ts';
import {
  type Candidate,
  type CandidateReading,
  FATE_OF_ADMISSION,
  type Fate,
  type Source,
} from '../ports/sources.ts';
import { idMarkOf, markOf } from './item-mark.ts';
import type { Polling } from './polling.ts';
import { watchOn } from './reread-pages.ts';

/** A page that cannot be had is asked for so often before its summary has to do. */
const MOST_HOLDS = 3;
/** Where there is not even a summary, the page is asked for so often: two hours, at the usual interval. */
const MOST_TRIES = 24;

type Outcome = Pick<Fate, 'what' | 'reason' | 'article'> & { readonly isSettled: boolean };

type Item = { readonly candidate: Candidate; readonly mark: string; readonly isSilent: boolean };

export type Taking = {
  /** Whether these are the first items that a silent source shows. */
  readonly isBacklog: boolean;
  /** Epoch milliseconds after which what is left waits for the next poll. */
  readonly untilMs: number;
  readonly signal: AbortSignal | undefined;
};

/** `put off`: some must be read again. `cut short`: time ran out, and the rest is due at once. */
export type Taken = 'all' | 'put off' | 'cut short';

type Read = Extract<CandidateReading, { kind: 'article' | 'held' }>;

/** The page of a story that is news here is looked at again; of a copy, or of what is archive, nobody waits for more. */
async function watchPage(
  polling: Polling,
  source: Source,
  { candidate, isSilent }: Item,
  reading: Read,
  { kind, id: article }: Admission,
): Promise<void> {
  const signs = reading.kind === 'article' ? reading.page : undefined;
  if (signs === undefined || isSilent || kind === 'known') return;
  const { content: _content, summary: _summary, ...item } = candidate;
  const length = storyLength(reading.article);
  const takenAtMs = polling.clock.now();
  await watchOn(polling, { article, source: source.id, item, takenAtMs, length, ...signs });
}

async function admit(polling: Polling, source: Source, item: Item, reading: Read): Promise<Outcome> {
  const { keys } = reading;
  const admission = await polling.takeIn(reading.article, source, { keys, silent: item.isSilent });
  await watchPage(polling, source, item, reading, admission);
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
  item: Item,
  signal: AbortSignal | undefined,
): Promise<Outcome | undefined> {
  const { candidate, mark } = item;
  const reading = await polling.readCandidate(candidate, source);
  if (signal?.aborted) return undefined;
  if (reading.kind === 'failed') {
    const { reason, isTemporary = false } = reading;
    const isSettled = !isTemporary || (await polling.store.countHold(source.id, mark)) >= MOST_TRIES;
    return { what: isSettled ? 'failed' : 'held', reason, isSettled };
  }
  if (reading.kind === 'held' && (await polling.store.countHold(source.id, mark)) < MOST_HOLDS) {
    return { what: 'held', reason: reading.reason, isSettled: false };
  }
  return admit(polling, source, item, reading);
}

/** One item, from candidate to fate. What goes wrong with it stays with it, and it is tried again at the next poll. */
async function settleItem(
  polling: Polling,
  source: Source,
  item: Item,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { candidate } = item;
  const taken = await takeItem(polling, source, item, signal).catch(
    async (error: unknown): Promise<Outcome> => {
      polling.log.error(
        { err: error, source: source.id, item: candidate.guid },
        'An item could not be taken in',
      );
      const isSettled = (await polling.store.countHold(source.id, item.mark)) >= MOST_HOLDS;
      return { what: 'failed', reason: 'something went wrong within the bot; the log says what', isSettled };
    },
  );
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
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const timed = candidates.map((candidate) => ({ candidate, ms: Date.parse(candidate.publishedAt ?? '') }));
  return timed
    .toReversed()
    .toSorted((a, b) => (Number.isNaN(a.ms) || Number.isNaN(b.ms) ? 0 : a.ms - b.ms))
    .map(({ candidate }) => candidate);
}

/** The items with their marks. What a silent source showed first stays silent, however late it is read. */
async function marked(
  { store }: Polling,
  { id, startsSilent }: Source,
  candidates: readonly Candidate[],
  isBacklog: boolean,
): Promise<readonly Item[]> {
  const ids = candidates.map(idMarkOf);
  if (isBacklog) await store.noteBacklog(id, ids);
  const silent = new Set(startsSilent ? await store.inBacklog(id, ids) : []);
  return candidates.map((candidate, at) => ({
    candidate,
    mark: markOf(candidate),
    isSilent: silent.has(ids[at] ?? ''),
  }));
}

/** Takes in what is new; an item is remembered only after the archive has it. */
export async function takeItems(
  polling: Polling,
  source: Source,
  candidates: readonly Candidate[],
  { isBacklog, untilMs, signal }: Taking,
): Promise<Taken> {
  const { store, clock } = polling;
  const items = await marked(polling, source, inOrder(candidates), isBacklog);
  const marks = items.map((item) => item.mark);
  const unseen = new Set(await store.unseen(source.id, marks));
  const unsettled = new Set<string>();
  let taken: Taken = 'all';
  for (const item of items) {
    if (!unseen.delete(item.mark)) continue;
    const isLate = signal?.aborted === true || clock.now() > untilMs;
    if (isLate) taken = 'cut short';
    else if (await settleItem(polling, source, item, signal)) {
      await store.remember(source.id, [item.mark], []);
      continue;
    } else if (taken === 'all') taken = 'put off';
    unsettled.add(item.mark);
  }
  const current = marks.filter((mark) => !unsettled.has(mark));
  if (current.length > 0) await store.remember(source.id, [], current);
  return taken;
}
