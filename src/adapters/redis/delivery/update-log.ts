import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import type { UpdateLog } from '../../../app/ports/delivery.ts';
import { loadScript } from '../load-scripts.ts';
import { chatOfUpdate } from './chat-of-update.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK } from './delivery-store.ts';
import { handleTurn, type TurnHandling } from './update-turn.ts';
import { createTurnStream, type Turn } from './update-turns.ts';

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
/** Telegram repeats an update for a day at most. */
const REMEMBER_SECONDS = 3 * 86_400;
/** Lua takes some thousand arguments at once. */
const APPEND_BATCH = 500;
const AFTER_FAILURE_MS = 1_000;

/**
 * The update log. `append` throws when it is full or Redis does not answer: the update must then not be confirmed.
 * `run` may be called in any number of processes.
 */
export function createUpdateLog<U extends { readonly update_id: number }>(
  store: DeliveryStore & UpdateLogOptions<U>,
): UpdateLog<U> {
  const { redis, botId, most = MOST_KEPT } = store;
  const keys = deliveryKeys(botId);
  const appendScript = loadScript(redis, 'delivery-updates-append');
  const appendKeys = ['turns', 'active', 'kept', 'waiting:', 'seen:'].map((part) => keys.updates(part));

  return {
    append: async (updates) => {
      for (let from = 0; from < updates.length; from += APPEND_BATCH) {
        const args = updates
          .slice(from, from + APPEND_BATCH)
          .flatMap((update) => [update.update_id, chatOfUpdate(update), JSON.stringify(update)]);
        if ((await appendScript(appendKeys, [most, REMEMBER_SECONDS, ...args])) === -1) {
          throw new Error(`${most} updates wait to be handled; no more are taken until some are`);
        }
      }
    },
    run: (handle, signal) => runTurns(store, handle, signal),
  };
}

async function runTurns<U extends { readonly update_id: number }>(
  store: DeliveryStore & UpdateLogOptions<U>,
  handle: (update: U) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { log, clock = SYSTEM_CLOCK, concurrency = CONCURRENCY, takeOverMs = TAKE_OVER_MS } = store;
  const turns = createTurnStream(store, randomBytes(6).toString('base64url'));
  const handling: TurnHandling<U> = { ...store, clock, handle, turns };
  const inHand = new Map<string, Promise<void>>();

  // Turns end in batches: the next are read for all that ended together.
  const ends = new EventEmitter();
  const room = async (): Promise<void> => {
    await once(ends, 'end');
    await setImmediate();
  };
  const take = (found: readonly Turn[]): void => {
    for (const turn of found) {
      if (inHand.has(turn.id)) continue;
      inHand.set(
        turn.id,
        handleTurn(handling, turn).finally(() => {
          inHand.delete(turn.id);
          ends.emit('end');
        }),
      );
    }
  };
  const surviving = async (work: () => Promise<void>): Promise<void> => {
    await work().catch(async (error: unknown) => {
      log.warn({ err: error }, 'The updates wait: Redis could not be asked');
      await clock.sleep(AFTER_FAILURE_MS, signal);
    });
  };
  // Whoever gives no sign counts as dead, so signs go on while a stop waits for what is in hand.
  const sign = (): Promise<void> => surviving(() => turns.keep([...inHand.keys()]));
  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      await sign();
      await surviving(async () => take(await turns.takeOver(takeOverMs)));
      await clock.sleep(takeOverMs / 3, signal);
    }
    while (inHand.size > 0) {
      await sign();
      await Promise.race([clock.sleep(takeOverMs / 3), Promise.all(inHand.values())]);
    }
  };

  const watching = watch();
  while (!signal.aborted) {
    if (inHand.size >= concurrency) await room();
    else await surviving(async () => take(await turns.next(concurrency - inHand.size)));
  }
  await Promise.all(inHand.values());
  await watching;
  turns.close();
}
