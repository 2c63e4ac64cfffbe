import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from '../../src/main/private-redis.ts';

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-redis-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function started(folder: string): Promise<PrivateRedis> {
  const redis = await startPrivateRedis(folder);
  onTestFinished(redis.stop);
  return redis;
}

/** One connection for the time of `use`. */
async function asked<T>({ url }: PrivateRedis, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url.replace('unix://', ''), { retryStrategy: () => null });
  redis.on('error', () => undefined); // told by the call that failed
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

it('brings its data back after it was stopped', async () => {
  const folder = await dataFolder();
  const first = await started(folder);
  await asked(first, (redis) => redis.set('story', 'kept'));
  await first.stop();
  await expect(asked(first, (redis) => redis.ping())).rejects.toThrow();
  expect(await asked(await started(folder), (redis) => redis.get('story'))).toBe('kept');
});

it('keeps every write on disk, and throws nothing away', async () => {
  const redis = await started(await dataFolder());
  const settings = await asked(redis, async (connection) => [
    await connection.config('GET', 'appendonly'),
    await connection.config('GET', 'maxmemory-policy'),
  ]);
  expect(JSON.stringify(settings)).toMatch(/appendonly.{1,3}yes.*maxmemory-policy.{1,3}noeviction/);
});

it('is shared by processes that start in one folder, and stays until the last of them has gone', async () => {
  const folder = await dataFolder();
  const [one, other] = [await started(folder), await started(folder)];
  expect(other.url).toBe(one.url);
  await asked(other, async (connection) => {
    await connection.set('story', 'kept');
    await one.stop();
    expect(await connection.get('story')).toBe('kept');
  });
  await other.stop();
  await expect(asked(other, (redis) => redis.ping())).rejects.toThrow();
});

it('listens on a socket that only its owner can use', async () => {
  const { url } = await started(await dataFolder());
  const { mode } = await stat(url.replace('unix://', ''));
  expect((mode & 0o777).toString(8)).toBe('700');
});

it('works in a folder whose path is too long for a socket', async () => {
  const folder = join(await dataFolder(), 'a'.repeat(60), 'b'.repeat(60));
  expect(await asked(await started(folder), (redis) => redis.ping())).toBe('PONG');
});
