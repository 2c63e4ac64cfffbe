import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: vitest is told of provided values by merging into its interface
  export interface ProvidedContext {
    /** A real Redis server of this run's own; tests keep apart by key prefix or token, or flush a database of their own. */
    redisUrl: string;
  }
}

/** Starts a redis-server for the test run (append-only on, as the bot asks for) and stops it at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const port = await freePort();
  const dir = await mkdtemp(join(tmpdir(), 'dateline-redis-'));
  const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', ''];
  const child = spawn('redis-server', [...settings, '--appendonly', 'yes', '--databases', '512'], {
    stdio: 'ignore',
  });
  const url = `redis://127.0.0.1:${port}`;
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // refused until the server listens
  await redis.ping();
  await redis.quit();
  project.provide('redisUrl', url);
  return async () => {
    child.kill('SIGTERM');
    await new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await rm(dir, { recursive: true, force: true });
  };
}
