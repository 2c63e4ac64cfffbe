import type { Segment } from '../../../app/ports/ledger.ts';
import type { RedisClient } from '../connect.ts';
import type { DeliveryKeys } from './delivery-keys.ts';
import { baseLanguage, CHATS_IN_A_BUCKET } from './subscribers.ts';

/** A segment as bitmaps and a first number. */
export type AudienceBounds = { readonly languages: readonly string[]; readonly first: number };

export type AudienceReader = {
  /** Of a segment as JSON. */
  readonly bounds: (segment: string) => Promise<AudienceBounds>;
  readonly count: (segment: Segment) => Promise<number>;
};

export function audienceReader(redis: RedisClient, keys: DeliveryKeys): AudienceReader {
  const boundsOf = async ({ languages, joinedSinceMs }: Segment): Promise<AudienceBounds> => ({
    languages: (languages ?? []).map((tag) => keys.subscribersByLanguage + baseLanguage(tag)),
    first: joinedSinceMs === undefined ? 1 : await firstJoinedSince(redis, keys, joinedSinceMs),
  });
  return {
    bounds: (segment) => boundsOf(JSON.parse(segment) as Segment),
    count: async (segment) => {
      const { languages, first } = await boundsOf(segment);
      const active = await redis.getBuffer(keys.activeSubscribers);
      if (active === null) return 0;
      const spoken = await Promise.all(languages.map((key) => redis.getBuffer(key)));
      return countBits(active, languages.length === 0 ? undefined : spoken, first);
    },
  };
}

function countBits(active: Buffer, spoken: readonly (Buffer | null)[] | undefined, first: number): number {
  let count = 0;
  for (let index = Math.floor(first / 8); index < active.length; index++) {
    const allowed = spoken?.reduce((bits, buffer) => bits | (buffer?.[index] ?? 0), 0) ?? 0xff;
    const isFirst = index === Math.floor(first / 8);
    let byte = (active[index] ?? 0) & allowed & (isFirst ? 0xff >> (first % 8) : 0xff);
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
