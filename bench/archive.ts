import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createArchive } from '../src/adapters/redis/archive/archive.ts';
import { redisKeys } from '../src/adapters/redis/keys.ts';
import { copyArchive } from './archive-copies.ts';
import { BOT, fillArchive } from './archive-fill.ts';
import { questionsTo } from './archive-questions.ts';
import { chanceFrom, worldArticle } from './archive-world.ts';

export type Figure = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

export type BenchArchive = {
  readonly articles: number;
  /** Told how many articles there are while the archive fills, and each figure at once. */
  readonly progress?: (done: number | string) => void;
};

/** Archives that are measured on the way to one of the size asked for. */
const SIZES: readonly number[] = [10_000, 100_000, 300_000];
/** So many articles are made and written by the bot's own writer; a larger archive has them many times. */
const MADE = 10_000;
const STEP = 2_000;
/** Copies that are written together. */
const COPIED = 10;
/** Of each question; those that come first also compile the code. */
const ASKED = 330;
const UNCOUNTED = 30;
const ADMITTED = 400;
/** What a newsroom may wait for in the store, at the 99th percentile. */
const BAR_MS = 25;

/**
 * Fills an archive of invented articles (3,500 characters, Zipfian words and names) in a Redis of its own and measures what
 * readers ask of it at several sizes, each beside a bare GET of a record on the same connection.
 */
export async function benchArchive({ articles, progress }: BenchArchive): Promise<readonly Figure[]> {
  const server = await startRedis();
  try {
    const figures: Figure[] = [];
    let from = 0;
    let bytes = await usedBytes(server.redis);
    const largest = articles <= MADE ? articles : Math.ceil(articles / MADE) * MADE;
    for (const to of [...SIZES.filter((size) => size < largest), largest]) {
      const grown = await grow(server.redis, { from, to, last: largest }, bytes, progress);
      const figuresNow = [...grown.figures, ...(await answers(server.redis, to))];
      for (const { name, figure, floor } of figuresNow) progress?.(`${name}: ${figure}; ${floor}`);
      figures.push(...figuresNow);
      from = to;
      bytes = grown.bytes;
    }
    return [...figures, await admitting(server.redis, largest)];
  } finally {
    await server.stop();
  }
}

async function startRedis(): Promise<{ redis: Redis; stop: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const path = join(dir, 'redis.sock');
  const settings = ['--port', '0', '--unixsocket', path, '--dir', dir, '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', settings, { stdio: 'ignore' });
  const redis = new Redis({ path, protocol: 2, maxRetriesPerRequest: null });
  redis.on('error', () => undefined); // refused until the server listens
  await redis.ping();
  return {
    redis,
    stop: async () => {
      redis.disconnect();
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

type Growth = { readonly from: number; readonly to: number; readonly last: number };

/** Fills the archive from one size to the next; how fast, and how much memory each article took. */
async function grow(
  redis: Redis,
  { from, to, last }: Growth,
  bytesBefore: number,
  progress: BenchArchive['progress'],
): Promise<{ readonly figures: readonly Figure[]; readonly bytes: number }> {
  const startedAt = performance.now();
  for (let at = from; at < Math.min(to, MADE); at += STEP) {
    await fillArchive(redis, { from: at, to: Math.min(to, at + STEP), last });
    progress?.(Math.min(to, at + STEP));
  }
  for (let at = Math.max(from, MADE); at < to; at += COPIED * MADE) {
    const upTo = Math.min(to, at + COPIED * MADE);
    await copyArchive(redis, { articles: MADE, from: at / MADE, to: upTo / MADE });
    progress?.(upTo);
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const bytes = await usedBytes(redis);
  const perArticle = (bytes - bytesBefore) / (to - from);
  const text = textBytes(from, to);
  const filled: Figure = {
    name: `archive of ${count(to)}: filling${from < MADE ? '' : ' with copies'}`,
    figure: `${count((to - from) / seconds)}/s`,
    floor: '',
    ratio: '',
  };
  const memory: Figure = {
    name: `archive of ${count(to)}: memory of one more`,
    figure: `${count(perArticle)} B`,
    floor: `${count(text)} B its bare text`,
    ratio: `${(perArticle / text).toFixed(2)}x`,
  };
  return { figures: [filled, memory], bytes };
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

/** The mean length of some articles' texts. */
function textBytes(from: number, to: number): number {
  const some = Array.from({ length: 50 }, (_none, at) =>
    Buffer.byteLength(worldArticle(from + Math.floor((at * (to - from)) / 50)).article.text),
  );
  return some.reduce((sum, bytes) => sum + bytes, 0) / some.length;
}

async function usedBytes(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
}

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function answers(redis: Redis, articles: number): Promise<readonly Figure[]> {
  const nowMs = worldArticle(articles - 1).article.sortAtMs;
  const archive = createArchive({ redis, bot: BOT, clock: { now: () => nowMs }, log: SILENT });
  const keys = redisKeys(BOT);
  const chance = chanceFrom(42);
  const floor = await timesOf(redis, () =>
    redis.getBuffer(keys.article(worldArticle(Math.floor(chance() * articles)).article.id)),
  );
  const figures: Figure[] = [];
  for (const { name, ask } of questionsTo(archive, articles, chance)) {
    const times = await timesOf(redis, ask);
    const mark = times.p99 <= BAR_MS ? 'under' : 'OVER';
    figures.push({
      name: `archive of ${count(articles)}: ${name}, p50, p99 (${mark} ${BAR_MS} ms)`,
      figure: shown(times),
      floor: `${shown(floor)} a bare GET`,
      ratio: `${(times.cpu / floor.cpu).toFixed(1)}x the work`,
    });
  }
  return figures;
}

/** `cpu` is what both sides work for one question, in milliseconds: it tells the same on a busy machine. */
type Times = { readonly p50: number; readonly p99: number; readonly cpu: number };

function shown({ p50, p99, cpu }: Times): string {
  return `${p50.toFixed(2)} ms, ${p99.toFixed(2)} ms; ${cpu.toFixed(2)} ms of work`;
}

async function timesOf(redis: Redis, ask: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  let started = { ours: process.cpuUsage(), redis: await redisWorkMs(redis) };
  for (let i = 0; i < ASKED; i++) {
    if (i === UNCOUNTED) started = { ours: process.cpuUsage(), redis: await redisWorkMs(redis) };
    const startedAt = performance.now();
    await ask();
    if (i >= UNCOUNTED) times.push(performance.now() - startedAt);
  }
  const ours = process.cpuUsage(started.ours);
  const work = (ours.user + ours.system) / 1_000 + (await redisWorkMs(redis)) - started.redis;
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), cpu: work / times.length };
}

async function redisWorkMs(redis: Redis): Promise<number> {
  const info = await redis.info('cpu');
  const seconds = (kind: string): number =>
    Number(new RegExp(`used_cpu_${kind}:([\\d.]+)`).exec(info)?.[1] ?? 0);
  return 1_000 * (seconds('user') + seconds('sys'));
}

/** As articles come in: one after the other, each first looked for among those that are known. */
async function admitting(redis: Redis, articles: number): Promise<Figure> {
  let nowMs = 0;
  const archive = createArchive({ redis, bot: BOT, clock: { now: () => nowMs }, log: SILENT });
  const startedAt = performance.now();
  for (let n = articles; n < articles + ADMITTED; n++) {
    const { article, keys } = worldArticle(n);
    nowMs = article.sortAtMs;
    await archive.admit(article, keys, []);
  }
  const perSecond = ADMITTED / ((performance.now() - startedAt) / 1_000);
  return {
    name: `archive of ${count(articles)}: admitting one by one`,
    figure: `${count(perSecond)}/s`,
    floor: '',
    ratio: '',
  };
}
