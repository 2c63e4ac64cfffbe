import { describe, expect, inject, it } from 'vitest';
import { liveThrough, wrongIn, ZONES } from '../../../../bench/delivery/virtual-year.ts';

describe('three workers', () => {
  it.concurrent.each([
    ['the south leaves summer time', Date.UTC(2027, 3, 3, 12)],
    ['Madrid leaves summer time', Date.UTC(2027, 9, 30, 12)],
  ])(
    'use every slot of four zones once on the day when %s',
    async (_, fromMs) => {
      const day = { fromMs, days: 1 };
      const posted = await liveThrough(inject('redisUrl'), day);
      expect(wrongIn(posted, day)).toEqual([]);
      expect(posted.length).toBeGreaterThan(ZONES.length * 3);
    },
    60_000,
  );

  it('are seen to leave a slot out, to use one twice, and to use none', () => {
    const day = { fromMs: Date.UTC(2027, 0, 1), days: 1 };
    const twice = { zone: ZONES[0], atMs: Date.UTC(2027, 0, 1, 7, 0, 5), article: 'a' };
    const wrong = wrongIn([twice, twice, { ...twice, atMs: Date.UTC(2027, 0, 1, 9) }], day).join('\n');
    expect(wrong).toContain('2027-01-01 08:00 +01:00 Europe/Madrid was used 2 times');
    expect(wrong).toContain('2027-01-01 10:00 +01:00 Europe/Madrid is no slot');
    expect(wrong).toContain('2027-01-01 20:15 +01:00 Europe/Madrid was used 0 times');
  });
});
