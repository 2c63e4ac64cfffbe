import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parseSchedule } from '../../../src/domain/delivery/schedule.ts';
import { nextSlot, slotsBetween } from '../../../src/domain/delivery/slots.ts';
import { parseTimezone } from '../../../src/domain/delivery/wall-time.ts';

const at = (iso: string, zone = 'UTC'): number => DateTime.fromISO(iso, { zone }).toMillis();

function localTimes(schedule: string, zone: string, from: string, to: string): string[] {
  return slotsBetween(schedule, zone, at(from, zone) - 1, at(to, zone)).map((slot) =>
    DateTime.fromMillis(slot, { zone }).toFormat('HH:mm ZZ'),
  );
}

describe('a schedule', () => {
  it.each(['*/10 * * * *', '0 8-20 * * 1-5', '*/5 * * * * *', '0 8 * * *; 30 17 * * *', '@hourly'])(
    'is read: %s',
    (text) => expect(parseSchedule(text)).toBe(text),
  );

  it.each([
    ['', 'The schedule is empty'],
    [' ; ', 'The schedule is empty'],
    ['every ten minutes', '"every ten minutes" is not a schedule (it has 3 fields)'],
    ['61 * * * *', '"61 * * * *" is not a schedule'],
    ['0 8 * * *; bad', '"bad" is not a schedule (it has 1 fields)'],
    ['0 0 31 4 *', '"0 0 31 4 *" is not a schedule'],
    ['H * * * *', '(H stands for chance)'],
  ])('is refused with a sentence that shows it and what to write: "%s"', (text, sentence) => {
    const parsed = parseSchedule(text);
    expect(parsed).toHaveProperty('problem', expect.stringContaining(sentence));
    expect(parsed).toHaveProperty('problem', expect.stringContaining('write five fields'));
  });
});

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'UTC', 'America/St_Johns'])('is known by its IANA name: %s', (name) =>
    expect(parseTimezone(name)).toBe(name),
  );

  it.each(['CEST', '+02:00', 'Mars/Olympus', ''])(
    'is refused when it knows of no clock changes: "%s"',
    (name) => expect(parseTimezone(name)).toHaveProperty('problem', expect.stringContaining('IANA name')),
  );
});

describe('slots on the nights when clocks change', () => {
  it('come once for a time that the spring night has not, as much later as the clocks jump', () => {
    expect(localTimes('30 2 * * *', 'Europe/Berlin', '2026-03-29T00:00', '2026-03-29T23:59')).toEqual([
      '03:30 +02:00',
    ]);
  });

  it('come once for a time that the autumn night has twice', () => {
    expect(localTimes('30 2 * * *', 'Europe/Berlin', '2026-10-25T00:00', '2026-10-25T23:59')).toEqual([
      '02:30 +02:00',
    ]);
  });

  it('go on through the repeated hour in a rhythm that names all hours', () => {
    expect(localTimes('*/30 * * * *', 'Europe/Berlin', '2026-10-25T01:30', '2026-10-25T03:30')).toEqual([
      '01:30 +02:00',
      '02:00 +02:00',
      '02:30 +02:00',
      '02:00 +01:00',
      '02:30 +01:00',
      '03:00 +01:00',
      '03:30 +01:00',
    ]);
  });

  it('leave no more than the rhythm between them in a zone that moves by half an hour', () => {
    const slots = slotsBetween(
      '*/10 * * * *',
      'Australia/Lord_Howe',
      at('2026-04-04T00:00Z'),
      at('2026-04-05T00:00Z'),
    );
    const gaps = slots.slice(1).map((slot, index) => slot - (slots[index] ?? 0));
    expect(new Set(gaps)).toEqual(new Set([600_000]));
  });

  it('are found where midnight itself is skipped', () => {
    expect(localTimes('0 0 * * *', 'America/Santiago', '2026-09-06T01:00', '2026-09-06T23:00')).toEqual([
      '01:00 -03:00',
    ]);
  });

  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Africa/Cairo',
    'Pacific/Chatham',
  ])('come exactly once on each day of a year in %s', (zone) => {
    for (const time of ['15 1', '30 2', '0 0', '45 3']) {
      const slots = slotsBetween(
        `${time} * * *`,
        zone,
        at('2026-01-01T00:00', zone) - 1,
        at('2026-12-31T23:59', zone),
      );
      const days = slots.map((slot) => DateTime.fromMillis(slot, { zone }).toISODate());
      expect(new Set(days).size).toBe(365);
      expect(days.length).toBe(365);
    }
  });
});

describe('the next slot', () => {
  it('is after the instant that is given, never at it', () => {
    expect(nextSlot('*/10 * * * *', 'UTC', at('2026-05-01T10:00Z'))).toBe(at('2026-05-01T10:10Z'));
    expect(nextSlot('*/10 * * * *', 'UTC', at('2026-05-01T10:09:59.999Z'))).toBe(at('2026-05-01T10:10Z'));
  });

  it('is found years ahead', () => {
    expect(nextSlot('0 12 29 2 *', 'UTC', at('2026-05-01T10:00Z'))).toBe(at('2028-02-29T12:00Z'));
  });

  it('is the first of several expressions, and one where two meet', () => {
    expect(
      slotsBetween('0 8 * * *; 0 */4 * * *', 'UTC', at('2026-05-01T07:00Z'), at('2026-05-01T12:00Z')),
    ).toEqual([at('2026-05-01T08:00Z'), at('2026-05-01T12:00Z')]);
  });

  it('is at the second in expressions of six fields', () => {
    expect(nextSlot('*/5 * * * * *', 'UTC', at('2026-05-01T10:00:03Z'))).toBe(at('2026-05-01T10:00:05Z'));
  });
});
