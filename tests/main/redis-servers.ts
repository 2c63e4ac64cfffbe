import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { vi } from 'vitest';
import { freePort } from '../free-port.ts';

export type Server = { readonly port: number; readonly redis: Redis; readonly child: ChildProcess };

type AtEnd = (clean: () => Promise<void>) => void;

const SLOTS = 16_384;
const MASTERS = 3;
/** Beside its own port a node of a cluster listens on one that is this much higher. */
const BUS = 10_000;
const PATIENCE = { timeout: 30_000, interval: 50 };

/** A Redis of the test's own, with a folder of its own; `settings` go behind those that all have. */
async function startServer(atEnd: AtEnd, settings: readonly string[]): Promise<Server> {
  const port = await freePort({ room: BUS });
  const dir = await mkdtemp(join(tmpdir(), 'dateline-redis-'));
  const common = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
  const child = spawn('redis-server', [...common, '--appendonly', 'yes', ...settings], { stdio: 'ignore' });
  const redis = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // refused until it listens, and once it is killed
  atEnd(async () => {
    redis.disconnect();
    await ended(child, 'SIGTERM');
    await rm(dir, { recursive: true, force: true });
  });
  await redis.ping();
  return { port, redis, child };
}

export async function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Three masters that share the slots. Answers the address for `REDIS_URL`. */
export async function startCluster(atEnd: AtEnd): Promise<string> {
  const settings = ['--cluster-enabled', 'yes', '--cluster-config-file', 'nodes.conf'];
  const nodes = await Promise.all(Array.from({ length: MASTERS }, () => startServer(atEnd, settings)));
  const share = Math.ceil(SLOTS / MASTERS);
  for (const [index, { redis }] of nodes.entries()) {
    const first = index * share;
    await redis.cluster('ADDSLOTSRANGE', first, Math.min(first + share, SLOTS) - 1);
    for (const { port } of nodes.slice(0, index)) await redis.cluster('MEET', '127.0.0.1', port);
  }
  await vi.waitUntil(async () => {
    const states = await Promise.all(nodes.map(({ redis }) => redis.cluster('INFO')));
    return states.every((state) => String(state).includes('cluster_state:ok'));
  }, PATIENCE);
  return `redis+cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
}

export type Watched = { readonly url: string; readonly master: Server };

/** A master, a replica and a sentinel that makes the one of the other soon after it is gone. */
export async function startWatched(atEnd: AtEnd): Promise<Watched> {
  const master = await startServer(atEnd, []);
  const replica = await startServer(atEnd, ['--replicaof', '127.0.0.1', String(master.port)]);
  await vi.waitUntil(
    async () => (await replica.redis.info('replication')).includes('link_status:up'),
    PATIENCE,
  );
  const port = await startSentinel(atEnd, master);
  return { url: `redis+sentinel://127.0.0.1:${port}/gazette`, master };
}

/** Answers its port once it knows the replica: before that it could make no other the master. */
async function startSentinel(atEnd: AtEnd, master: Server): Promise<number> {
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), 'dateline-sentinel-'));
  const settings = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${dir}`,
    `sentinel monitor gazette 127.0.0.1 ${master.port} 1`,
    'sentinel down-after-milliseconds gazette 500',
    'sentinel failover-timeout gazette 3000',
  ];
  await writeFile(join(dir, 'sentinel.conf'), `${settings.join('\n')}\n`);
  const child = spawn('redis-server', [join(dir, 'sentinel.conf'), '--sentinel'], { stdio: 'ignore' });
  const sentinel = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
  sentinel.on('error', () => undefined); // refused until it listens
  atEnd(async () => {
    sentinel.disconnect();
    await ended(child, 'SIGTERM');
    await rm(dir, { recursive: true, force: true });
  });
  await vi.waitUntil(async () => {
    const known = await sentinel.call('SENTINEL', 'REPLICAS', 'gazette').catch(() => []);
    return Array.isArray(known) && known.length > 0;
  }, PATIENCE);
  return port;
}
