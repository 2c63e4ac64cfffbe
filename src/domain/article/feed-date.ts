import { DateTime } from 'luxon';
import { monthNamed } from './month-names.ts';

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?)?`;
const ZONE = String.raw`(?<zone>Z|(?:GMT|UTC?)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z][\w+-]*/[\w/+-]+|[A-Z]{1,5})?(?:\s*\([^)]*\)|\s+(?:GMT|UTC))?`;
const REST = String.raw`(?:[\sT,·-]+(?:at\s+)?${TIME}\s*${ZONE})?\s*$`;
const WEEKDAY = String.raw`^\s*(?:\p{L}+[.,]*\s*)?`;

/** How programs write dates into feeds; the parts of each can be mistaken for nothing else. */
const FORMS: readonly RegExp[] = [
  // Tue, 03 Jun 2025 9:39:21 EDT
  new RegExp(
    String.raw`${WEEKDAY}(?<day>\d{1,2})[\s-]+(?:de\s+)?(?<month>\p{L}{3,})\.?[\s-]+(?:de\s+)?(?<year>\d{4}|\d{2}),?${REST}`,
    'iu',
  ),
  // 2025-06-03 09:39:21 +0200, 2025/6/3, 2025年06月03日 09:39
  new RegExp(String.raw`^\s*(?<year>\d{4})[-/.年](?<number>\d{1,2})[-/.月](?<day>\d{1,2})日?${REST}`, 'iu'),
  // June 3, 2025 9:39 am
  new RegExp(
    String.raw`^\s*(?:\p{L}+,\s*)?(?<month>\p{L}{3,})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${REST}`,
    'iu',
  ),
  // Tue Jun  3 09:39:21 EDT 2025
  new RegExp(
    String.raw`^\s*\p{L}+\s+(?<month>\p{L}{3,})\s+(?<day>\d{1,2})\s+${TIME}\s*${ZONE}\s*(?<year>\d{4})\s*$`,
    'iu',
  ),
];

/** Minutes east of Greenwich. Letters that stand for several zones mean the one of which most feeds with them come. */
// biome-ignore format: a table reads better in rows
const ZONES: Readonly<Record<string, number>> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, met: 60, mez: 60, cest: 120, mest: 120, mesz: 120,
  eet: 120, sast: 120, cat: 120, eest: 180, msk: 180, eat: 180, trt: 180, gst: 240, pkt: 300, ist: 330, npt: 345, wib: 420,
  ict: 420, sgt: 480, hkt: 480, awst: 480, pht: 480, kst: 540, jst: 540, acst: 570, aest: 600, acdt: 630, aedt: 660,
  nzst: 720, nzdt: 780, brt: -180, art: -180, adt: -180, ast: -240, edt: -240, est: -300, et: -300, cdt: -300,
  cst: -360, ct: -360, mdt: -360, mst: -420, mt: -420, pdt: -420, pst: -480, pt: -480, akst: -540, hst: -600,
};

/** A zone as luxon knows it; a time without one counts as UTC, as feeds mean it. */
function zoneOf(written: string | undefined): string | undefined {
  if (written === undefined) return 'utc';
  const offset = /^(?:GMT|UTC?)?\s*([+-])(\d{1,2}?):?(\d{2})?$/i.exec(written);
  if (offset !== null) return `utc${offset[1]}${offset[2]}:${offset[3] ?? '00'}`;
  if (written.includes('/')) return written;
  const minutes = ZONES[written.toLowerCase()];
  return minutes === undefined
    ? undefined
    : `utc${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}

function yearOf(written: string): number {
  const year = Number(written);
  return written.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}

type Parts = Readonly<Record<string, string | undefined>>;

function hourOf({ hour, half }: Parts): number {
  const written = Number(hour);
  const isEvening = half?.toLowerCase().startsWith('p') === true;
  if (half === undefined) return written;
  return (written % 12) + (isEvening ? 12 : 0);
}

function written(parts: Parts): string | undefined {
  const month = parts['number'] === undefined ? monthNamed(parts['month'] ?? '') : Number(parts['number']);
  if (month === undefined) return undefined;
  const day = { year: yearOf(parts['year'] ?? ''), month, day: Number(parts['day']) };
  const zone = zoneOf(parts['zone']);
  const noon = DateTime.fromObject(day, { zone: 'utc' });
  if (!noon.isValid) return undefined;
  if (parts['hour'] === undefined || zone === undefined) return noon.toISODate();
  const time = { hour: hourOf(parts), minute: Number(parts['minute']), second: Number(parts['second'] ?? 0) };
  const moment = DateTime.fromObject({ ...day, ...time }, { zone });
  return moment.isValid ? instant(moment) : noon.toISODate();
}

function instant(moment: DateTime<true>): string {
  return moment.toUTC().toISO({ suppressMilliseconds: true });
}

/**
 * The date that a program wrote into a feed, as an instant in UTC or a day (`2025-06-03`): RFC 2822 and ISO 8601 with the
 * liberties that feeds take, and seconds or milliseconds since 1970. Undefined when it cannot be told; whether it can be
 * true is for others to judge.
 */
export function feedDate(raw: string): string | undefined {
  const text = raw.trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const moment = DateTime.fromMillis(Number(text) * (text.length === 10 ? 1000 : 1));
    return moment.isValid ? instant(moment) : undefined;
  }
  const iso = DateTime.fromISO(text, { zone: 'utc' });
  if (iso.isValid && text.length > 10) return instant(iso);
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return written(parts);
  }
  return undefined;
}
