import { afterAll, expect, inject, it, onTestFinished } from 'vitest';
import { runDay } from '../../bench/day/run-day.ts';
import { QUIET } from '../../bench/delivery/world.ts';
import { stopReadingPages } from '../../src/adapters/feeds/read-page.ts';
import { connectRedis } from '../../src/adapters/redis/connect.ts';

afterAll(stopReadingPages);

it('a day of a newsroom brings every story once, every correction, and word of every outage once', {
  timeout: 120_000,
}, async () => {
  const redis = connectRedis(inject('redisUrl'), { log: QUIET });
  onTestFinished(() => redis.disconnect());
  const report = await runDay(redis, { seed: 3, outlets: 5, storiesEach: 4, intervalMinutes: 30 });
  expect(report.broken).toEqual([]);
  expect(report.stories).toBe(20);
});
