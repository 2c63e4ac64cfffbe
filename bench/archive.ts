import { createArchive } from '../src/adapters/redis/archive/archive.ts';
import { redisKeys } from '../src/adapters/redis/keys.ts';
import { chanceFrom } from './archive/chance.ts';
import { fillArchive } from './archive/fill.ts';
import { memoryByKind } from './archive/memory.ts';
import { questionsTo } from './archive/questions.ts';
import { type BenchServer, keepSnapshot, readFilled, startRedis, usedBytes } from './archive/server.ts';
import { shown, timesOf } from './archive/times.ts';
import { BOT, SILENT, timeOf, worldArticle, worldId } from './archive/world.ts';

export type Figure = {
  readonly name: string;
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
};

export type BenchArchive = {
  readonly articles: number;
  /** A folder (an absolute path) in which filled archives are kept, so that a later run need not fill them again. */
  readonly keep?: string | undefined;
  /** Told how many articles there are while the archive fills, and each figure at once. */
  readonly progress?: (done: number | string) => void;
};

/** Archives that are measured on the way to one of the size asked for. */
const SIZES: readonly number[] = [10_000, 100_000, 300_000];
const ADMITTED = 400;
/** What a newsroom may wait for in the store, at the 99th percentile. */
const BAR_MS = 25;

type Step = { readonly from: number; readonly to: number; readonly last: number };

/**
 * Fills an archive of invented articles (Zipfian words and names, matters that last for days and months) in a Redis of its
 * own and measures what readers ask of it at several sizes, each beside a bare GET of a record on the same connection.
 */
export async function benchArchive(options: BenchArchive): Promise<readonly Figure[]> {
  const { articles, progress } = options;
  let server = await startRedis();
  try {
    const figures: Figure[] = [];
    let from = 0;
    for (const to of [...SIZES.filter((size) => size < articles), articles]) {
      const grown = await grow(server, { from, to, last: articles }, options);
      server = grown.server;
      const figuresNow = [...grown.figures, ...(await answers(server, to))];
      for (const { name, figure, floor } of figuresNow) progress?.(`${name}: ${figure}; ${floor}`);
      figures.push(...figuresNow);
      from = to;
    }
    return [...figures, ...(await memoryByKind(server.redis, articles)), await admitting(server, articles)];
  } finally {
    await server.stop();
  }
}

/** Fills the archive from one size to the next, or takes the one that was kept; how fast, and how much memory it took. */
async function grow(
  server: BenchServer,
  step: Step,
  { keep, progress }: BenchArchive,
): Promise<{ readonly server: BenchServer; readonly figures: readonly Figure[] }> {
  const { from, to, last } = step;
  const snapshot = keep === undefined ? undefined : `${keep}/${to}-of-${last}.rdb`;
  const known = snapshot === undefined ? undefined : await readFilled(snapshot);
  if (known !== undefined) {
    await server.stop();
    return { server: await startRedis(snapshot), figures: filledFigures(step, known) };
  }
  const startedAt = performance.now();
  await fillArchive(server.redis, { ...step, path: server.path, progress: (done) => progress?.(done) });
  const seconds = (performance.now() - startedAt) / 1_000;
  const filled = { seconds, bytes: await usedBytes(server.redis) };
  if (snapshot !== undefined) await keepSnapshot(server.redis, snapshot, filled);
  return { server, figures: filledFigures({ from, to, last }, filled) };
}

function filledFigures(
  { from, to }: Step,
  { seconds, bytes }: { readonly seconds: number; readonly bytes: number },
): readonly Figure[] {
  const text = textBytes(to);
  return [
    {
      name: `archive of ${count(to)}: filling`,
      figure: `${count((to - from) / seconds)}/s`,
      floor: '',
      ratio: '',
    },
    {
      name: `archive of ${count(to)}: memory of an article`,
      figure: `${count(bytes / to)} B`,
      floor: `${count(text)} B its bare text`,
      ratio: `${(bytes / to / text).toFixed(2)}x`,
    },
  ];
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

/** The mean length of some articles' texts. */
function textBytes(articles: number): number {
  const some = Array.from({ length: 50 }, (_none, at) =>
    Buffer.byteLength(worldArticle(Math.floor((at * articles) / 50)).article.text),
  );
  return some.reduce((sum, bytes) => sum + bytes, 0) / some.length;
}

async function answers({ redis, client }: BenchServer, articles: number): Promise<readonly Figure[]> {
  const archive = createArchive({
    ...{ redis: client, bot: BOT, log: SILENT },
    clock: { now: () => timeOf(articles - 1) },
  });
  const keys = redisKeys(BOT);
  const chance = chanceFrom(42);
  const floor = await timesOf(redis, () =>
    redis.getBuffer(keys.article(worldId(Math.floor(chance() * articles)))),
  );
  const figures: Figure[] = [];
  for (const { name, ask } of questionsTo(archive, articles, chance)) {
    const times = await timesOf(redis, ask);
    const mark = times.p99 <= BAR_MS ? 'under' : 'OVER';
    figures.push({
      name: `archive of ${count(articles)}: ${name} (p99 ${mark} ${BAR_MS} ms)`,
      figure: shown(times),
      floor: `${floor.p99.toFixed(2)} ms p99 of a bare GET`,
      ratio: `${(times.cpu / floor.cpu).toFixed(1)}x the work`,
    });
  }
  return figures;
}

/** As articles come in: one after the other, each first looked for among those that are known. */
async function admitting({ client }: BenchServer, articles: number): Promise<Figure> {
  let nowMs = 0;
  const archive = createArchive({ redis: client, bot: BOT, clock: { now: () => nowMs }, log: SILENT });
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
