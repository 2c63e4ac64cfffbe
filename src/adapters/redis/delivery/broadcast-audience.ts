import { randomBytes } from 'node:crypto';
import { ACTIVITY_DAYS, type Segment } from '../../../domain/delivery/segment.ts';
import type { RedisClient } from '../connect.ts';
import { loadScript } from '../load-scripts.ts';
import type { DeliveryKeys } from './delivery-keys.ts';
import { baseLanguage, CHATS_IN_A_BUCKET, dayOf } from './subscribers.ts';

/** A segment as lists of bitmaps, of each of which one must have a subscriber, and a first number. */
export type AudienceBounds = { readonly lists: readonly (readonly string[])[]; readonly first: number };

export type AudienceReader = {
  /** Of a segment as JSON. */
  readonly bounds: (segment: string) => Promise<AudienceBounds>;
  readonly count: (segment: Segment) => Promise<number>;
};

const DAY_MS = 86_400_000;
/** Followers are marked in a bitmap for the moment; it is gone after this, in ms. */
const PASSING_MS = 60_000;
/** Followers that are marked in one trip, so that Redis is never long at it. */
const MARKED_AT_ONCE = 1_000;

export function audienceReader(
  redis: RedisClient,
  keys: DeliveryKeys,
  clock: { readonly now: () => number },
): AudienceReader {
  const mark = loadScript(redis, 'delivery-mark-numbers');
  const followersOf = async (follow: string): Promise<string> => {
    const bitmap = keys.passingNumbers + randomBytes(6).toString('hex');
    let cursor = '0';
    do {
      const [next, numbers] = await redis.sscan(keys.followersOf + follow, cursor, 'COUNT', MARKED_AT_ONCE);
      if (numbers.length > 0) await mark([bitmap], [PASSING_MS, ...numbers]);
      cursor = next;
    } while (cursor !== '0');
    return bitmap;
  };
  const boundsOf = async (segment: Segment): Promise<AudienceBounds> => {
    const { languages = [], joinedWithinDays, activeWithinDays, follows = [] } = segment;
    const sinceMs = joinedWithinDays === undefined ? undefined : clock.now() - joinedWithinDays * DAY_MS;
    const lists = [
      languages.map((tag) => keys.subscribersByLanguage + baseLanguage(tag)),
      lastDays(clock.now(), activeWithinDays).map((day) => keys.seenOn + day),
      await Promise.all(follows.map(followersOf)),
    ];
    return {
      lists: lists.filter((list) => list.length > 0),
      first: sinceMs === undefined ? 1 : await firstJoinedSince(redis, keys, sinceMs),
    };
  };
  return {
    bounds: (segment) => boundsOf(JSON.parse(segment) as Segment),
    count: async (segment) => {
      const { lists, first } = await boundsOf(segment);
      const active = await redis.getBuffer(keys.activeSubscribers);
      if (active === null) return 0;
      const read = lists.map((names) => Promise.all(names.map((name) => redis.getBuffer(name))));
      return countBits(active, await Promise.all(read), first);
    },
  };
}

/** Today and the days before it, so many in all. */
function lastDays(nowMs: number, count: number | undefined): readonly number[] {
  const length = Math.min(count ?? 0, ACTIVITY_DAYS);
  return Array.from({ length }, (_, back) => dayOf(nowMs) - back);
}

function countBits(active: Buffer, lists: readonly (readonly (Buffer | null)[])[], first: number): number {
  let count = 0;
  const firstIndex = Math.floor(first / 8);
  for (let index = firstIndex; index < active.length; index++) {
    let byte = (active[index] ?? 0) & (index === firstIndex ? 0xff >> (first % 8) : 0xff);
    for (const list of lists) byte &= list.reduce((bits, buffer) => bits | (buffer?.[index] ?? 0), 0);
    for (; byte !== 0; byte &= byte - 1) count++;
  }
  return count;
}

/** Numbers run with the time of the first subscription: a binary search finds the first of a time. */
async function firstJoinedSince(redis: RedisClient, keys: DeliveryKeys, sinceMs: number): Promise<number> {
  let low = 1;
  let high = Number((await redis.hget(keys.subscribers, 'highest')) ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const bucket = `${keys.subscribersByNumber}${Math.floor(middle / CHATS_IN_A_BUCKET)}`;
    const record = await redis.hget(bucket, String(middle % CHATS_IN_A_BUCKET));
    const joinedMs = Number(record?.split(' ')[1] ?? 0) * 1000;
    if (joinedMs < sinceMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
