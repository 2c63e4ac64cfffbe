import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { createArchive } from '../../../../src/adapters/redis/archive/archive.ts';
import { admitAll, article, type Draft, keysFor, MAY_1_MS } from './newsroom.ts';

const ignore = (): void => undefined;
const LOG = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** A Redis of the test's own, since it is to be full. */
async function startRedis(): Promise<Redis> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-full-'));
  const path = join(dir, 'redis.sock');
  const settings = ['--port', '0', '--unixsocket', path, '--dir', dir, '--save', ''];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const redis = new Redis({ path, protocol: 2, maxRetriesPerRequest: null });
  redis.on('error', ignore); // refused until the server listens
  onTestFinished(async () => {
    redis.disconnect();
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(dir, { recursive: true, force: true });
  });
  await redis.ping();
  return redis;
}

it('a Redis that is full refuses an article whole, goes on answering, and takes it when there is room', async () => {
  const redis = await startRedis();
  const archive = createArchive({ redis, bot: '7', log: LOG, clock: { now: () => MAY_1_MS } });
  const [first] = await admitAll(archive, [
    { title: 'Weir of Orsa opens', paragraphs: ['The weir of Orsa was opened by Ada Lind.'] },
  ]);
  const draft: Draft = {
    title: 'Lock of Orsa floods',
    paragraphs: ['The lock of Orsa was flooded in the night, Bo Storm said.'],
    people: [{ name: 'Bo Storm' }],
  };
  const come = article(draft);
  const keysBefore = (await redis.keys('*')).sort();
  await redis.config('SET', 'maxmemory', '1');
  await expect(archive.admit(come, keysFor(come), ['@orsa'])).rejects.toThrow(/maxmemory/);
  expect((await redis.keys('*')).sort()).toEqual(keysBefore);
  const found = await archive.search('weir orsa', { offset: 0, limit: 5 });
  expect(found.items.map(({ id }) => id)).toEqual([first]);
  await redis.config('SET', 'maxmemory', '0');
  expect(await archive.admit(come, keysFor(come), ['@orsa'])).toEqual({ kind: 'new', id: come.id });
  expect((await archive.findNames('storm', 5)).map(({ name }) => name)).toEqual(['Bo Storm']);
});
