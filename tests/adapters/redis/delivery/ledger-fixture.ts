import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connectRedis, type RedisClient } from '../../../../src/adapters/redis/connect.ts';
import { type DeliveryKeys, deliveryKeys } from '../../../../src/adapters/redis/delivery/delivery-keys.ts';
import type { Log } from '../../../../src/app/ports/clock.ts';
import type { BroadcastLedger } from '../../../../src/app/ports/ledger.ts';

export const SILENT_LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export type Bench = {
  readonly redis: RedisClient;
  readonly botId: string;
  readonly keys: DeliveryKeys;
  readonly log: Log;
};

/** A connection of its own and a bot that nobody else has. */
export function freshBot(): Bench {
  const redis = connectRedis(inject('redisUrl'), { log: SILENT_LOG });
  afterAll(async () => {
    await redis.quit();
  });
  const botId = randomBytes(6).toString('hex');
  return { redis, botId, keys: deliveryKeys(botId), log: SILENT_LOG };
}

/** A clock that stands still until it is moved, and moves by itself for whoever sleeps. */
export function virtualClock(startMs = 1_750_000_000_000): {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  advance: (ms: number) => void;
} {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    sleep: async (ms) => {
      nowMs += Math.max(0, ms);
      await new Promise((resolve) => setImmediate(resolve));
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

/** waiting + in flight + sent + unreachable + failed + unknown − audience: 0, always. */
export async function imbalance(broadcasts: BroadcastLedger): Promise<number[]> {
  return (await broadcasts.recent(100)).map(({ counts }) => {
    const { audience, waiting, inFlight, sent, unreachable, failed, unknown } = counts;
    return waiting + inFlight + sent + unreachable + failed + unknown - audience;
  });
}
