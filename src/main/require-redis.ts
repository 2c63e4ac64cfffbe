import type { RedisClient } from '../adapters/redis/connect.ts';
import { readDurability } from '../adapters/redis/connect-durability.ts';
import type { Clock } from '../app/ports/clock.ts';

/** At start, someone watches: better a clear word soon than waiting for a Redis that is not there. */
const PATIENCE_MS = 10_000;

/**
 * Waits for Redis, and reads how it keeps its data. Answers what the operator should be warned of, a sentence each.
 * @throws with a sentence when it cannot be reached, or would throw data away.
 */
export async function requireRedis(
  redis: RedisClient,
  clock: Clock,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const answered = new AbortController();
  const waiting = AbortSignal.any([answered.signal, ...(signal === undefined ? [] : [signal])]);
  const silence = clock.sleep(PATIENCE_MS, waiting).then(() => undefined);
  const durability = await Promise.race([readDurability(redis), silence]);
  // A timer left behind would keep the process for that long.
  answered.abort();
  if (durability === undefined) {
    redis.disconnect();
    throw new Error(
      'Redis cannot be reached at REDIS_URL: see that it runs and that the address, user and password are right',
    );
  }
  const refused = durability.findings.find(({ weight }) => weight === 'refuse');
  if (refused !== undefined) {
    redis.disconnect();
    throw new Error(`${refused.problem}. Mend it with: ${refused.mend}`);
  }
  return durability.findings.map(({ problem, mend }) => `${problem}. Mend it with: ${mend}`);
}
