import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis, type RedisClient } from '../../src/adapters/redis/connect.ts';
import { QUIET } from '../delivery/world.ts';

export type OwnRedis = {
  /** Connected as the bot is. */
  readonly redis: RedisClient;
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** A Redis of this run's own, on a socket, with an append-only file as the bot asks for. */
export async function ownRedis(): Promise<OwnRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const path = join(dir, 'redis.sock');
  const settings = ['--port', '0', '--unixsocket', path, '--dir', dir, '--save', '', '--appendonly', 'yes'];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const url = `unix://${path}`;
  const redis = connectRedis(url, { log: QUIET });
  await redis.ping();
  return {
    redis,
    url,
    stop: async () => {
      redis.disconnect();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
}
