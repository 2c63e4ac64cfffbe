import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShares } from '../../../src/domain/archive/read-shares.ts';

describe('what is read of the terms of a question', () => {
  it('is all there is while that is little', () => {
    expect(readShares([3, 0, 40], 100)).toEqual([3, 0, 40]);
  });

  it('is all of the rare terms, and of the common ones the same stretch of time', () => {
    expect(readShares([200_000, 50, 400_000], 3_050)).toEqual([1_000, 50, 2_000]);
  });

  it('is never more than the budget but for a rounding, nor more than there is', () => {
    const totals = fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 12 });
    fc.assert(
      fc.property(totals, fc.integer({ min: 1, max: 50_000 }), (counts, budget) => {
        const shares = readShares(counts, budget);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(budget + counts.length);
        shares.forEach((share, at) => {
          expect(share).toBeLessThanOrEqual(counts[at] ?? 0);
          if ((counts[at] ?? 0) > 0) expect(share).toBeGreaterThan(0);
        });
      }),
    );
  });
});
