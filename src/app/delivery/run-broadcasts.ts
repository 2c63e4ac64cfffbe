import type { Clock, Log } from '../ports/clock.ts';
import type { Broadcast, BroadcastId, Budget, Subscribers } from '../ports/delivery.ts';
import type { BroadcastClaim, BroadcastLedger, Recipient } from '../ports/ledger.ts';
import type { Sender } from '../ports/telegram.ts';
import type { TellDesk } from './desk-notice.ts';
import { readyToSend, sendToRecipient } from './send-to-recipient.ts';

export type RunBroadcasts = {
  readonly broadcasts: BroadcastLedger;
  readonly subscribers: Subscribers;
  readonly budget: Budget;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: Log;
  readonly desk: TellDesk;
  /** Shows the progress of a broadcast; called at most every two seconds for each, over all processes. */
  readonly onProgress: (broadcast: Broadcast) => Promise<void>;
  /** A planned one has started, or was overdue for so long that its editor is to say again when. */
  readonly onPlanned?: (broadcast: Broadcast, what: 'started' | 'missed') => Promise<void>;
  /** Sends that this process may have in hand at once. */
  readonly concurrency?: number;
};

/** More than connections: some wait for the ledger while others are sent. */
const CONCURRENCY = 100;
/** What is live is looked up so often while there is work, in ms. */
const LISTED_MS = 250;
/** Between two looks for work when there is none, in ms: a start is noticed within it. */
const IDLE_MS = 500;
/** Looks for work are no rarer than this, so that a pause ends and an expiry is seen. */
const LONGEST_WAIT_MS = 1_000;
/** Telegram does not answer: the audience is not to be used up while it is away. */
const SILENCE_MS = { after: 3, first: 1_000, longest: 15_000 } as const;

/** What a worker has in hand, and how Telegram behaves towards it. */
type Worker = {
  readonly world: RunBroadcasts;
  readonly inHand: Set<Promise<void>>;
  readonly known: Map<BroadcastId, Broadcast>;
  live: { readonly ids: readonly BroadcastId[]; readonly atMs: number };
  silentInARow: number;
  /** Called when one of those in hand is done. */
  freed: () => void;
};

/**
 * Works on all running broadcasts until the signal fires, then finishes what is in hand. Any number of processes do
 * this at once; one that is killed leaves at most its sends in flight unknown.
 */
export async function runBroadcasts(world: RunBroadcasts, signal: AbortSignal): Promise<void> {
  const worker: Worker = {
    ...{ world, inHand: new Set(), known: new Map(), silentInARow: 0 },
    live: { ids: [], atMs: 0 },
    freed: () => undefined,
  };
  const telling = keepTelling(world, signal);
  let round = 0;
  while (!signal.aborted) {
    const waitMs = await oneRound(worker, round++, signal).catch((error: unknown) => {
      world.log.warn({ err: error }, 'The broadcasts wait: Redis could not be asked');
      return LONGEST_WAIT_MS;
    });
    await world.clock.sleep(Math.max(waitMs, silenceMs(worker)), signal);
  }
  await Promise.all(worker.inHand);
  await telling;
}

function silenceMs({ silentInARow }: Worker): number {
  if (silentInARow < SILENCE_MS.after) return 0;
  return Math.min(SILENCE_MS.first * 2 ** (silentInARow - SILENCE_MS.after), SILENCE_MS.longest);
}

/** Gives each live broadcast its turn, another first each time. Answers how long nothing more can be done. */
async function oneRound(worker: Worker, round: number, signal: AbortSignal): Promise<number> {
  const live = await liveOf(worker);
  if (live.length === 0) return IDLE_MS;
  let waitMs = LONGEST_WAIT_MS;
  for (let turn = 0; turn < live.length && !signal.aborted; turn++) {
    const id = live[(round + turn) % live.length];
    if (id !== undefined) waitMs = Math.min(waitMs, await oneTurn(worker, id, live.length));
  }
  return waitMs;
}

async function liveOf(worker: Worker): Promise<readonly BroadcastId[]> {
  const { broadcasts, clock } = worker.world;
  const { ids, atMs } = worker.live;
  if (ids.length > 0 && Math.abs(clock.now() - atMs) < LISTED_MS) return ids;
  worker.live = { ids: [...(await broadcasts.live())].sort(), atMs: clock.now() };
  return worker.live.ids;
}

async function oneTurn(worker: Worker, id: BroadcastId, sharers: number): Promise<number> {
  const { world, inHand } = worker;
  const concurrency = world.concurrency ?? CONCURRENCY;
  if (inHand.size >= concurrency) await oneDone(worker);
  const room = Math.max(1, Math.floor((concurrency - inHand.size) / sharers));
  const claim = await world.broadcasts.claim(id, room);
  if (claim.kind === 'stopped') {
    worker.known.delete(id);
    worker.live = { ids: [], atMs: 0 };
    return IDLE_MS;
  }
  if (claim.kind === 'later') return Math.min(claim.ms, LONGEST_WAIT_MS);
  await takeInHand(worker, id, claim);
  return 0;
}

function oneDone(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.freed = resolve;
  });
}

async function takeInHand(
  worker: Worker,
  id: BroadcastId,
  { recipients }: Extract<BroadcastClaim, { kind: 'claimed' }>,
): Promise<void> {
  // What a broadcast says never changes once it runs.
  const known = worker.known.get(id) ?? (await worker.world.broadcasts.get(id));
  if (known === undefined) return;
  const broadcast = worker.known.has(id) ? known : readyToSend(known);
  worker.known.set(id, broadcast);
  for (const recipient of recipients) {
    const sending = oneMessage(worker, broadcast, recipient).finally(() => {
      worker.inHand.delete(sending);
      worker.freed();
    });
    worker.inHand.add(sending);
  }
}

async function oneMessage(worker: Worker, broadcast: Broadcast, recipient: Recipient): Promise<void> {
  try {
    const ending = await sendToRecipient(worker.world, broadcast, recipient);
    if (ending === 'no-answer') worker.silentInARow++;
    else if (ending !== 'not begun') worker.silentInARow = 0;
  } catch (error) {
    // The claim expires and says what is known: nothing, if the send had begun.
    worker.world.log.warn({ err: error, broadcast: broadcast.id }, 'A delivery could not be written down');
  }
}

async function keepTelling(world: RunBroadcasts, signal: AbortSignal): Promise<void> {
  const { broadcasts, clock, log } = world;
  while (!signal.aborted) {
    try {
      await startPlanned(world);
      for (const broadcast of await broadcasts.toTell()) await tell(world, broadcast);
    } catch (error) {
      log.warn({ err: error }, 'The progress of a broadcast could not be shown');
    }
    await clock.sleep(IDLE_MS, signal);
  }
}

async function startPlanned({ broadcasts, onPlanned, log }: RunBroadcasts): Promise<void> {
  const { started, missed } = await broadcasts.startPlanned();
  for (const broadcast of started) {
    log.info(
      { broadcast: broadcast.id, audience: broadcast.counts.audience },
      'A planned broadcast has started',
    );
    await onPlanned?.(broadcast, 'started');
  }
  for (const broadcast of missed) {
    log.warn({ broadcast: broadcast.id }, 'A planned broadcast is overdue; its editor is asked');
    await onPlanned?.(broadcast, 'missed');
  }
}

async function tell(
  { broadcasts, onProgress, desk, log }: RunBroadcasts,
  broadcast: Broadcast,
): Promise<void> {
  await onProgress(broadcast);
  if (broadcast.status === 'finished') {
    log.info({ broadcast: broadcast.id, ...broadcast.counts }, 'A broadcast is finished');
  }
  const { status, note, counts } = broadcast;
  if (status === 'paused' && note !== undefined && counts.inFlight === 0) {
    log.warn({ broadcast: broadcast.id, reason: note }, 'A broadcast paused by itself');
    await desk({ kind: 'broadcast paused by itself', broadcast, reason: note });
  }
  await broadcasts.told(broadcast);
}
