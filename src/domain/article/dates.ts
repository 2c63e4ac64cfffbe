import { DateTime } from 'luxon';
import type { PublishedAt } from './article.ts';

/** The first letters by which month names of the larger news languages are told apart. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(jan|janv|gen|ene|янв|січ)/, 1],
  [/^(feb|fév|fev|févr|фев|лют)/, 2],
  [/^(mar|mär|mrz|maa|мар|бер)/, 3],
  [/^(apr|avr|abr|апр|кві)/, 4],
  [/^(may|mai|mei|mag|май|мая|тра)/, 5],
  [/^(jun|juin|giu|июн|чер)/, 6],
  [/^(jul|juil|lug|июл|лип)/, 7],
  [/^(aug|aoû|aou|ago|авг|сер)/, 8],
  [/^(sep|set|сен|вер)/, 9],
  [/^(oct|okt|ott|out|окт|жов)/, 10],
  [/^(nov|ноя|лис)/, 11],
  [/^(dec|dez|déc|dic|дек|гру)/, 12],
];

// biome-ignore format: a table reads better in rows
const ZONES: Readonly<Record<string, number>> = {
  utc: 0, gmt: 0, z: 0, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, ist: 330,
  est: -300, edt: -240, et: -300, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
};

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.|º|er)?`;
const MONTH = String.raw`(?<month>\p{L}{3,10})\.?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;

/** Written dates whose parts cannot be mistaken for each other: `3/4/2023` is none of them. */
const FORMS: readonly RegExp[] = [
  /(?<year>(?:19|20)\d{2})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/u,
  new RegExp(String.raw`\b${DAY}\s+(?:de\s+)?${MONTH},?\s+(?:de\s+)?${YEAR}\b`, 'iu'),
  new RegExp(String.raw`(?<!\p{L})${MONTH}\s+${DAY},?\s+${YEAR}\b`, 'iu'),
  new RegExp(String.raw`\b(?<day>\d{1,2})\.(?<number>\d{1,2})\.${YEAR}\b`, 'u'),
  new RegExp(String.raw`\b(?<day>1[3-9]|2\d|3[01])/(?<number>\d{1,2})/${YEAR}\b`, 'u'),
  new RegExp(String.raw`\b(?<number>\d{1,2})/(?<day>1[3-9]|2\d|3[01])/${YEAR}\b`, 'u'),
];

const TIME =
  /(?<![\d-])(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>[A-Z]{1,4}\b|[+-]\d{2}:?\d{2})?/i;

function monthOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  if (groups['number'] !== undefined) return Number(groups['number']);
  const name = groups['month']?.toLowerCase() ?? '';
  return MONTHS.find(([pattern]) => pattern.test(name))?.[1];
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric === null) return ZONES[zone.toLowerCase()];
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return numeric[1] === '-' ? -minutes : minutes;
}

function timeOf(text: string): { hour: number; minute: number; offset: number } | undefined {
  const groups = TIME.exec(text)?.groups;
  const offset = offsetOf(groups?.['zone']);
  if (groups === undefined || offset === undefined) return undefined;
  const half = groups['half']?.toLowerCase()[0];
  const hour = Number(groups['hour']);
  const shift = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0;
  return { hour: hour + shift, minute: Number(groups['minute']), offset };
}

const iso = (date: DateTime): string | null => date.toUTC().toISO({ suppressMilliseconds: true });

/** A date as words in a line, with where it stands; a day alone unless the line gives a time with its zone. */
export type FoundDate = { readonly at: PublishedAt; readonly start: number; readonly end: number };

export function findDate(line: string): FoundDate | undefined {
  for (const form of FORMS) {
    const match = form.exec(line);
    const month = match?.groups && monthOf(match.groups);
    if (match?.groups === undefined || month === undefined) continue;
    const day = DateTime.utc(Number(match.groups['year']), month, Number(match.groups['day']));
    if (!day.isValid || !isSaneDate(day.toMillis())) continue;
    const end = match.index + match[0].length;
    const time = timeOf(line.slice(end));
    const moment = time && day.set({ hour: time.hour, minute: time.minute }).minus({ minutes: time.offset });
    const written = moment?.isValid === true ? iso(moment) : day.toISODate();
    return { at: (written ?? day.toISODate()) as PublishedAt, start: match.index, end };
  }
  return undefined;
}

const OLDEST_MS = Date.UTC(1995, 0, 1);
const AHEAD_MS = 24 * 3_600_000;

/** Nothing before 1995 or more than a day ahead of `nowMs`: some publishers say year 1. */
export function isSaneDate(ms: number, nowMs: number = Number.POSITIVE_INFINITY): boolean {
  return ms >= OLDEST_MS && ms <= nowMs + AHEAD_MS;
}

/**
 * A machine's date (ISO 8601, RFC 2822, or a written date) as the bot keeps it; undefined when it cannot be told or
 * cannot be true. A time without a zone counts as UTC, as feeds mean it.
 */
export function toPublishedAt(raw: string, nowMs?: number): PublishedAt | undefined {
  const text = raw.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const day = DateTime.fromISO(text, { zone: 'utc' });
    return day.isValid && isSaneDate(day.toMillis(), nowMs) ? (text as PublishedAt) : undefined;
  }
  for (const read of [DateTime.fromISO, DateTime.fromRFC2822, DateTime.fromSQL]) {
    const date = read(text, { zone: 'utc' });
    if (!date.isValid) continue;
    return isSaneDate(date.toMillis(), nowMs)
      ? ((iso(date) ?? undefined) as PublishedAt | undefined)
      : undefined;
  }
  const written = findDate(text)?.at;
  return written !== undefined && isSaneDate(Date.parse(written), nowMs) ? written : undefined;
}

const AROUND_A_DATE =
  /^[\s,|·•–—:()-]*$|^(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|date|issued|on|at|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|[\s,|·•–—:.()-]|[ap]\.?m\b\.?|\b(?:e|p|c|m)[sd]?t\b|\bgmt\b|\butc\b|\bz\b|\bbst\b|\bceste?\b|\bcet\b|\bist\b|\buhr\b|\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?|t(?=\d)|[+-]\d{2}:?\d{2}|\d{1,2} min(?:ute)?s? read|\p{L}+tag\b|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|el|le|am|um|à)*$/iu;

/** The date of a line that says nothing else: `Published: September 18, 2023 10:04 AM EST`. */
export function dateOfLine(line: string): PublishedAt | undefined {
  if (line.length > 90) return undefined;
  const found = findDate(line);
  if (found === undefined) return undefined;
  const rest = [line.slice(0, found.start), line.slice(found.end)];
  const restOfUpdate = rest[1]?.replace(/^.*?\b(?:updated|modified)\b.*$/i, '') ?? '';
  return [rest[0] ?? '', restOfUpdate].every((part) => AROUND_A_DATE.test(part)) ? found.at : undefined;
}
