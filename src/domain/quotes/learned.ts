import { COMBINATIONS } from './clue-table.ts';
import { combinationSize } from './weigh.ts';
import { WEIGHTS } from './weights.ts';

/** Hundredths are fine enough: the learned order of candidates stays the same. */
const SCALE = 100;

/** The weights as one array in the order of `COMBINATIONS`. Throws when the table was learned for other clues. */
export function readWeights(table: Record<string, string>): Float64Array {
  const rows = COMBINATIONS.map((names) => {
    const row = (table[names.join(' ')] ?? '').split(' ').map((hundredths) => Number(hundredths) / SCALE);
    if (row.length !== combinationSize(names)) {
      throw new Error(`The weights of "${names.join(' ')}" do not fit its clues: learn them anew`);
    }
    return row;
  });
  return Float64Array.from(rows.flat());
}

/** The reverse of `readWeights`. */
export function writeWeights(weights: Float64Array): Record<string, string> {
  let at = 0;
  return Object.fromEntries(
    COMBINATIONS.map((names) => {
      const size = combinationSize(names);
      const row = [...weights.subarray(at, at + size)].map((weight) =>
        String(Math.round(weight * SCALE) || 0),
      );
      at += size;
      return [names.join(' '), row.join(' ')];
    }),
  );
}

export const LEARNED: Float64Array = readWeights(WEIGHTS);
