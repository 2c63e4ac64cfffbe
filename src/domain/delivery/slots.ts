import { type CronTimes, cronTimes } from './schedule.ts';
import { instantOf, instantsOf, offsetMinutes, toWallMs } from './wall-time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Windows in which the next slot is looked for, each tried when the one before holds none; the last spans leap days. */
const WINDOWS_MS: readonly number[] = [2 * HOUR_MS, 2 * DAY_MS, 40 * DAY_MS, 400 * DAY_MS, 3000 * DAY_MS];
/** No zone has ever moved its clocks by more at once, but for Samoa's and Kiribati's leaps over the date line. */
const WIDEST_CHANGE_MS = 3 * HOUR_MS;

/**
 * The instants of a schedule with `afterMs` < slot <= `untilMs`, ascending, each once.
 *
 * On the two nights when clocks change: a time that is named (`30 2 * * *`) happens once on every day; in the hole of the
 * spring night it comes as much later as the clocks jump (03:30), of two in the autumn the first counts. A rhythm that
 * names all hours goes on with the clock, through the repeated hour too, so that no gap is longer than elsewhere.
 */
export function slotsBetween(
  schedule: string,
  timezone: string,
  afterMs: number,
  untilMs: number,
): readonly number[] {
  const found = new Set<number>();
  for (const times of cronTimes(schedule)) {
    const reading = readingFor(times, timezone, afterMs, untilMs);
    const fromMs = toWallMs(timezone, afterMs) - reading.marginMs;
    for (const wallMs of wallTimes(times, fromMs, toWallMs(timezone, untilMs) + reading.marginMs)) {
      for (const atMs of reading.instantsOf(wallMs)) {
        if (atMs > afterMs && atMs <= untilMs) found.add(atMs);
      }
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The first slot after an instant; undefined when eight years hold none. */
export function nextSlot(schedule: string, timezone: string, afterMs: number): number | undefined {
  for (const windowMs of WINDOWS_MS) {
    const [first] = slotsBetween(schedule, timezone, afterMs, afterMs + windowMs);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** How the wall times of a stretch of time become instants. */
type Reading = { readonly marginMs: number; readonly instantsOf: (wallMs: number) => readonly number[] };

function readingFor(times: CronTimes, timezone: string, afterMs: number, untilMs: number): Reading {
  const offset = offsetMinutes(timezone, afterMs - DAY_MS);
  const isSteady = untilMs - afterMs < 2 * DAY_MS && offset === offsetMinutes(timezone, untilMs + DAY_MS);
  if (isSteady) return { marginMs: 0, instantsOf: (wallMs) => [wallMs - offset * MINUTE_MS] };
  return {
    marginMs: WIDEST_CHANGE_MS,
    instantsOf: (wallMs) => (times.everyHour ? instantsOf(timezone, wallMs) : [instantOf(timezone, wallMs)]),
  };
}

function* wallTimes(times: CronTimes, fromMs: number, toMs: number): Generator<number> {
  for (let midnight = Math.floor(fromMs / DAY_MS) * DAY_MS; midnight <= toMs; midnight += DAY_MS) {
    if (!times.namesDay(midnight)) continue;
    for (const time of times.timesOfDay) {
      if (midnight + time >= fromMs && midnight + time <= toMs) yield midnight + time;
    }
  }
}
