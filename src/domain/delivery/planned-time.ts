import { namedMonth, namedWeekday, plain } from './time-words.ts';
import { instantOf, toWallMs } from './wall-time.ts';

/** What an editor's words for a time mean, or why they mean none. */
export type PlannedTime =
  | { readonly kind: 'time'; readonly atMs: number }
  | { readonly kind: 'unreadable' | 'past' | 'too far' };

type Now = { readonly nowMs: number; readonly timezone: string };

/** A day as its midnight in wall time, and how far on the next such day is that is meant once its time is over. */
type Day = { readonly midnightMs: number; readonly next?: (midnightMs: number) => number };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FARTHEST_MS = 366 * DAY_MS;

const UNITS_MS: readonly (readonly [RegExp, number])[] = [
  [/^(m|min|mins|minutes?|minutos?)$/, MINUTE_MS],
  [/^(h|hours?|horas?)$/, 60 * MINUTE_MS],
  [/^(d|days?|dias?)$/, DAY_MS],
];

/**
 * Reads `18:30`, `tomorrow 9:00`, `friday 8 am`, `28 nov 10:00`, `28.11. 10:00`, `2026-11-28 10:00`, `in 2 hours`, and the
 * same in Spanish, as times of the zone. A time alone, or with a weekday, is the next one.
 */
export function readPlannedTime(text: string, now: Now): PlannedTime {
  const words = plain(text);
  const spanMs = readSpan(words);
  const atMs = spanMs === undefined ? readMoment(words, now) : now.nowMs + spanMs;
  if (atMs === undefined) return { kind: 'unreadable' };
  if (atMs <= now.nowMs) return { kind: 'past' };
  return atMs > now.nowMs + FARTHEST_MS ? { kind: 'too far' } : { kind: 'time', atMs };
}

function readSpan(words: string): number | undefined {
  const match = /^(?:in|en|dentro de) (\d{1,4}) ?([a-z]+)$/.exec(words);
  const unitMs = UNITS_MS.find(([unit]) => unit.test(match?.[2] ?? ''))?.[1];
  return unitMs === undefined ? undefined : Number(match?.[1]) * unitMs;
}

function readMoment(words: string, now: Now): number | undefined {
  const parts = splitDayAndTime(words);
  if (parts === undefined) return undefined;
  const todayMs = Math.floor(toWallMs(now.timezone, now.nowMs) / DAY_MS) * DAY_MS;
  const day = readDay(parts.day, todayMs);
  if (day === undefined) return undefined;
  const atMs = instantOf(now.timezone, day.midnightMs + parts.minute * MINUTE_MS);
  if (atMs > now.nowMs || day.next === undefined) return atMs;
  return instantOf(now.timezone, day.next(day.midnightMs) + parts.minute * MINUTE_MS);
}

function splitDayAndTime(words: string): { readonly day: string; readonly minute: number } | undefined {
  const last = /^(.*?)(?:(?:^| )(?:at|a las?) |^| )(\d{1,2})(?:[:h](\d{2}))? ?(am|pm|h)?$/.exec(words);
  // A number that leads is a time only when it cannot be a day of the month.
  const first = /^(?:a las? )?(\d{1,2})(?:(?:[:h](\d{2})) ?(am|pm)?| ?(am|pm)) (.+)$/.exec(words);
  const [day, hour, minutes, half] =
    first === null
      ? [last?.[1], last?.[2], last?.[3], last?.[4]]
      : [first[5], first[1], first[2], first[3] ?? first[4]];
  const minute = minuteOfDay(Number(hour), Number(minutes ?? 0), half);
  return day === undefined || minute === undefined ? undefined : { day: day.trim(), minute };
}

function minuteOfDay(hour: number, minutes: number, half: string | undefined): number | undefined {
  const isTwelve = half === 'am' || half === 'pm';
  if (!Number.isInteger(hour) || minutes > 59 || hour > (isTwelve ? 12 : 23)) return undefined;
  if (!isTwelve) return hour * 60 + minutes;
  if (hour === 0) return undefined;
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes;
}

function readDay(words: string, todayMs: number): Day | undefined {
  const text = words.replace(/^(?:on|el|next|this|este|proximo) /, '');
  if (text === '') return { midnightMs: todayMs, next: (midnightMs) => midnightMs + DAY_MS };
  if (/^(today|hoy)$/.test(text)) return { midnightMs: todayMs };
  if (/^(tomorrow|manana)$/.test(text)) return { midnightMs: todayMs + DAY_MS };
  if (/^(the )?(day after tomorrow)$|^pasado manana$/.test(text)) return { midnightMs: todayMs + 2 * DAY_MS };
  return readWeekday(text, todayMs) ?? readDate(text, todayMs);
}

function readWeekday(text: string, todayMs: number): Day | undefined {
  const weekday = namedWeekday(text);
  if (weekday === undefined) return undefined;
  const ahead = (weekday - new Date(todayMs).getUTCDay() + 7) % 7;
  return { midnightMs: todayMs + ahead * DAY_MS, next: (midnightMs) => midnightMs + 7 * DAY_MS };
}

/** `2026-11-28`, `28.11.`, `28/11/2026`, `28 nov`, `28 de noviembre de 2026`, `nov 28`. Day before month. */
function readDate(text: string, todayMs: number): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return dated(Number(iso[3]), Number(iso[2]), iso[1], todayMs);
  const numbers = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4})?)?$/.exec(text);
  if (numbers !== null) return dated(Number(numbers[1]), Number(numbers[2]), numbers[3], todayMs);
  const named = /^(\d{1,2})\.? (?:de )?([a-z]+)\.?(?: (?:de )?(\d{4}))?$/.exec(text);
  if (named !== null) return dated(Number(named[1]), namedMonth(named[2] ?? ''), named[3], todayMs);
  const turned = /^([a-z]+)\.? (\d{1,2})(?: (\d{4}))?$/.exec(text);
  return dated(Number(turned?.[2]), namedMonth(turned?.[1] ?? ''), turned?.[3], todayMs);
}

function dated(
  day: number,
  month: number | undefined,
  year: string | undefined,
  todayMs: number,
): Day | undefined {
  if (month === undefined) return undefined;
  const inYear = (which: number): number => Date.UTC(which, month - 1, day);
  const midnightMs = inYear(year === undefined ? new Date(todayMs).getUTCFullYear() : Number(year));
  // 31 April is no day.
  const read = new Date(midnightMs);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return undefined;
  if (year !== undefined) return { midnightMs };
  return { midnightMs, next: () => inYear(read.getUTCFullYear() + 1) };
}
