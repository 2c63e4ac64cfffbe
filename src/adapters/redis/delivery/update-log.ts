import { randomBytes } from 'node:crypto';
import type { UpdateLog } from '../../../app/ports/delivery.ts';
import { type DeliveryStore, SYSTEM_CLOCK } from './delivery-store.ts';
import { type Append, appending } from './update-append.ts';
import { createHands, type Hands } from './update-hands.ts';
import { handleTurn, type TurnHandling } from './update-turn.ts';
import { createTurnStream } from './update-turns.ts';

export type UpdateLogOptions<U> = {
  /** Told when an update failed for good; it is kept aside in Redis. */
  readonly onAside?: (update: U, reason: string) => Promise<void>;
  /** Updates that one process has in hand at once. */
  readonly concurrency?: number;
  /** A process that gave no sign for this long is dead, and its updates are taken over; in ms. */
  readonly takeOverMs?: number;
  /** Updates that are kept unhandled at most; beyond it none is taken, so Telegram keeps them. */
  readonly most?: number;
};

const CONCURRENCY = 256;
const TAKE_OVER_MS = 10_000;
const MOST_KEPT = 100_000;
/** Lua takes some thousand arguments at once. */
const APPEND_BATCH = 500;
const AFTER_FAILURE_MS = 1_000;

/** The process that handles updates, as far as whoever keeps them needs to know of it. */
type Taker<U> = {
  readonly consumer: string;
  /** Turns that it may take now, of so many. */
  readonly roomFor: (wanted: number) => number;
  readonly hands: Hands<U>;
};

/**
 * The update log. `append` throws when it is full or Redis does not answer: the update must then not be confirmed.
 * `run` may be called in any number of processes; in one that appends as well, what is kept is taken in the same step.
 */
export function createUpdateLog<U extends { readonly update_id: number }>(
  store: DeliveryStore & UpdateLogOptions<U>,
): UpdateLog<U> {
  const append = appending<U>(store, store.most ?? MOST_KEPT);
  const taking: { by?: Taker<U> } = {};
  return {
    append: async (updates) => {
      for (let from = 0; from < updates.length; from += APPEND_BATCH) {
        await appendOne(append, taking.by, updates.slice(from, from + APPEND_BATCH));
      }
    },
    run: async (handle, signal) => {
      try {
        await runTurns(store, handle, signal, taking);
      } finally {
        delete taking.by;
      }
    },
  };
}

async function appendOne<U>(
  append: Append<U>,
  taker: Taker<U> | undefined,
  updates: readonly U[],
): Promise<void> {
  const most = taker?.roomFor(updates.length) ?? 0;
  if (taker === undefined || most === 0) await append(updates);
  else await taker.hands.expect(most, () => append(updates, { consumer: taker.consumer, most }));
}

async function runTurns<U extends { readonly update_id: number }>(
  store: DeliveryStore & UpdateLogOptions<U>,
  handle: (update: U) => Promise<void>,
  signal: AbortSignal,
  taking: { by?: Taker<U> },
): Promise<void> {
  const { log, clock = SYSTEM_CLOCK, concurrency = CONCURRENCY, takeOverMs = TAKE_OVER_MS } = store;
  const consumer = randomBytes(6).toString('base64url');
  const turns = createTurnStream<U>(store, consumer);
  const handling: TurnHandling<U> = { ...store, clock, handle, turns };
  const hands = createHands<U>(concurrency, (turn) => handleTurn(handling, turn));

  const surviving = async (work: () => Promise<void>): Promise<void> => {
    await work().catch(async (error: unknown) => {
      log.warn({ err: error }, 'The updates wait: Redis could not be asked');
      await clock.sleep(AFTER_FAILURE_MS, signal);
    });
  };
  // Whoever gives no sign counts as dead, so signs go on while a stop waits for what is in hand.
  const sign = (): Promise<void> => surviving(() => turns.keep(hands.ids()));
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await sign();
      await surviving(async () => hands.take(await turns.takeOver(takeOverMs)));
      await clock.sleep(takeOverMs / 3, signal);
    }
    while (!hands.isEmpty()) {
      await sign();
      await Promise.race([clock.sleep(takeOverMs / 3), hands.untilEmpty()]);
    }
  };

  const roomFor = (wanted: number): number => (signal.aborted ? 0 : Math.min(wanted, hands.room()));
  taking.by = { consumer, hands, roomFor };
  const watching = watch();
  while (!signal.aborted) {
    // Half of it is left for what this process keeps itself meanwhile.
    const most = Math.ceil(hands.room() / 2);
    if (most === 0) await hands.untilRoom();
    else await surviving(() => hands.expect(most, () => turns.next(most)));
  }
  await hands.untilEmpty();
  await watching;
  turns.close();
}
