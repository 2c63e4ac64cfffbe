import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readPlannedTime } from '../../../src/domain/delivery/planned-time.ts';

const timezone = 'Europe/Madrid';
/** A Thursday. */
const nowMs = DateTime.fromISO('2026-11-26T17:00', { zone: timezone }).toMillis();

function read(text: string, at: { nowMs: number; timezone: string } = { nowMs, timezone }): string {
  const time = readPlannedTime(text, at);
  if (time.kind !== 'time') return time.kind;
  return DateTime.fromMillis(time.atMs, { zone: at.timezone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

describe('a planned time', () => {
  it.each([
    ['18:30', '2026-11-26T18:30'],
    ['at 18:30', '2026-11-26T18:30'],
    ['a las 18:30', '2026-11-26T18:30'],
    ['9:00', '2026-11-27T09:00'],
    ['9', '2026-11-27T09:00'],
    ['9 pm', '2026-11-26T21:00'],
    ['12 am', '2026-11-27T00:00'],
    ['12:15pm', '2026-11-27T12:15'],
    ['18h30', '2026-11-26T18:30'],
    ['20 h', '2026-11-26T20:00'],
    ['today 23:59', '2026-11-26T23:59'],
    ['tomorrow 9:00', '2026-11-27T09:00'],
    ['9:00 tomorrow', '2026-11-27T09:00'],
    ['Tomorrow, at 9am', '2026-11-27T09:00'],
    ['mañana 9:00', '2026-11-27T09:00'],
    ['mañana a las 9 de la mañana', '2026-11-27T09:00'],
    ['hoy a las 8 de la tarde', '2026-11-26T20:00'],
    ['pasado mañana 10:00', '2026-11-28T10:00'],
    ['the day after tomorrow 10:00', '2026-11-28T10:00'],
    ['friday 8:00', '2026-11-27T08:00'],
    ['thu 18:00', '2026-11-26T18:00'],
    ['thursday 8:00', '2026-12-03T08:00'],
    ['el miércoles a las 7', '2026-12-02T07:00'],
    ['28 nov 10:00', '2026-11-28T10:00'],
    ['28 de noviembre a las 10', '2026-11-28T10:00'],
    ['Nov 28 10:00', '2026-11-28T10:00'],
    ['28.11. 10:00', '2026-11-28T10:00'],
    ['28/11/2026 10:00', '2026-11-28T10:00'],
    ['2026-11-28 10:00', '2026-11-28T10:00'],
    ['3 jan 10:00', '2027-01-03T10:00'],
    ['in 2 hours', '2026-11-26T19:00'],
    ['in 90 min', '2026-11-26T18:30'],
    ['dentro de 3 días', '2026-11-29T17:00'],
    ['en 45 minutos', '2026-11-26T17:45'],
  ])('is read: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    '',
    'soon',
    'tomorrow',
    '25:00',
    '9:61',
    '31 april 9:00',
    '2026-11-28',
    '28.11.',
    '13 pm',
    'friday',
  ])('is not guessed: "%s"', (text) => expect(read(text)).toBe('unreadable'));

  it.each(['today 9:00', '2026-11-25 10:00', '1/11/2026 10:00', 'in 0 minutes'])('is not over: %s', (text) =>
    expect(read(text)).toBe('past'),
  );

  it('is not farther than a year', () => {
    expect(read('2028-01-01 9:00')).toBe('too far');
    expect(read('in 400 days')).toBe('too far');
  });

  it.each([
    ['2026-10-24T20:00', 'tomorrow 2:30', '2026-10-25T00:30Z'],
    ['2026-03-28T20:00', 'tomorrow 2:30', '2026-03-29T01:30Z'],
  ])('comes once on the night when clocks change: %s', (now, text, expected) => {
    const at = DateTime.fromISO(now, { zone: timezone }).toMillis();
    expect(readPlannedTime(text, { nowMs: at, timezone })).toEqual({
      kind: 'time',
      atMs: DateTime.fromISO(expected).toMillis(),
    });
  });

  it('is never in the past, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(23), fc.nat(59), (words, hour, minute) => {
        for (const text of [words, `${words} ${hour}:${minute}`, `${hour}:${minute} ${words}`]) {
          const time = readPlannedTime(text, { nowMs, timezone });
          if (time.kind === 'time') expect(time.atMs).toBeGreaterThan(nowMs);
        }
      }),
    );
  });
});
