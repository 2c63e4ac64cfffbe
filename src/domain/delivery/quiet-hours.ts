import { instantOf, instantsOf, type Problem, toWallMs } from './wall-time.ts';

/** The part of every day in which nothing is posted, in minutes after midnight; `from` > `to` goes over midnight. */
export type QuietHours = { readonly fromMinute: number; readonly toMinute: number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** `22:00-07:00`. */
export function parseQuietHours(text: string): QuietHours | Problem {
  const match = /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  const fromMinute = minuteOf(match?.[1], match?.[2]);
  const toMinute = minuteOf(match?.[3], match?.[4]);
  if (fromMinute === undefined || toMinute === undefined) {
    return { problem: `"${text.trim()}" are not quiet hours: write two times of day such as 22:00-07:00` };
  }
  if (fromMinute === toMinute) {
    return { problem: `"${text.trim()}" leaves no quiet hours, or no others: write two different times` };
  }
  return { fromMinute, toMinute };
}

export function isQuiet(quiet: QuietHours, timezone: string, atMs: number): boolean {
  const minute = Math.floor(timeOfDayMs(toWallMs(timezone, atMs)) / MINUTE_MS);
  const { fromMinute, toMinute } = quiet;
  return fromMinute < toMinute
    ? minute >= fromMinute && minute < toMinute
    : minute >= fromMinute || minute < toMinute;
}

/** The instant at which the quiet hours that hold `atMs` are over; `atMs` itself outside them. */
export function quietEnd(quiet: QuietHours, timezone: string, atMs: number): number {
  if (!isQuiet(quiet, timezone, atMs)) return atMs;
  const wallMs = toWallMs(timezone, atMs);
  const midnightMs = wallMs - timeOfDayMs(wallMs);
  const endWallMs = midnightMs + quiet.toMinute * MINUTE_MS;
  // In the repeated hour of the autumn night the first of two ends may be over already.
  const ends = [...instantsOf(timezone, endWallMs), instantOf(timezone, endWallMs)];
  return ends.find((endMs) => endMs > atMs) ?? instantOf(timezone, endWallMs + DAY_MS);
}

/** Slots as they really are: those within the quiet hours become one at their end. */
export function releaseSlots(
  slots: readonly number[],
  quiet: QuietHours | undefined,
  timezone: string,
): readonly number[] {
  if (quiet === undefined) return slots;
  return [...new Set(slots.map((slot) => quietEnd(quiet, timezone, slot)))].sort((a, b) => a - b);
}

function timeOfDayMs(wallMs: number): number {
  return ((wallMs % DAY_MS) + DAY_MS) % DAY_MS;
}

function minuteOf(hours: string | undefined, minutes: string | undefined): number | undefined {
  if (hours === undefined || minutes === undefined) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 1440) return undefined;
  return total % 1440;
}
