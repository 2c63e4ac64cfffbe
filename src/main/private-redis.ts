import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';

/** Where the bot's own Redis keeps its data, below the current folder. */
export const REDIS_FOLDER: string = join('.data', 'redis');

/** A socket's path may not be longer than this on any system. */
const LONGEST_SOCKET_PATH = 100;
const START_DEADLINE_MS = 10_000;

export type PrivateRedis = {
  readonly url: string;
  /** Takes the server down, its data written, unless another process still uses it. */
  readonly stop: () => Promise<void>;
};

/**
 * A Redis server of the bot's own on a socket, its data in `folder`: append-only, nothing ever evicted. One that still
 * runs there, left behind by a process that was killed, is taken over with its data.
 * @throws with a sentence for the operator when there is no `redis-server`, or it does not start.
 */
export async function startPrivateRedis(folder: string): Promise<PrivateRedis> {
  const dir = resolve(folder);
  mkdirSync(dir, { recursive: true });
  const socket = socketPath(dir);
  if (!(await answers(socket))) await launch(dir, socket);
  return { url: `unix://${socket}`, stop: () => shutDown(socket) };
}

function socketPath(dir: string): string {
  const inside = join(dir, 'redis.sock');
  if (inside.length <= LONGEST_SOCKET_PATH) return inside;
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  return join(tmpdir(), `dateline-${name}.sock`);
}

async function launch(dir: string, socket: string): Promise<void> {
  const settings = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir,
    save: '',
    appendonly: 'yes',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
    loglevel: 'warning',
    logfile: join(dir, 'redis.log'),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  // A process group of its own: Ctrl-C reaches the bot, which then stops Redis last.
  const child = spawn('redis-server', args, { stdio: 'ignore', detached: true });
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once('error', () =>
      reject(new Error('No redis-server was found: install Redis, or set REDIS_URL')),
    );
    child.once('exit', (code) =>
      reject(new Error(`redis-server ended with code ${code}: see ${join(dir, 'redis.log')}`)),
    );
  });
  await Promise.race([failed, untilItAnswers(socket)]);
}

async function untilItAnswers(socket: string): Promise<void> {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (Date.now() < deadline) {
    if (await answers(socket)) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`redis-server did not start within ${START_DEADLINE_MS / 1000} seconds`);
}

/** Whether a server is there, its data loaded. */
async function answers(socket: string): Promise<boolean> {
  const redis = connectOnce(socket);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

async function shutDown(socket: string): Promise<void> {
  const redis = connectOnce(socket);
  try {
    await redis.connect();
    const clients = String(await redis.client('LIST'))
      .trim()
      .split('\n');
    if (clients.length > 1) return;
    await redis.shutdown('NOSAVE'); // the append-only file is complete without a snapshot
  } catch {
    // The server closes the connection instead of answering.
  } finally {
    redis.disconnect();
  }
}

function connectOnce(socket: string): Redis {
  const redis = new Redis({
    path: socket,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    // A server that shut down has closed the connection already: waiting for that would only delay the end.
    disconnectTimeout: 50,
  });
  redis.on('error', () => undefined); // told by the call that failed
  return redis;
}
