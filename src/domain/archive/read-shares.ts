/**
 * How many entries of each term are read when no more than `budget` may be read in all: every one of the rare terms, which
 * find what is asked for, and of the common ones the newest of about the same stretch of time. `totals` says in how many
 * articles each term stands.
 */
export function readShares(totals: readonly number[], budget: number): readonly number[] {
  const rising = [...totals].sort((a, b) => a - b);
  let left = budget;
  let rest = totals.reduce((sum, total) => sum + total, 0);
  let wholeUpTo = 0;
  for (const [at, total] of rising.entries()) {
    if (total > left / (totals.length - at)) break;
    wholeUpTo = total;
    left -= total;
    rest -= total;
  }
  return totals.map((total) => (total <= wholeUpTo ? total : Math.ceil((total * left) / rest)));
}
