import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { connectRedis, type RedisClient } from '../../src/adapters/redis/connect.ts';
import { SILENT } from './world.ts';

/** `path` is its socket; `redis` a bare connection, `client` one as the bot makes it. */
export type BenchServer = {
  readonly path: string;
  readonly redis: Redis;
  readonly client: RedisClient;
  readonly stop: () => Promise<void>;
};

/** What filling an archive took: kept beside its snapshot, since a loaded one is packed tighter than one that grew. */
export type Filled = { readonly seconds: number; readonly bytes: number };

/** A Redis of its own, empty or as a snapshot (an absolute path) left it. */
export async function startRedis(snapshot?: string): Promise<BenchServer> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const path = join(dir, 'redis.sock');
  const [, folder = dir, file = 'none.rdb'] = /^(.*)\/([^/]*)$/.exec(snapshot ?? '') ?? [];
  const settings = {
    port: '0',
    unixsocket: path,
    dir: folder,
    dbfilename: file,
    save: '',
    appendonly: 'no',
    rdbcompression: 'no',
    'enable-protected-configs': 'yes', // to say where a snapshot goes
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn('redis-server', flags, { stdio: 'ignore' });
  const redis = new Redis({ path, protocol: 2, maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // refused until the server listens
  await redis.ping();
  const client = connectRedis(`unix://${path}`, { log: SILENT });
  return {
    path,
    redis,
    client,
    stop: async () => {
      client.disconnect();
      redis.disconnect();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Keeps an archive as it stands, for a later run. */
export async function keepSnapshot(redis: Redis, snapshot: string, filled: Filled): Promise<void> {
  const [, folder = '.', file = ''] = /^(.*)\/([^/]*)$/.exec(snapshot) ?? [];
  await mkdir(folder, { recursive: true });
  await redis.config('SET', 'dir', folder, 'dbfilename', file);
  await redis.save();
  await writeFile(`${snapshot}.json`, JSON.stringify(filled));
}

/** What filling the archive of a snapshot took; undefined where there is none. */
export async function readFilled(snapshot: string): Promise<Filled | undefined> {
  try {
    return JSON.parse(await readFile(`${snapshot}.json`, 'utf8')) as Filled;
  } catch {
    return undefined;
  }
}

export async function usedBytes(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
}
