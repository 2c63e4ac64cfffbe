import type { BroadcastId } from '../../../app/ports/delivery.ts';
import type { BroadcastLedger } from '../../../app/ports/ledger.ts';
import { movesOf } from '../../../domain/delivery/broadcast-states.ts';
import { loadScript } from '../load-scripts.ts';
import { audienceReader } from './broadcast-audience.ts';
import { createBroadcastDrafts } from './broadcast-drafts.ts';
import { toBroadcast } from './broadcast-record.ts';
import { createBroadcastSending } from './broadcast-sending.ts';
import { readUndelivered } from './broadcast-undelivered.ts';
import type { BudgetLimits } from './budget.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK, timeArgument } from './delivery-store.ts';
import { createNotices } from './notices.ts';

export type BroadcastTimes = {
  /** Until a claim that was not begun goes back to the waiting, in ms. */
  readonly claimMs?: number;
  /** Longer than any send can take: after it the outcome counts as unknown, in ms. */
  readonly sendMs?: number;
  /** Between two showings of a broadcast's progress, in ms. */
  readonly tellEveryMs?: number;
};

export function createBroadcasts(store: DeliveryStore & BudgetLimits & BroadcastTimes): BroadcastLedger {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const move = loadScript(redis, 'delivery-broadcast-command');
  const audience = audienceReader(redis, keys, clock);

  const get = async (id: BroadcastId): ReturnType<BroadcastLedger['get']> =>
    toBroadcast(id, await redis.hgetall(keys.broadcast(id)));

  const step = async (id: BroadcastId, name: Parameters<typeof movesOf>[0]): ReturnType<typeof get> => {
    const segment = name === 'start' ? await redis.hget(keys.broadcast(id), 'segment') : null;
    const { lists, first } = await audience.bounds(segment ?? '{}');
    const scriptKeys = [
      keys.broadcast(id),
      keys.liveBroadcasts,
      keys.untoldBroadcasts,
      keys.broadcast(id, 'todo'),
      keys.broadcast(id, 'unknown'),
      keys.activeSubscribers,
      keys.plannedBroadcasts,
      keys.broadcast(id, 'segment'),
      ...lists.flat(),
    ];
    const moves = movesOf(name).flatMap(({ from, to }) => [from, to]);
    const sizes = lists.map(({ length }) => length);
    const args = [timeArgument(store), name, id, first, sizes.length, ...sizes, ...moves];
    const moved = await move(scriptKeys, args);
    return moved === 1 ? get(id) : undefined;
  };

  const many = async (ids: readonly string[]): Promise<Awaited<ReturnType<BroadcastLedger['running']>>> =>
    (await Promise.all(ids.map((id) => get(id as BroadcastId)))).flatMap((found) => found ?? []);

  return {
    ...createBroadcastDrafts(store, get, step),
    ...createNotices(store, get, step),
    get,
    command: step,
    repeatUnknown: (id) => step(id, 'repeat'),
    setProgressMessage: async (id, messageId) => {
      await redis.hset(keys.broadcast(id), 'progressMessageId', messageId);
    },
    running: async () =>
      (await many(await redis.smembers(keys.liveBroadcasts))).filter(({ status }) => status === 'running'),
    recent: async (limit) => (limit < 1 ? [] : many(await redis.zrevrange(keys.broadcasts, 0, limit - 1))),
    audienceOf: audience.count,
    undelivered: (id) => readUndelivered(redis, keys, id),
    ...createBroadcastSending(store, get),
  };
}
