import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connectRedis } from '../../../src/adapters/redis/connect.ts';
import { createPageWatch } from '../../../src/adapters/redis/page-watch.ts';
import { pageWatchFacts } from '../../app/ingest/page-watch-facts.ts';

const silence = (): void => undefined;
const log = { debug: silence, info: silence, warn: silence, error: silence };
const redis = connectRedis(inject('redisUrl'), { log });

afterAll(async () => {
  await redis.quit();
});

pageWatchFacts(() => createPageWatch({ redis, botId: randomUUID() }));
