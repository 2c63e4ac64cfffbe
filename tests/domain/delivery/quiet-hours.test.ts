import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { comingSlots, dueSlots, MISSED_SLOTS } from '../../../src/domain/delivery/due-slots.ts';
import { isQuiet, parseQuietHours, quietEnd } from '../../../src/domain/delivery/quiet-hours.ts';

const zone = 'Europe/Berlin';
const at = (iso: string): number => DateTime.fromISO(iso, { zone }).toMillis();
const night = { fromMinute: 22 * 60, toMinute: 7 * 60 };

describe('quiet hours', () => {
  it.each([
    ['22:00-07:00', { fromMinute: 1320, toMinute: 420 }],
    [' 1:30 – 5:00 ', { fromMinute: 90, toMinute: 300 }],
    ['20:00-24:00', { fromMinute: 1200, toMinute: 0 }],
  ])('are read: "%s"', (text, expected) => expect(parseQuietHours(text)).toEqual(expected));

  it.each(['22-7', '25:00-07:00', '22:60-07:00', '22:00-22:00', 'night', ''])(
    'are refused with an example of what to write: "%s"',
    (text) => expect(parseQuietHours(text)).toHaveProperty('problem', expect.any(String)),
  );

  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
  ])('over midnight hold at %s: %s', (time, expected) => {
    expect(isQuiet(night, zone, at(`2026-05-02T${time}`))).toBe(expected);
  });

  it('end at an instant that is outside them and not before, whatever the night', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.record({ fromMinute: minutes, toMinute: minutes }).filter((q) => q.fromMinute !== q.toMinute),
        fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-31T00:00') }),
        (quiet, atMs) => {
          const end = quietEnd(quiet, zone, atMs);
          expect(end).toBeGreaterThanOrEqual(atMs);
          expect(end - atMs).toBeLessThanOrEqual(25 * 3_600_000);
        },
      ),
    );
  });

  it('end at the second half past two of the autumn night for who asks within the repeated hour', () => {
    const quiet = { fromMinute: 22 * 60, toMinute: 150 };
    const secondQuarterPastTwo = DateTime.fromISO('2026-10-25T01:15Z').toMillis();
    expect(quietEnd(quiet, zone, secondQuarterPastTwo)).toBe(secondQuarterPastTwo + 15 * 60_000);
  });
});

describe('slots that are due', () => {
  const timetable = { schedule: '*/10 * * * *', timezone: zone, quietHours: night, missed: MISSED_SLOTS };

  it('are none in the quiet hours and one at their end', () => {
    expect(dueSlots(timetable, at('2026-05-02T21:55'), at('2026-05-03T06:59:59'))).toEqual([]);
    expect(
      dueSlots(timetable, at('2026-05-03T06:59:59'), at('2026-05-03T07:00:01')).map((s) => s.slotMs),
    ).toEqual([at('2026-05-03T07:00')]);
  });

  it('come once however often they are asked for', () => {
    const day = { ...timetable, quietHours: night };
    const found: number[] = [];
    let after = at('2026-05-02T12:00');
    for (let now = after; now <= at('2026-05-03T12:00'); now += 32_000) {
      found.push(...dueSlots(day, after, now).map((slot) => slot.slotMs));
      after = now;
    }
    expect(found).toEqual([...new Set(found)]);
    expect(found.length).toBe(59 + 31);
  });

  it.each([
    ['none', 0],
    ['last', 1],
    ['all', 17],
  ] as const)('that were missed are made up as configured: %s', (makeUp, count) => {
    const missed = { makeUp, withinMs: 86_400_000, gapMs: 300_000 };
    const now = at('2026-05-02T12:05');
    const due = dueSlots({ ...timetable, missed }, at('2026-05-02T09:15'), now);
    expect(due.length).toBe(count);
    expect(due.map((slot) => slot.fromMs)).toEqual(due.map((_, index) => now + index * 300_000));
  });

  it('that were missed long ago are gone', () => {
    const missed = { makeUp: 'all', withinMs: 3_600_000, gapMs: 0 } as const;
    const due = dueSlots({ ...timetable, missed }, at('2025-01-01T00:00'), at('2026-05-02T12:05'));
    expect(due.length).toBe(6);
  });

  it('that would be made up into the quiet hours wait for their end', () => {
    const missed = { makeUp: 'all', withinMs: 86_400_000, gapMs: 600_000 } as const;
    const due = dueSlots({ ...timetable, missed }, at('2026-05-02T20:00'), at('2026-05-02T21:55'));
    expect(due.at(-1)?.fromMs).toBe(at('2026-05-03T07:00'));
  });
});

describe('the coming slots', () => {
  it('show the end of the quiet hours once', () => {
    const timetable = { schedule: '0 * * * *', timezone: zone, quietHours: night };
    expect(comingSlots(timetable, at('2026-05-02T20:30'), 4)).toEqual(
      ['2026-05-02T21:00', '2026-05-03T07:00', '2026-05-03T08:00', '2026-05-03T09:00'].map(at),
    );
    expect(comingSlots(timetable, at('2026-05-02T23:30'), 2)).toEqual(
      ['2026-05-03T07:00', '2026-05-03T08:00'].map(at),
    );
  });
});
