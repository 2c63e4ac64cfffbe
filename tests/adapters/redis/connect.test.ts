import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { connectRedis, type RedisClient } from '../../../src/adapters/redis/connect.ts';
import { judge, readDurability } from '../../../src/adapters/redis/connect-durability.ts';
import { freePort } from '../../free-port.ts';

const lines: string[] = [];
const write = (fields: Readonly<Record<string, unknown>>, sentence: string): void => {
  lines.push(`${sentence} ${JSON.stringify(fields)}`);
};
const log = { debug: write, info: write, warn: write, error: write };

const open: RedisClient[] = [];
function connect(url: string): RedisClient {
  const client = connectRedis(url, { log });
  open.push(client);
  return client;
}

afterEach(() => {
  for (const client of open.splice(0)) client.disconnect();
  lines.length = 0;
});

describe('the connection to Redis', () => {
  it('answers in flat lists, whatever the server could speak', async () => {
    const redis = connect(inject('redisUrl'));
    const key = `dateline:test:${Math.random()}`;
    await redis.zadd(key, 1, 'a', 2, 'b');
    expect(await redis.zrange(key, '0', '-1', 'WITHSCORES')).toEqual(['a', '1', 'b', '2']);
  });

  it('throws at once on an address that is none, without the password in it', () => {
    expect(() => connectRedis('redis://:hunter2@h:x', { log })).toThrow(/^The Redis address (?!.*hunter2)/);
  });

  it('logs an outage once and its end once, and sends what was asked meanwhile', async () => {
    const port = await freePort();
    const redis = connect(`redis://:hunter2@127.0.0.1:${port}`);
    const pong = redis.ping();
    for (let refused = 0; refused < 3; refused++) {
      await new Promise<void>((resolve) => redis.once('reconnecting', () => resolve()));
    }
    const child = spawn('redis-server', ['--port', String(port), '--save', '', '--requirepass', 'hunter2']);
    expect(await pong).toBe('PONG');
    expect(lines).toEqual([
      'Redis cannot be reached; trying again until it can {"reason":"ECONNREFUSED"}',
      'Redis is reachable again {}',
    ]);
    redis.disconnect();
    child.kill();
    await once(child, 'exit');
  });
});

describe('a command without an answer', () => {
  it.each(['the connection', 'its duplicate'])(
    'fails when Redis dies, and %s goes on with the next one',
    async (which) => {
      const port = await freePort();
      const server = (): ReturnType<typeof spawn> =>
        spawn('redis-server', ['--port', String(port), '--save', '']);
      const first = server();
      const redis = connect(`redis://127.0.0.1:${port}`);
      const asked = which === 'the connection' ? redis : redis.duplicate();
      asked.on('error', () => undefined);
      expect(await asked.ping()).toBe('PONG');
      const waiting = asked.blpop('dateline:test:never', 0);
      const unanswered = expect(waiting).rejects.toThrow('lost before it answered');
      const probe = connect(`redis://127.0.0.1:${port}`);
      await vi.waitFor(async () => expect(String(await probe.client('LIST'))).toContain('cmd=blpop'));
      first.kill('SIGKILL');
      await unanswered;
      const second = server();
      expect(await asked.ping()).toBe('PONG');
      for (const client of [asked, redis, probe]) client.disconnect();
      second.kill();
      await once(second, 'exit');
    },
  );
});

describe('how Redis keeps its data', () => {
  it('is read from the server', async () => {
    const durability = await readDurability(connect(inject('redisUrl')));
    expect(durability).toEqual({ maxmemoryPolicy: 'noeviction', appendonly: true, save: '', findings: [] });
  });

  it.each([
    [{ 'maxmemory-policy': 'allkeys-lru', appendonly: 'yes' }, ['refuse']],
    [{ 'maxmemory-policy': 'volatile-ttl', appendonly: 'no', save: '3600 1' }, ['refuse', 'warn']],
    [{ 'maxmemory-policy': 'noeviction', appendonly: 'no', save: '' }, ['warn']],
    [{ 'maxmemory-policy': 'noeviction', appendonly: 'yes' }, []],
    [{}, ['warn']],
  ])('is judged: %o gives %o', (settings, weights) => {
    const { findings } = judge(new Map(Object.entries(settings)));
    expect(findings.map(({ weight }) => weight)).toEqual(weights);
    for (const { mend } of findings) expect(mend).toMatch(/redis-cli|provider/);
  });
});
