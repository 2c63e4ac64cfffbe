/** Up to three clues that are weighed together, by their places among the values, and where their weights lie. */
export type Term = {
  readonly clues: readonly number[];
  /** What a step of each clue is worth in the array of weights. */
  readonly steps: readonly number[];
  readonly offset: number;
  readonly size: number;
};

/** The terms of combinations of clues, their weights one after the other; `counts` says how many values a clue can take. */
export function layOutTerms(combinations: readonly (readonly number[])[], counts: readonly number[]): Term[] {
  let offset = 0;
  return combinations.map((clues) => {
    const steps = clues.map((_clue, at) => product(clues.slice(at + 1), counts));
    const term: Term = { clues, steps, offset, size: product(clues, counts) };
    offset += term.size;
    return term;
  });
}

function product(clues: readonly number[], counts: readonly number[]): number {
  return clues.reduce((all, clue) => all * (counts[clue] ?? 1), 1);
}

/** Where the weight of a term lies for these values. */
export function placeOf({ clues, steps, offset }: Term, values: Uint8Array): number {
  let place = offset;
  for (let at = 0; at < clues.length; at++) place += (values[clues[at] ?? 0] ?? 0) * (steps[at] ?? 0);
  return place;
}

/** The sum of all terms' weights for some values, with each term added beforehand to one that holds all its clues. */
export function foldedScorer(
  terms: readonly Term[],
  counts: readonly number[],
  weights: Float64Array,
): (values: Uint8Array) => number {
  const folded = Float64Array.from(weights);
  const kept: Term[] = [];
  // Larger ones first: each then finds its holder among those kept.
  for (const term of [...terms].sort((a, b) => b.clues.length - a.clues.length)) {
    const holder = kept.find(({ clues }) => term.clues.every((clue) => clues.includes(clue)));
    if (holder === undefined) kept.push(term);
    else addInto(folded, holder, term, counts);
  }
  return sumOf(kept, folded, counts.length);
}

function addInto(folded: Float64Array, holder: Term, term: Term, counts: readonly number[]): void {
  const values = new Uint8Array(counts.length);
  for (let at = 0; at < holder.size; at++) {
    for (const [index, clue] of holder.clues.entries()) {
      values[clue] = Math.floor(at / (holder.steps[index] ?? 1)) % (counts[clue] ?? 1);
    }
    folded[holder.offset + at] = (folded[holder.offset + at] ?? 0) + (folded[placeOf(term, values)] ?? 0);
  }
}

/** Numbers a term takes up in the flat list: three clues, the steps of two, the offset. */
const WIDTH = 6;

function sumOf(terms: readonly Term[], weights: Float64Array, zero: number): (values: Uint8Array) => number {
  // A flat list keeps the innermost loop of attribution to plain arithmetic; a clue that a term lacks reads the zero at the end.
  const flat = Int32Array.from(
    terms.flatMap(({ clues: [a = zero, b = zero, c = zero], steps: [x = 0, y = 0], offset }) => [
      a,
      b,
      c,
      x,
      y,
      offset,
    ]),
  );
  return (values) => {
    let sum = 0;
    for (let at = 0; at < flat.length; at += WIDTH) {
      const a = (values[flat[at] ?? 0] ?? 0) * (flat[at + 3] ?? 0);
      const b = (values[flat[at + 1] ?? 0] ?? 0) * (flat[at + 4] ?? 0);
      const c = values[flat[at + 2] ?? 0] ?? 0;
      sum += weights[(flat[at + 5] ?? 0) + a + b + c] ?? 0;
    }
    return sum;
  };
}
