import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';
import type { PublishedAt } from './article.ts';
import { monthNamed } from './month-names.ts';

// biome-ignore format: a table reads better in rows
const ZONES: Readonly<Record<string, number | string>> = {
  utc: 0, gmt: 0, z: 0, bst: 60, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180, ist: 330,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
  et: 'America/New_York', ct: 'America/Chicago', mt: 'America/Denver', pt: 'America/Los_Angeles',
};

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.|º|er)?`;
const MONTH = String.raw`(?:\p{L}{2,6}/)?(?<month>\p{L}{3,12})\.?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;

/** Written dates whose parts cannot be mistaken for each other: `3/4/2023` is none of them. */
const FORMS: readonly RegExp[] = [
  // How C prints a moment, and what Java makes of it: `Fri Jun 07 09:09:28 UTC 2013`.
  /^\p{L}{3},?\s+(?<month>\p{L}{3})\.?\s+(?<day>\d{1,2})\s+(?<clock>\d{1,2}:\d{2})(?::\d{2})?\s+(?<zone>[A-Z]{1,4})?\s*(?<year>(?:19|20)\d{2})$/u,
  /(?<year>(?:19|20)\d{2})-(?<number>\d{2})-(?<day>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<year>(?:19|20)\d{2})\/(?<number>\d{1,2})\/(?<day>\d{1,2})(?!\d)/u,
  /(?<!\d)(?<year>(?:19|20)\d{2})\. ?(?<number>\d{1,2})\. ?(?<day>\d{1,2})(?!\d)\.?/u,
  /^(?<year>(?:19|20)\d{2})(?<number>\d{2})(?<day>\d{2})$/u,
  /(?<year>(?:19|20)\d{2})\s?[年년]\s?(?<number>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u,
  new RegExp(String.raw`\b${DAY}\s+(?:de\s+)?${MONTH},?\s+(?:de\s+)?${YEAR}\b`, 'iu'),
  new RegExp(String.raw`(?<!\p{L})${MONTH}\s+${DAY},?\s+${YEAR}\b`, 'iu'),
  new RegExp(String.raw`${YEAR}\.?\s+${MONTH}\s+${DAY}`, 'iu'),
  new RegExp(String.raw`\b(?<day>\d{1,2})\.(?<number>\d{1,2})\.${YEAR}\b`, 'u'),
  new RegExp(String.raw`\b(?<day>1[3-9]|2\d|3[01])/(?<number>\d{1,2})/${YEAR}\b`, 'u'),
  new RegExp(String.raw`\b(?<number>\d{1,2})/(?<day>1[3-9]|2\d|3[01])/${YEAR}\b`, 'u'),
  new RegExp(String.raw`(?<![\d/])(?<day>0?[1-9]|1[0-2])/(?<number>\k<day>)/${YEAR}\b`, 'u'),
  /(?<![\d/])(?<number>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<year>\d{2})(?=\s+\d{1,2}:\d{2})/u,
];

const TIME =
  /(?<![\d-])(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?<half>[ap]\.?m\.?)?\s*(?<zone>(?:GMT|UTC)?[+-]\d{2}:?\d{2}|[A-Z]{1,4}\b)?/i;

function monthOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  if (groups['number'] !== undefined) return Number(groups['number']);
  return monthNamed(groups['month'] ?? '');
}

/** A zone as luxon knows it; undefined for one that nobody has told apart. */
function zoneOf(zone: string | undefined): FixedOffsetZone | IANAZone | undefined {
  if (zone === undefined) return undefined;
  const numeric = /^(?:GMT|UTC)?(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})$/i.exec(zone)?.groups;
  if (numeric !== undefined) {
    const minutes = Number(numeric['hours']) * 60 + Number(numeric['minutes']);
    return FixedOffsetZone.instance(numeric['sign'] === '-' ? -minutes : minutes);
  }
  const known = ZONES[zone.toLowerCase()];
  if (known === undefined) return undefined;
  return typeof known === 'string' ? IANAZone.create(known) : FixedOffsetZone.instance(known);
}

type Time = { readonly hour: number; readonly minute: number; readonly zone: FixedOffsetZone | IANAZone };

function timeOf(text: string): Time | undefined {
  const groups = TIME.exec(text)?.groups;
  const zone = zoneOf(groups?.['zone']);
  if (groups === undefined || zone === undefined) return undefined;
  const half = groups['half']?.toLowerCase()[0];
  const hour = Number(groups['hour']);
  const shift = half === 'p' && hour < 12 ? 12 : half === 'a' && hour === 12 ? -12 : 0;
  return { hour: hour + shift, minute: Number(groups['minute']), zone };
}

const iso = (date: DateTime): string | null => date.toUTC().toISO({ suppressMilliseconds: true });

/** A date as words in a line, with where it stands; a day alone unless the line gives a time with its zone. */
export type FoundDate = { readonly at: PublishedAt; readonly start: number; readonly end: number };

export function findDate(line: string): FoundDate | undefined {
  for (const form of FORMS) {
    const match = form.exec(line);
    const found = match?.groups && dateIn(match.groups, line.slice(match.index + match[0].length));
    if (found !== undefined)
      return { at: found, start: match?.index ?? 0, end: (match?.index ?? 0) + (match?.[0].length ?? 0) };
  }
  return undefined;
}

/** The date of a form's parts, with the time that they or the words behind them give. */
function dateIn(
  groups: Readonly<Record<string, string | undefined>>,
  behind: string,
): PublishedAt | undefined {
  const month = monthOf(groups);
  if (month === undefined) return undefined;
  const year = Number(groups['year']);
  const day = DateTime.utc(year < 100 ? 2000 + year : year, month, Number(groups['day']));
  if (!day.isValid || !isSaneDate(day.toMillis())) return undefined;
  const { clock, zone } = groups;
  const time = timeOf(clock === undefined ? behind : `${clock} ${zone ?? ''}`);
  const moment =
    time && day.setZone(time.zone, { keepLocalTime: true }).set({ hour: time.hour, minute: time.minute });
  const written = moment?.isValid === true ? iso(moment) : undefined;
  return (written ?? day.toISODate()) as PublishedAt;
}

const OLDEST_MS = Date.UTC(1995, 0, 1);
const AHEAD_MS = 24 * 3_600_000;

/** Nothing before 1995 or more than a day ahead of `nowMs`: some publishers say year 1. */
export function isSaneDate(ms: number, nowMs: number = Number.POSITIVE_INFINITY): boolean {
  return ms >= OLDEST_MS && ms <= nowMs + AHEAD_MS;
}

/** ISO 8601 with its time, RFC 2822 or SQL; eight digits are a day without its hour, and no moment. */
function momentOf(text: string): DateTime | undefined {
  if (/^\d{8}$/.test(text)) return undefined;
  const readings = [DateTime.fromISO, DateTime.fromRFC2822, DateTime.fromSQL];
  return readings.map((read) => read(text, { zone: 'utc' })).find(({ isValid }) => isValid);
}

/**
 * A machine's date (ISO 8601, RFC 2822, or a written date) as the bot keeps it; undefined when it cannot be told or
 * cannot be true. A time without a zone counts as UTC, as feeds mean it.
 */
export function toPublishedAt(raw: string, nowMs?: number): PublishedAt | undefined {
  const text = raw.trim();
  // A year or a month is no date of a story.
  if (/^\d{4}(?:-\d{2})?$/.test(text)) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = momentOf(text);
  const at = isDay ? moment?.toISODate() : moment === undefined ? findDate(text)?.at : iso(moment);
  if (at === undefined || at === null) return undefined;
  return isSaneDate(Date.parse(at), nowMs) ? (at as PublishedAt) : undefined;
}

// biome-ignore format: a table reads better in rows
const WORDS_ROUND_DATES = [
  '(?:first |last |originally )?(?:published|posted|updated|modified|created|issued|date|time|on|at)',
  'publié|mis à jour|le|à', 'publicado|actualizado|el', 'pubblicato|aggiornato|alle|ore', 'publicado em|atualizado(?: em)?|às',
  'veröffentlicht|aktualisiert|am|um|uhr', 'gepubliceerd|geplaatst|bijgewerkt|om', 'publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|kl',
  'опубликовано|обновлено|опубліковано|оновлено', 'opublikowano|dodano|aktualizacja', 'megjelent|frissítve', 'yayınlanma|güncelleme',
  'نشر|آخر|تحديث|ال\\p{L}+',
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?', '\\p{L}+tag', 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo',
].join('|');

/** What may stand with a date on a line that gives a date and nothing else. */
const AROUND_A_DATE = new RegExp(
  String.raw`^(?:(?:${WORDS_ROUND_DATES})(?!\p{L})|[\s,،|·•–—:.()-]|[ap]\.?m\b\.?|\b(?:e|p|c|m)[sd]?t\b|\b(?:gmt|utc|z|bst|ceste?|cet|ist)\b|\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?|t(?=\d)|[+-]\d{2}:?\d{2}|\d{1,2} min(?:ute)?s? read)*$`,
  'iu',
);

/** Whether words that stand beside a date say nothing else than when. */
export function saysWhenAlone(words: string): boolean {
  return AROUND_A_DATE.test(words);
}

/** The date of a line that says nothing else: `Published: September 18, 2023 10:04 AM EST`. */
export function dateOfLine(line: string): PublishedAt | undefined {
  if (line.length > 90) return undefined;
  const found = findDate(line);
  if (found === undefined) return undefined;
  const rest = [line.slice(0, found.start), line.slice(found.end)];
  // Agencies put the place before it: `PORT AMITY | Fri Jul 19, 2013 2:34am EDT`.
  const before = rest[0]?.replace(/^\p{Lu}[\p{L}\p{M} ,.'’-]{1,40}\s\|\s/u, '') ?? '';
  const restOfUpdate = rest[1]?.replace(/^.*?\b(?:updated|modified)\b.*$/i, '') ?? '';
  return [before, restOfUpdate].every((part) => saysWhenAlone(part)) ? found.at : undefined;
}
