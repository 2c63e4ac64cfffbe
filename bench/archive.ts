import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createArchive } from '../src/adapters/redis/archive/archive.ts';
import { redisKeys } from '../src/adapters/redis/keys.ts';
import type { Archive } from '../src/app/ports/archive.ts';
import { nameKey } from '../src/domain/archive/name-key.ts';
import type { ArticleId } from '../src/domain/article/article.ts';
import { type Chance, chanceFrom, FIRST_DAY_MS, personName, worldArticle } from './archive-world.ts';

export type Figure = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

export type BenchArchive = {
  readonly articles: number;
  /** Told while the archive fills. */
  readonly progress?: (articles: number, bytes: number) => void;
};

const QUERIES = 400;
const IN_FLIGHT = 48;
const PAGE = { offset: 0, limit: 10 };
/** What a newsroom may wait for in the store, at the 99th percentile. */
const BAR_MS = 25;

/**
 * Fills an archive of invented articles (700 words, Zipfian words and names) in a Redis of its own and measures what readers
 * ask of it, each beside a bare GET of one record on the same connection.
 */
export async function benchArchive({ articles, progress }: BenchArchive): Promise<readonly Figure[]> {
  const server = await startRedis();
  try {
    return await measure(server.redis, articles, progress);
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

async function measure(
  redis: Redis,
  articles: number,
  progress: BenchArchive['progress'],
): Promise<readonly Figure[]> {
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  let nowMs = FIRST_DAY_MS;
  const archive = createArchive({ redis, bot: 'bench', clock: { now: () => nowMs }, log: quiet });
  const emptyBytes = await usedBytes(redis);
  const startedAt = performance.now();
  let halfBytes = 0;
  let next = 0;
  const fill = async (): Promise<void> => {
    while (next < articles) {
      const n = next++;
      const { article, keys } = worldArticle(n);
      nowMs = Math.max(nowMs, article.sortAtMs);
      await archive.admit(article, keys, []);
      if (n === articles >> 1) halfBytes = await usedBytes(redis);
      if (n % 10_000 === 0) progress?.(n, await usedBytes(redis));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, fill));
  const seconds = (performance.now() - startedAt) / 1_000;
  const fullBytes = await usedBytes(redis);
  const size = (bytes: number, over: number): string =>
    `${Math.round(bytes / over).toLocaleString('en')} B an article`;
  const first = size(halfBytes - emptyBytes, articles / 2);
  const second = size(fullBytes - halfBytes, articles / 2);
  const growth = (fullBytes - halfBytes) / Math.max(1, halfBytes - emptyBytes);
  return [
    {
      name: `archive: admit, ${articles.toLocaleString('en')} articles`,
      figure: `${Math.round(articles / seconds).toLocaleString('en')}/s`,
      floor: '',
      ratio: '',
    },
    {
      name: 'archive: memory, second half',
      figure: second,
      floor: `${first} (first half)`,
      ratio: `${growth.toFixed(2)}x`,
    },
    ...(await answers(redis, archive, articles)),
  ];
}

async function usedBytes(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
}

async function answers(redis: Redis, archive: Archive, articles: number): Promise<readonly Figure[]> {
  const keys = redisKeys('bench');
  const chance = chanceFrom(42);
  const anyId = (): ArticleId => worldArticle(Math.floor(chance() * articles)).article.id;
  const floor = await p99(
    () => anyId(),
    (id) => redis.getBuffer(keys.article(id)),
  );
  const figure = async <T>(
    name: string,
    question: () => T,
    ask: (question: T) => Promise<unknown>,
  ): Promise<Figure> => {
    const measured = await p99(question, ask);
    const mark = measured <= BAR_MS ? 'under' : 'OVER';
    return {
      name: `archive: ${name}, p99 (${mark} ${BAR_MS} ms)`,
      figure: `${measured.toFixed(2)} ms`,
      floor: `${floor.toFixed(2)} ms a bare GET`,
      ratio: `${(measured / floor).toFixed(1)}x`,
    };
  };
  return [
    await figure(
      'quotesBy',
      () => nameKey(anyName(chance)),
      (key) => archive.quotesBy(key, PAGE),
    ),
    await figure(
      'articlesNaming',
      () => nameKey(anyName(chance)),
      (key) => archive.articlesNaming(key, PAGE),
    ),
    await figure('before', anyId, (id) => archive.before(id, 3)),
    await figure('namesIn', anyId, (id) => archive.namesIn(id)),
    await figure(
      'findNames, a name',
      () => anyName(chance).split(' ')[1] ?? '',
      (typed) => archive.findNames(typed, 6),
    ),
    await figure(
      'findNames, a first name',
      () => anyName(chance).split(' ')[0] ?? '',
      (typed) => archive.findNames(typed, 6),
    ),
    await figure(
      'findNames, a slip',
      () => slipped(anyName(chance), chance),
      (typed) => archive.findNames(typed, 6),
    ),
    await figure(
      'search, two words',
      () => anyWords(chance, articles, 2),
      (typed) => archive.search(typed, PAGE),
    ),
    await figure(
      'search, five words',
      () => anyWords(chance, articles, 5),
      (typed) => archive.search(typed, PAGE),
    ),
    await figure(
      'latest',
      () => 0,
      () => archive.latest(PAGE),
    ),
  ];
}

/** Readers ask for those who are in the news. */
function anyName(chance: Chance): string {
  return personName(Math.floor(5_000 ** chance()) - 1);
}

function slipped(name: string, chance: Chance): string {
  const last = name.split(' ')[1] ?? name;
  const at = 1 + Math.floor(chance() * (last.length - 2));
  return last.slice(0, at) + last.slice(at + 1);
}

function anyWords(chance: Chance, articles: number, count: number): string {
  const { title, paragraphs } = worldArticle(Math.floor(chance() * articles)).article;
  return [title, ...paragraphs.map(({ text }) => text)].join(' ').split(/\s+/).slice(0, count).join(' ');
}

async function p99<T>(question: () => T, ask: (question: T) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < QUERIES; i++) {
    const asked = question();
    const startedAt = performance.now();
    await ask(asked);
    // What comes first also compiles the code.
    if (i >= QUERIES / 10) times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}
