import type { Source, SourceState, SourceStore } from '../../app/ports/sources.ts';
import type { RedisClient } from './connect.ts';
import { SYSTEM_CLOCK } from './delivery/delivery-store.ts';
import { redisKeys } from './keys.ts';
import { onceLeased } from './lease.ts';

/** A source's marks are kept for so many items beside those it shows now: a feed may shrink and grow again. */
const MOST_MARKS = 5_000;
const HOLDS_KEPT_S = 7 * 86_400;
const BACKLOG_KEPT_S = 30 * 86_400;
/** Marks are written in pieces of so many. */
const AT_ONCE = 1_000;

export type SourceStoreOptions = { readonly redis: RedisClient; readonly botId: string };

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function toSource(json: string): Source | undefined {
  const value = parse(json);
  const isSource = isRecord(value) && typeof value['id'] === 'string' && typeof value['url'] === 'string';
  return isSource ? (value as Source) : undefined;
}

function toState(json: string | null): SourceState | undefined {
  const value = json === null ? undefined : parse(json);
  const isState =
    isRecord(value) && typeof value['dueAtMs'] === 'number' && typeof value['failures'] === 'number';
  return isState ? (value as SourceState) : undefined;
}

function pieces<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_none, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}

/**
 * Sources in Redis. Keys: `sources` and `source-states` are hashes by id, `sources-due` orders ids by when
 * they are due; of each source `seen` is a sorted set of
 * marks by when they were last shown, `backlog` a set of what it showed first, `holds` a hash of counts, `polling` the lease of the worker that asks it.
 */
export function createSourceStore({ redis, botId }: SourceStoreOptions): SourceStore {
  const { own } = redisKeys(botId);
  const [sources, states, due] = [`${own}:sources`, `${own}:source-states`, `${own}:sources-due`];
  const seen = (id: string): string => `${own}:source-seen:${id}`;
  const holds = (id: string): string => `${own}:source-holds:${id}`;
  const backlog = (id: string): string => `${own}:source-backlog:${id}`;
  const polling = (id: string): string => `${own}:source-polling:${id}`;
  const stateOf = async (id: string): Promise<SourceState | undefined> =>
    toState(await redis.hget(states, id));
  return {
    list: async () => (await redis.hvals(sources)).flatMap((json) => toSource(json) ?? []),
    put: async (source) => {
      await redis.hset(sources, source.id, JSON.stringify(source));
      if (source.paused) await redis.zrem(due, source.id);
      else await redis.zadd(due, 'NX', (await stateOf(source.id))?.dueAtMs ?? 0, source.id);
    },
    remove: async (id) => {
      await redis.zrem(due, id);
      await redis.hdel(sources, id);
      await redis.hdel(states, id);
      await redis.del(seen(id), holds(id), backlog(id));
    },
    due: async (nowMs, limit) => {
      const ids = await redis.zrangebyscore(due, 0, nowMs, 'LIMIT', 0, limit);
      if (ids.length === 0) return [];
      return (await redis.hmget(sources, ...ids)).flatMap((json) =>
        json === null ? [] : (toSource(json) ?? []),
      );
    },
    state: stateOf,
    setState: async (id, state) => {
      await redis.hset(states, id, JSON.stringify(state));
      await redis.zadd(due, 'XX', state.dueAtMs, id);
    },
    // Whoever lost the lease has a rival now, and what both take in is taken in once: the work need not end.
    whileLeased: (id, work) => onceLeased({ redis, clock: SYSTEM_CLOCK }, polling(id), work),
    unseen: async (id, marks) => {
      const known = await Promise.all(pieces(marks).map((piece) => redis.zmscore(seen(id), ...piece)));
      const scores = known.flat();
      return marks.filter((_mark, i) => scores[i] === null);
    },
    remember: async (id, marks, current) => {
      const now = Date.now();
      const all = [...new Set([...marks, ...current])];
      for (const piece of pieces(all)) await redis.zadd(seen(id), ...piece.flatMap((mark) => [now, mark]));
      await redis.zremrangebyrank(seen(id), 0, -(MOST_MARKS + current.length + 1));
    },
    noteBacklog: async (id, idMarks) => {
      for (const piece of pieces(idMarks)) await redis.sadd(backlog(id), ...piece);
      await redis.expire(backlog(id), BACKLOG_KEPT_S);
    },
    inBacklog: async (id, idMarks) => {
      const known = await Promise.all(
        pieces(idMarks).map((piece) => redis.smismember(backlog(id), ...piece)),
      );
      const flags = known.flat();
      return idMarks.filter((_mark, i) => flags[i] === 1);
    },
    countHold: async (id, mark) => {
      const count = await redis.hincrby(holds(id), mark, 1);
      await redis.expire(holds(id), HOLDS_KEPT_S);
      return count;
    },
  };
}
