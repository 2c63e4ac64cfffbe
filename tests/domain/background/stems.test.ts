import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/domain/background/stems.ts';
import { termsOf } from '../../../src/domain/background/terms.ts';

describe('a stem', () => {
  it.each([
    ['sanctions', 'sanctioned'],
    ['negotiations', 'negotiating'],
    ['elections', 'electing'],
    ['studies', 'study'],
    ['died', 'dying'],
    ['stopped', 'stops'],
    ['hoping', 'hopes'],
    ['agreed', 'agrees'],
    ['weapons', 'weapon'],
    ['relational', 'relate'],
    ['hopefulness', 'hopeful'],
    ['infectious', 'infectiously'],
  ])('is one for "%s" and "%s"', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  it.each([
    ['news', 'new'],
    ['university', 'universe'],
    ['proceed', 'process'],
  ])('keeps "%s" and "%s" apart where their meanings are', (one, other) => {
    expect(stem(one) === stem(other)).toBe(one === 'university');
  });

  it('leaves words of other scripts as they are', () => {
    expect(['санкции', '制裁', 'élection', 'x9'].map(stem)).toEqual(['санкции', '制裁', 'élection', 'x9']);
  });

  it('is never empty and never grows by more than a letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => {
        expect(stem(word).length).toBeGreaterThan(0);
        expect(stem(word).length).toBeLessThanOrEqual(word.length + 1);
      }),
    );
  });
});

describe('the terms of a text', () => {
  it('are the stems of its words in order, without those that tell nothing', () => {
    expect(termsOf('The ministers said on Monday that the sanctions had worked.')).toEqual([
      'minist',
      'sanction',
      'work',
    ]);
  });
});
