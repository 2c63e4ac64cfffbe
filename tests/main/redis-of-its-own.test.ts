import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../e2e/world/telegram.ts';
import { openBot } from './desk.ts';
import { liveBot } from './live.ts';

type OwnRedis = {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** A Redis server that only one test has, with settings of its own. */
async function ownRedis(...settings: readonly string[]): Promise<OwnRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-own-'));
  const socket = join(dir, 'redis.sock');
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const place = ['--port', '0', '--unixsocket', socket, '--dir', dir, '--save', ''];
    child = spawn('redis-server', [...place, ...settings], { stdio: 'ignore' });
    const redis = new Redis({ path: socket, maxRetriesPerRequest: null });
    redis.on('error', () => undefined); // refused until the server listens
    await redis.ping();
    redis.disconnect();
  };
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await ended;
  };
  onTestFinished(async () => {
    await kill();
    await rm(dir, { recursive: true, force: true });
  });
  await start();
  return { url: `unix://${socket}`, start, kill };
}

/** A log that keeps its sentences. */
function keptLog() {
  const sentences: string[] = [];
  const keep = (_: unknown, sentence: string): void => void sentences.push(sentence);
  return { sentences, log: { debug: keep, info: keep, warn: keep, error: keep } };
}

describe('a Redis', { timeout: 60_000 }, () => {
  it('that throws data away is refused, with the command that mends it', async () => {
    const { url } = await ownRedis('--appendonly', 'yes', '--maxmemory-policy', 'allkeys-lru');
    await expect(openBot({}, { redisUrl: url })).rejects.toThrow(
      /maxmemory-policy allkeys-lru.*Mend it with: redis-cli CONFIG SET maxmemory-policy noeviction/,
    );
  });

  it('that keeps nothing is warned of, in the log and at the desk', async () => {
    const { url } = await ownRedis('--appendonly', 'no');
    const { log, sentences } = keptLog();
    const { editor } = await liveBot({}, { redisUrl: url, log });
    await eventually(async () =>
      expect((await editor.last()).words).toMatch(
        /^Redis may forget what it is told: Redis keeps nothing on disk.*CONFIG SET appendonly yes/,
      ),
    );
    expect(sentences).toContain('Something the desk should know');
  });

  it('that dies is waited for: what was typed meanwhile is answered, and the log says so once', async () => {
    const redis = await ownRedis('--appendonly', 'yes', '--appendfsync', 'always');
    const { log, sentences } = keptLog();
    const { reader, telegram } = await liveBot({}, { redisUrl: redis.url, log });
    await reader.ask('/start');
    await redis.kill();
    await telegram.act({ user: reader.id, text: '/latest' });
    await eventually(() => expect(sentences).toContain('Redis cannot be reached; trying again until it can'));
    await redis.start();
    // What was being handled when Redis died may be answered again before it.
    await eventually(async () => expect((await reader.last()).words).toMatch(/^There are no stories yet/));
    expect(sentences).toContain('Redis is reachable again');
  });
});
