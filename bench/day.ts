import { stopReadingPages } from '../src/adapters/feeds/read-page.ts';
import { ownRedis } from './day/own-redis.ts';
import { runDay } from './day/run-day.ts';

type Row = { readonly name: string; readonly figure: string; readonly floor: string };

const OUTLETS = 200;
const STORIES_EACH = 8;

/**
 * A day of a newsroom: 200 outlets with corrections, deletions, agency copies and outages under a clock of its own.
 * @throws with what went wrong when a story came in twice or not at all, or a correction or an outage went unnoticed.
 */
export async function benchDay(): Promise<Row> {
  const { redis, stop } = await ownRedis();
  try {
    const started = performance.now();
    const { stories, copies, polls, broken } = await runDay(redis, {
      seed: 1,
      intervalMinutes: 15,
      outlets: OUTLETS,
      storiesEach: STORIES_EACH,
    });
    if (broken.length > 0) throw new Error(`The day went wrong:\n${broken.join('\n')}`);
    const seconds = Math.round((performance.now() - started) / 1000);
    const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
    return {
      name: `a day of ${OUTLETS} outlets: ${stories} stories once, all corrections, each outage told once`,
      figure: `${seconds} s`,
      floor: `${polls} polls, ${copies} copies from agencies, ${memory} MiB resident`,
    };
  } finally {
    await stopReadingPages();
    await stop();
  }
}
