import { randomBytes } from 'node:crypto';
import type { Broadcast, BroadcastId } from '../../../app/ports/delivery.ts';
import type { BroadcastLedger, Segment } from '../../../app/ports/ledger.ts';
import { movesOf } from '../../../domain/delivery/broadcast-states.ts';
import { loadScript } from '../load-scripts.ts';
import { audienceReader } from './broadcast-audience.ts';
import { toBroadcast } from './broadcast-record.ts';
import { createBroadcastSending } from './broadcast-sending.ts';
import { readUndelivered } from './broadcast-undelivered.ts';
import type { BudgetLimits } from './budget.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK, timeArgument } from './delivery-store.ts';

export type BroadcastTimes = {
  /** Until a claim that was not begun goes back to the waiting, in ms. */
  readonly claimMs?: number;
  /** Longer than any send can take: after it the outcome counts as unknown, in ms. */
  readonly sendMs?: number;
  /** Between two showings of a broadcast's progress, in ms. */
  readonly tellEveryMs?: number;
};

/** A draft that nobody started is forgotten after this. */
const DRAFT_SECONDS = 7 * 86_400;

export function createBroadcasts(store: DeliveryStore & BudgetLimits & BroadcastTimes): BroadcastLedger {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const move = loadScript(redis, 'delivery-broadcast-command');
  const audience = audienceReader(redis, keys);

  const get = async (id: BroadcastId): ReturnType<BroadcastLedger['get']> =>
    toBroadcast(id, await redis.hgetall(keys.broadcast(id)));

  const step = async (id: BroadcastId, name: Parameters<typeof movesOf>[0]): ReturnType<typeof get> => {
    const { languages, first } = await audience.bounds(
      (await redis.hget(keys.broadcast(id), 'segment')) ?? '{}',
    );
    const scriptKeys = [
      keys.broadcast(id),
      keys.liveBroadcasts,
      keys.untoldBroadcasts,
      keys.broadcast(id, 'todo'),
      keys.broadcast(id, 'unknown'),
      keys.activeSubscribers,
      keys.plannedBroadcasts,
      ...languages,
    ];
    const moves = movesOf(name).flatMap(({ from, to }) => [from, to]);
    const moved = await move(scriptKeys, [timeArgument(store), name, id, first, ...moves]);
    return moved === 1 ? get(id) : undefined;
  };

  const many = async (ids: readonly string[]): Promise<Awaited<ReturnType<BroadcastLedger['running']>>> =>
    (await Promise.all(ids.map((id) => get(id as BroadcastId)))).flatMap((found) => found ?? []);

  const written = async (id: BroadcastId): Promise<Broadcast> => {
    const draft = await get(id);
    if (draft === undefined) throw new Error('Redis did not keep the draft of a broadcast');
    return draft;
  };

  return {
    draft: async (content, editorChat) => written(await writeDraft(store, {}, content, editorChat)),
    draftFor: async (...draft) => written(await writeDraft(store, ...draft)),
    get,
    command: step,
    repeatUnknown: (id) => step(id, 'repeat'),
    setProgressMessage: async (id, messageId) => {
      await redis.hset(keys.broadcast(id), 'progressMessageId', messageId);
    },
    running: async () =>
      (await many(await redis.smembers(keys.liveBroadcasts))).filter(({ status }) => status === 'running'),
    recent: async (limit) => (limit < 1 ? [] : many(await redis.zrevrange(keys.broadcasts, 0, limit - 1))),
    audienceOf: async (segment: Segment) => audience.count(segment),
    undelivered: (id) => readUndelivered(redis, keys, id),
    plan: async (id, atMs) => {
      if ((await redis.hget(keys.broadcast(id), 'status')) !== 'draft') return false;
      await redis.persist(keys.broadcast(id));
      await redis.zadd(keys.plannedBroadcasts, atMs, id);
      return true;
    },
    startPlanned: async () => {
      const due = await redis.zrangebyscore(keys.plannedBroadcasts, '-inf', clock.now());
      for (const id of due) {
        const started = await step(id as BroadcastId, 'start');
        if (started === undefined) await redis.zrem(keys.plannedBroadcasts, id);
      }
    },
    ...createBroadcastSending(store, get),
  };
}

async function writeDraft(
  { redis, botId, clock = SYSTEM_CLOCK }: DeliveryStore,
  ...[segment, content, editorChat]: Parameters<BroadcastLedger['draftFor']>
): Promise<BroadcastId> {
  const keys = deliveryKeys(botId);
  const createdAtMs = clock.now();
  const id = `${createdAtMs.toString(36)}${randomBytes(3).toString('hex')}` as BroadcastId;
  const counts = { audience: 0, waiting: 0, inFlight: 0, sent: 0, unreachable: 0, failed: 0, unknown: 0 };
  await redis.hset(keys.broadcast(id), {
    status: 'draft',
    content: JSON.stringify(content),
    segment: JSON.stringify(segment),
    editorChat,
    createdAtMs,
    ...counts,
  });
  await redis.expire(keys.broadcast(id), DRAFT_SECONDS);
  await redis.zadd(keys.broadcasts, createdAtMs, id);
  return id;
}
