import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneSlipFrom, slipsBetween } from '../../../src/domain/archive/slips.ts';

/** The textbook's recursion, without a band or an end. */
function slipsByTable(a: string, b: string): number {
  const at = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const isSame = a[i - 1] === b[j - 1];
    const best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (isSame ? 0 : 1));
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    return isSwap ? Math.min(best, cell(i - 2, j - 2) + 1) : best;
  };
  const known = new Map<string, number>();
  const cell = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const value = known.get(key) ?? at(i, j);
    known.set(key, value);
    return value;
  };
  return cell(a.length, b.length);
}

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

  it('are counted as the whole table of them would', () => {
    const word = fc.stringMatching(/^[abc]{0,8}$/);
    fc.assert(
      fc.property(word, word, fc.nat(3), (one, other, most) => {
        expect(slipsBetween(one, other, most)).toBe(Math.min(most + 1, slipsByTable(one, other)));
      }),
      { numRuns: 400 },
    );
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
