import type { PublishedAt } from '../article/article.ts';

/** Making one takes fifty times as long as using it. A newsroom has a few languages and zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 100;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A publication date as a reader of `language` writes it: `18 September 2023`. A day stays that day in every
 * zone; an instant is the day it was in `timezone` (IANA).
 */
export function dayOf(publishedAt: PublishedAt, language: string, timezone: string): string {
  const zone = DAY_ONLY.test(publishedAt) ? 'UTC' : timezone;
  return formatted(Date.parse(publishedAt), language, { dateStyle: 'long', timeZone: zone });
}

/** An instant as a reader of `language` writes it, to the minute: `18 September 2023 at 08:00`. */
export function momentOf(atMs: number, language: string, timezone: string): string {
  return formatted(atMs, language, { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone });
}

function formatted(atMs: number, language: string, style: Intl.DateTimeFormatOptions): string {
  // Day before month, as datelines of most of the world's newsrooms have it.
  const locale = language === 'en' ? 'en-GB' : language;
  const name = `${locale} ${style.timeZone} ${style.dateStyle} ${style.timeStyle}`;
  const format = FORMATS.get(name) ?? new Intl.DateTimeFormat(locale, style);
  if (FORMATS.size < MOST_FORMATS) FORMATS.set(name, format);
  return format.format(atMs);
}
