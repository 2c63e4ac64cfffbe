import type { Reading, Run } from './reading.ts';

const BEFORE = 14;
const AFTER = 6;
const PARAGRAPHS_BACK = 2;

/** The first mention at or after each run, so that the search for candidates is a window and not the whole article. */
export function mentionCursor(reading: Reading, runs: readonly Run[]): readonly number[] {
  let next = 0;
  return runs.map((run) => {
    while (next < reading.mentions.length && (reading.mentions[next]?.from ?? 0) < run.from) next++;
    return next;
  });
}

/** The indexes of the mentions near a run, and that of the last speaker if it is not among them. */
export function candidatesFor(reading: Reading, run: Run, cursor: number, last: number): number[] {
  const found: number[] = [];
  for (let index = cursor - 1; index >= 0 && index >= cursor - BEFORE; index--) {
    if ((reading.mentions[index]?.paragraph ?? 0) < run.paragraph - PARAGRAPHS_BACK) break;
    found.push(index);
  }
  for (let index = cursor; index < reading.mentions.length && index < cursor + AFTER; index++) {
    if ((reading.mentions[index]?.paragraph ?? 0) > run.paragraph + 1) break;
    found.push(index);
  }
  if (last >= 0 && !found.includes(last)) found.push(last);
  return found;
}
