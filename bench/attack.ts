import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HostileServers, serveHostility } from './attack/hostile-server.ts';
import { dropArticles, waitingArticles } from './delivery/articles.ts';
import { ledgerOf } from './delivery/ledger.ts';
import { answeredMs, askAtRate } from './delivery/load.ts';
import { percentile } from './delivery/rolling.ts';
import { beside, type Row, shown } from './delivery/row.ts';
import { type Program, startWorld, type World } from './delivery/world.ts';

const PER_SECOND = 50;
const SECONDS = 30;
const WARM_UP = 500;
const ARTICLES = 30;
const LOAD = { bot: 'bench_bot', texts: ['/latest'] } as const;

type Watched = { readonly waitsMs: readonly number[]; readonly peakMiB: number };

/**
 * How long `/latest` takes in the whole bot while it reads hostile feeds and pages, beside the same bot when it has
 * nothing to read.
 */
export async function benchAttack({
  progress,
}: {
  readonly progress: (done: string) => void;
}): Promise<readonly Row[]> {
  const world = await startWorld();
  const hostile = await serveHostility();
  try {
    await dropArticles(join(world.folder, 'articles'), ARTICLES);
    const idle = await watched(world);
    progress('idle');
    const attacked = await watched(world, hostile);
    const { feeds, pages } = hostile.asked();
    progress(`attacked by ${feeds} feeds and ${pages} pages`);
    return [
      ...[0.5, 0.99, 1].map((share) =>
        beside(
          `ms to /latest while ${feeds} hostile feeds and ${pages} pages are read, p${share * 100}`,
          percentile(attacked.waitsMs, share),
          percentile(idle.waitsMs, share),
          'with nothing to read',
        ),
      ),
      {
        name: 'peak memory meanwhile',
        figure: `${shown(attacked.peakMiB)} MiB`,
        floor: `${shown(idle.peakMiB)} MiB with nothing to read`,
        ratio: (attacked.peakMiB / idle.peakMiB).toFixed(2),
      },
    ];
  } finally {
    await hostile.close();
    await world.stop();
  }
}

async function watched(world: World, hostile?: HostileServers): Promise<Watched> {
  const { telegram } = world;
  const program = await world.dateline('start', {
    MESSAGES_PER_SECOND: '99999',
    ARTICLES_DIR: join(world.folder, 'articles'),
    POST_SCHEDULE: '0 0 1 1 *',
    ...(hostile === undefined ? {} : { FEEDS: hostile.feeds.join(','), FEED_INTERVAL: '5' }),
  });
  await waitingArticles(ledgerOf(world), ARTICLES);
  await answeredMs(telegram, await askAtRate(telegram, { ...LOAD, count: WARM_UP }, 2 * PER_SECOND));
  await telegram.forget();
  hostile?.begin();
  const asked = await askAtRate(telegram, { ...LOAD, count: PER_SECOND * SECONDS }, PER_SECOND);
  const answers = await answeredMs(telegram, asked);
  const peakMiB = await peakOf(program);
  await program.stop();
  return { waitsMs: answers.map((at, number) => at - (asked.askedMs[number] ?? Number.NaN)), peakMiB };
}

/** The most memory that a process has had, as Linux counts it. */
async function peakOf({ pid }: Program): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}
