import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSlipFrom, slipsBetween } from '../../../src/domain/archive/slips.ts';

describe('slips of a letter', () => {
  it.each([
    ['pushin', 'pushin', 0],
    ['pushn', 'pushin', 1],
    ['puhsin', 'pushin', 1],
    ['bushin', 'pushin', 1],
    ['pusshin', 'pushin', 1],
    ['bushn', 'pushin', 2],
    ['marsh', 'pushin', 3],
    ['', 'ab', 2],
  ])('part "%s" from "%s" by %i', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });

  it('make exactly the words that are one slip away', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,9}$/), (word) => {
        const slips = oneSlipFrom(word);
        expect(slips).not.toContain(word);
        for (const slip of slips.filter((_, at) => at % 17 === 0))
          expect(slipsBetween(word, slip, 2)).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('are none for a word too short to tell, or too long to be one', () => {
    expect(oneSlipFrom('ab')).toEqual([]);
    expect(oneSlipFrom('a'.repeat(25))).toEqual([]);
  });

  it('stay in the script of the word', () => {
    expect(oneSlipFrom('гайдк')).toContain('гайдук');
  });
});
