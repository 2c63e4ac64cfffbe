import type { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { Cluster, Redis, type RedisCommander } from 'ioredis';
import type { Log } from '../../app/ports/clock.ts';
import { type RedisAddress, readRedisAddress } from './connect-address.ts';

/**
 * One server, the master behind sentinels, or a cluster: all are spoken to alike. (Of a plain union of the two
 * classes TypeScript cannot choose overloads.)
 */
export type RedisClient = RedisCommander<{ type: 'default' }> &
  Pick<Redis, 'defineCommand' | 'disconnect' | 'quit'> &
  Pick<EventEmitter, 'on' | 'once' | 'off'> & {
    /** Another connection to the same place, for reads that block. */
    readonly duplicate: () => RedisClient;
  };

export type ConnectOptions = { readonly log: Log };

/** Between two attempts to reach a Redis that does not answer; longer each time up to this. */
const LONGEST_RETRY_MS = 2_000;

/**
 * What every connection has in common.
 *
 * `autoResendUnfulfilledCommands: false`: a command whose answer was lost may have been carried out, so it
 * fails and the caller decides; resending a claim by itself would claim twice. Commands that were not sent yet wait
 * for as long as the outage lasts. `protocol: 2`: the same shapes of replies from every server and proxy (with RESP3
 * ioredis 6 gives nested arrays for WITHSCORES).
 */
const COMMON = {
  protocol: 2,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: null,
  connectTimeout: 5_000,
} as const;

/**
 * Connects to the Redis at `url` (forms: `connect-address.ts`) and keeps reconnecting for ever; an outage and its end
 * are logged once each. Throws at once, without the address in the message, when `url` is none.
 */
export function connectRedis(url: string, { log }: ConnectOptions): RedisClient {
  const address = readRedisAddress(url);
  if (address.kind === 'unreadable') throw new Error(address.problem);
  const client = open(address);
  logOutages(client, log);
  return client;
}

function open(address: Exclude<ReturnType<typeof readRedisAddress>, { kind: 'unreadable' }>): RedisClient {
  const client = address.kind === 'cluster' ? openCluster(address) : openServer(address);
  const prepare = (redis: Redis): void => {
    failUnanswered(redis);
    writeTogether(redis);
  };
  if (client instanceof Redis) prepare(client);
  else client.on('+node', prepare);
  return Object.assign(client, { duplicate: () => open(address) });
}

/**
 * A command that may not be sent again is forgotten by ioredis when the connection closes before its answer: its promise
 * would never settle, and whoever waits for it never go on.
 */
function failUnanswered(redis: Redis): void {
  redis.on('close', () => {
    // Private in its types, and the one way to what is waiting for an answer.
    const flush: unknown = Reflect.get(redis, 'flushQueue');
    if (typeof flush !== 'function') return;
    flush.call(redis, new Error('The connection to Redis was lost before it answered'), {
      offlineQueue: false,
    });
  });
}

/**
 * Commands of one turn of the event loop leave in one write: ioredis makes a system call of each, which under load costs
 * more than all else that it does. Nothing waits longer for it than for the turn to end.
 */
function writeTogether(redis: Redis): void {
  redis.on('connect', () => {
    const stream: unknown = Reflect.get(redis, 'stream');
    if (!(stream instanceof Writable)) return;
    const { write } = stream;
    const flush = (): void => stream.uncork();
    const writeLater = (...args: readonly unknown[]): unknown => {
      if (stream.writableCorked === 0) {
        stream.cork();
        setImmediate(flush);
      }
      return Reflect.apply(write, stream, args);
    };
    Object.assign(stream, { write: writeLater });
  });
}

function retryInMs(attempt: number): number {
  return Math.min(50 * 2 ** Math.min(attempt, 10), LONGEST_RETRY_MS);
}

function loginOf({ username, password, tls }: RedisAddress): {
  username?: string;
  password?: string;
  tls?: Record<string, never>;
} {
  return {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
}

function openServer(address: RedisAddress): Redis {
  const common = { ...COMMON, ...loginOf(address), db: address.db, retryStrategy: retryInMs };
  if (address.kind === 'sentinel' && address.master !== undefined) {
    const sentinels = address.hosts.map(({ host, port }) => ({ host, port }));
    return new Redis({
      ...common,
      sentinels,
      name: address.master,
      sentinelRetryStrategy: retryInMs,
      enableTLSForSentinelMode: address.tls,
    });
  }
  if (address.socketPath !== undefined) return new Redis({ ...common, path: address.socketPath });
  const [{ host, port } = { host: '127.0.0.1', port: 6379 }] = address.hosts;
  return new Redis({ ...common, host, port });
}

function openCluster(address: RedisAddress): Cluster {
  return new Cluster(
    address.hosts.map(({ host, port }) => ({ host, port })),
    {
      clusterRetryStrategy: retryInMs,
      clusterNodeRetryStrategy: retryInMs,
      // Names in certificates: with TLS the nodes are reached by name, not by the address that it stands for.
      ...(address.tls ? { dnsLookup: (name, answer) => answer(null, name) } : {}),
      redisOptions: { ...COMMON, ...loginOf(address) },
    },
  );
}

/** Says once that Redis is gone, with the reason, and once that it is back. */
function logOutages(client: RedisClient, log: Log): void {
  let isDown = false;
  let isClosing = false;
  const down = (reason: string): void => {
    if (isDown || isClosing) return;
    isDown = true;
    log.warn({ reason }, 'Redis cannot be reached; trying again until it can');
  };
  client.on('error', (error: Error) => down(reasonOf(error)));
  client.on('end', () => {
    isClosing = true;
  });
  client.on('reconnecting', () => down('the connection was closed'));
  client.on('ready', () => {
    if (isDown) log.info({}, 'Redis is reachable again');
    isDown = false;
  });
}

/** The code where there is one: ioredis puts no credentials into messages, but a proxy's answer is not ours to trust. */
function reasonOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^[A-Z]{4,}\b/.exec(error.message)?.[0] ?? error.name;
}
