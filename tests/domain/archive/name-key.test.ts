import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, nameTokens } from '../../../src/domain/archive/name-key.ts';

describe('the key of a name', () => {
  it.each([
    ['Kol Dan Ree', 'Kol Dan-ree'],
    ['Kol Dan Ree', 'KOL DAN REE'],
    ['José Núñez', 'Jose Nunez'],
    ['Jørgen Sørby', 'Jorgen Sorby'],
    ['J.K. Marsh', 'J. K. Marsh'],
    ['U.S. Tide Office', 'US Tide Office'],
    ['The Tide Office', 'Tide Office'],
    ['Mr. Paul O’Dell', "Paul O'Dell"],
    ['Ann Marsh’s', 'Ann Marsh'],
  ])('is one for "%s" and "%s"', (one, other) => {
    expect(nameKey(other)).toBe(nameKey(one));
  });

  it.each([
    ['Ann Marsh', 'Paul Marsh'],
    ['Paul Marsh', 'Paul Marsh Jr.'],
    ['Paul W. Marsh', 'Paul Marsh'],
    ['Олена Гайдук', 'Олена Гайдай'],
    ['!!!', '???'],
  ])('parts "%s" from "%s"', (one, other) => {
    expect(nameKey(other)).not.toBe(nameKey(one));
  });

  it('has 1 to 32 letters, digits and underscores, whatever the name, and stays the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        expect(nameKey(name)).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(nameKey(name)).toBe(nameKey(name));
      }),
    );
  });

  it('keeps two long names apart that begin alike', () => {
    const long = 'International Commission for the Lower Ister and its';
    expect(nameKey(`${long} Harbours`)).not.toBe(nameKey(`${long} Bridges`));
  });
});

describe('the words of a name', () => {
  it('keep a form of address that is all there is', () => {
    expect(nameTokens('The Hon. Marsh')).toEqual(['marsh']);
    expect(nameTokens('Dame')).toEqual(['dame']);
  });
});
