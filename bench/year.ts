import { atLeast, type Row, within } from './delivery/row.ts';
import { liveThrough, wrongIn, ZONES } from './delivery/virtual-year.ts';
import { startWorld } from './delivery/world.ts';

/** Three workers for a year of virtual time over both clock changes in four zones. */
export async function benchYear(): Promise<readonly Row[]> {
  const world = await startWorld();
  try {
    const year = { fromMs: Date.UTC(2026, 11, 31, 18), days: 365 };
    const posted = await liveThrough(world.redisUrl, year);
    const wrong = wrongIn(posted, year);
    for (const line of wrong.slice(0, 10)) process.stderr.write(`  ${line}\n`);
    return [
      atLeast(
        `posts of three workers in a virtual year, ${ZONES.length} zones`,
        posted.length,
        ZONES.length * 365 * 5,
      ),
      within('slots left out, used twice, or used and none', wrong.length, 0),
    ];
  } finally {
    await world.stop();
  }
}
