import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PublishedAt } from '../../../src/domain/article/article.ts';
import { dayOf } from '../../../src/domain/post/dates.ts';
import { shorten, withinBytes } from '../../../src/domain/post/fit.ts';

describe('fitting', () => {
  it('cuts after a word, with an ellipsis', () => {
    expect(shorten('The harbour bridge is closed', 20)).toBe('The harbour bridge…');
  });

  it('leaves alone what fits', () => {
    expect(shorten('The harbour', 11)).toBe('The harbour');
  });

  it('never goes over the limit and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(Buffer.from(short).toString()).toBe(short);
        const few = withinBytes(text, limit);
        expect(Buffer.byteLength(few)).toBeLessThanOrEqual(limit);
        expect(text.startsWith(few)).toBe(true);
      }),
    );
  });
});

describe('a date', () => {
  it.each([
    ['2026-06-03', 'en', 'Pacific/Auckland', '3 June 2026'],
    ['2026-06-03T22:30:00Z', 'en', 'Europe/Madrid', '4 June 2026'],
    ['2026-06-03', 'es', 'UTC', '3 de junio de 2026'],
  ])('%s reads in "%s" and %s as "%s"', (at, language, zone, expected) => {
    expect(dayOf(at as PublishedAt, language, zone)).toBe(expected);
  });
});
