import { IANAZone } from 'luxon';

/** The name of a zone in the IANA database, known to this runtime. */
export type Timezone = string & { readonly __brand: 'Timezone' };

/** Why a text from outside could not be read, as a sentence for the person who wrote it. */
export type Problem = { readonly problem: string };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** `Europe/Berlin`; abbreviations and offsets are refused, since they do not know of clock changes. */
export function parseTimezone(text: string): Timezone | Problem {
  const name = text.trim();
  if (/^(utc|gmt)$/i.test(name)) return 'UTC' as Timezone;
  if (name.includes('/') && IANAZone.isValidZone(name)) return name as Timezone;
  return { problem: `"${name}" is not a time zone: write an IANA name such as Europe/Berlin or UTC` };
}

/** Minutes east of UTC that the clocks of `timezone` show at an instant. */
export function offsetMinutes(timezone: string, atMs: number): number {
  return IANAZone.create(timezone).offset(atMs);
}

/** What the clocks of `timezone` show at an instant, as if it were an instant in UTC. */
export function toWallMs(timezone: string, atMs: number): number {
  return atMs + offsetMinutes(timezone, atMs) * MINUTE_MS;
}

/**
 * The instants at which the clocks of `timezone` show a wall time: two on the autumn night, none in the hole of the
 * spring night.
 */
export function instantsOf(timezone: string, wallMs: number): readonly number[] {
  const offsets = new Set([
    offsetMinutes(timezone, wallMs - DAY_MS),
    offsetMinutes(timezone, wallMs + DAY_MS),
  ]);
  return [...offsets]
    .map((offset) => ({ offset, atMs: wallMs - offset * MINUTE_MS }))
    .filter(({ offset, atMs }) => offsetMinutes(timezone, atMs) === offset)
    .map(({ atMs }) => atMs)
    .sort((a, b) => a - b);
}

/** The one instant that a wall time means: the first of two, and past the hole by as much as it was in it. */
export function instantOf(timezone: string, wallMs: number): number {
  return instantsOf(timezone, wallMs)[0] ?? wallMs - offsetMinutes(timezone, wallMs - DAY_MS) * MINUTE_MS;
}
