import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from 'grammy';
import { Redis } from 'ioredis';
import { Telegram } from 'telegraf';
import { createBroadcasts } from '../src/adapters/redis/delivery/broadcasts.ts';
import { createBudget } from '../src/adapters/redis/delivery/budget.ts';
import { createSubscribers } from '../src/adapters/redis/delivery/subscribers.ts';
import { createBotApi } from '../src/adapters/telegram/bot-api.ts';
import { createSender } from '../src/adapters/telegram/sender.ts';
import { runBroadcasts } from '../src/app/delivery/run-broadcasts.ts';
import { systemClock } from '../src/main/clock.ts';

type Row = { readonly name: string; readonly figure: string; readonly floor: string; readonly ratio: string };

const TOKEN = '7000000088:AABenchOfTheLedgerWithoutAnyLimits0';
const BOT = '7000000088';
const MESSAGES = 20_000;
const IN_FLIGHT = 50;
const SUBSCRIBERS = 1_000_000;
const ADDED_AT_ONCE = 2_000;
const LIFTED = 1_000_000;
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const shown = (value: number): string => Math.round(value).toLocaleString('en');

type World = { readonly redis: Redis; readonly telegram: string; readonly stop: () => Promise<void> };

/** Redis with an append-only file, and the sandbox without flood control, each a process of its own. */
async function startWorld(): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const path = join(dir, 'redis.sock');
  const settings = ['--port', '0', '--unixsocket', path, '--dir', dir, '--save', '', '--appendonly', 'yes'];
  const server = spawn('redis-server', settings, { stdio: 'ignore' });
  const redis = new Redis({ path, protocol: 2, maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // refused until the server listens
  await redis.ping();
  const file = join(dir, 'world.json');
  const bot = { id: Number(BOT), token: TOKEN, username: 'bench_bot', first_name: 'Bench' };
  await writeFile(file, JSON.stringify({ bots: [bot], weather: { flood: false } }));
  const cli = new URL('../src/main/cli.ts', import.meta.url).pathname;
  const sandbox = spawn(process.execPath, [cli, 'sandbox', '--port', '0', '--world', file]);
  const telegram = await addressOf(sandbox);
  return {
    redis,
    telegram,
    stop: async () => {
      redis.disconnect();
      for (const child of [sandbox, server]) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function addressOf(sandbox: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of sandbox.stdout ?? []) {
    said += String(chunk);
    const [, address] = /listens at (\S+)/.exec(said) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The sandbox did not start');
}

async function readers(telegram: string, count: number): Promise<number> {
  const response = await fetch(`${telegram}/sandbox/act`, {
    method: 'POST',
    body: JSON.stringify({ subscribers: count }),
  });
  return Number(((await response.json()) as { first_id: number }).first_id);
}

/** Calls a second with so many under way. */
async function rateOf(
  count: number,
  inFlight: number,
  call: (index: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const one = async (): Promise<void> => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return (count * 1000) / (performance.now() - startedAt);
}

/**
 * One worker's broadcast with the limit lifted, through ledger and Redis, beside what grammY and telegraf send without
 * either, to the same sandbox in the same run.
 */
export async function benchBroadcast(): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const first = await readers(world.telegram, MESSAGES);
    const text = 'The ferry to Skerry sails again from Monday.';
    const grammy = new Api(TOKEN, { apiRoot: world.telegram });
    const telegraf = new Telegram(TOKEN, { apiRoot: world.telegram });
    const ours = createBotApi(TOKEN, world.telegram);
    const by = (send: (chat: number) => Promise<unknown>): Promise<number> =>
      rateOf(MESSAGES, IN_FLIGHT, (index) => send(first + index));
    await by((chat) => grammy.sendMessage(chat, text)); // lets the compiler see what is hot, on both sides
    const grammyRate = await by((chat) => grammy.sendMessage(chat, text));
    const telegrafRate = await by((chat) => telegraf.sendMessage(chat, text));
    const oursRate = await by((chat) => ours.sendMessage(chat, text));
    const broadcastRate = await broadcast(world, first, text);
    return [
      row('broadcast messages/s, one worker', broadcastRate, grammyRate, 'grammY sendMessage, 50 in flight'),
      row('sends/s by the bot’s transport', oursRate, telegrafRate, 'telegraf sendMessage, 50 in flight'),
    ];
  } finally {
    await world.stop();
  }
}

function row(name: string, figure: number, floor: number, peer: string): Row {
  return {
    name,
    figure: shown(figure),
    floor: `${shown(floor)} ${peer}`,
    ratio: (figure / floor).toFixed(2),
  };
}

async function broadcast({ redis, telegram }: World, first: number, text: string): Promise<number> {
  const store = { redis, botId: BOT, log: quiet, messagesPerSecond: LIFTED };
  const subscribers = createSubscribers(store);
  await subscribe(subscribers, first, MESSAGES);
  const broadcasts = createBroadcasts(store);
  const { id } = await broadcasts.draft({ text, entities: [] }, 1);
  await broadcasts.command(id, 'start');
  const stop = new AbortController();
  const startedAt = performance.now();
  const working = runBroadcasts(
    {
      ...{ broadcasts, subscribers, clock: systemClock, log: quiet },
      sender: createSender(createBotApi(TOKEN, telegram)),
      budget: createBudget(store),
      desk: async () => {},
      onProgress: async ({ status }) => {
        if (status === 'finished') stop.abort();
      },
    },
    stop.signal,
  );
  await working;
  const { startedAtMs = 0, finishedAtMs = 0 } = (await broadcasts.get(id)) ?? {};
  const tookMs = finishedAtMs > startedAtMs ? finishedAtMs - startedAtMs : performance.now() - startedAt;
  return (MESSAGES * 1000) / tookMs;
}

async function subscribe(
  subscribers: ReturnType<typeof createSubscribers>,
  first: number,
  count: number,
): Promise<void> {
  for (let at = 0; at < count; at += ADDED_AT_ONCE) {
    const some = Array.from(
      { length: Math.min(ADDED_AT_ONCE, count - at) },
      (_, index) => first + at + index,
    );
    await Promise.all(
      some.map((chat) => subscribers.add({ chat, language: 'en', since: 1_750_000_000_000 })),
    );
  }
}

/** A million subscribers: what each takes in Redis, and how long the start of a broadcast to all takes. */
export async function benchAudience(): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const { redis } = world;
    const store = { redis, botId: BOT, log: quiet, messagesPerSecond: LIFTED };
    const before = await usedBytes(redis);
    await subscribe(createSubscribers(store), 5_000_000_000, SUBSCRIBERS);
    const bytes = ((await usedBytes(redis)) - before) / SUBSCRIBERS;
    const broadcasts = createBroadcasts(store);
    const { id } = await broadcasts.draft({ text: 'Good morning.', entities: [] }, 1);
    const startedAt = performance.now();
    await broadcasts.command(id, 'start');
    const startMs = performance.now() - startedAt;
    const pings = performance.now();
    await redis.ping();
    const pingMs = performance.now() - pings;
    return [
      {
        name: 'bytes of Redis a subscriber, of a million',
        figure: bytes.toFixed(1),
        floor: '130 allowed',
        ratio: (bytes / 130).toFixed(2),
      },
      {
        name: 'start of a broadcast to a million, ms',
        figure: startMs.toFixed(1),
        floor: `${pingMs.toFixed(2)} a PING`,
        ratio: (startMs / pingMs).toFixed(0),
      },
    ];
  } finally {
    await world.stop();
  }
}

async function usedBytes(redis: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1]);
}
