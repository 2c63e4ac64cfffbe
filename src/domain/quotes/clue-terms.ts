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
export function placeOf({ clues, steps, offset }: Term, values: readonly number[]): number {
  let place = offset;
  for (let at = 0; at < clues.length; at++) place += (values[clues[at] ?? 0] ?? 0) * (steps[at] ?? 0);
  return place;
}

/** Tells the sums of the weights of several that were seen. */
export type Scorer = (seen: readonly { readonly clues: readonly number[] }[]) => number[];

/** The sums of all terms' weights, with each term added beforehand to one that holds all its clues. */
export function foldedScorer(
  terms: readonly Term[],
  counts: readonly number[],
  weights: Float64Array,
): Scorer {
  const folded = Float64Array.from(weights);
  const kept: Term[] = [];
  // Larger ones first: each then finds its holder among those kept.
  for (const term of [...terms].sort((a, b) => b.clues.length - a.clues.length)) {
    const holder = kept.find(({ clues }) => term.clues.every((clue) => clues.includes(clue)));
    if (holder === undefined) kept.push(term);
    else addInto(folded, holder, term, counts);
  }
  return sumsOf(kept, folded, counts.length);
}

function addInto(folded: Float64Array, holder: Term, term: Term, counts: readonly number[]): void {
  const values = counts.map(() => 0);
  for (let at = 0; at < holder.size; at++) {
    for (const [index, clue] of holder.clues.entries()) {
      values[clue] = Math.floor(at / (holder.steps[index] ?? 1)) % (counts[clue] ?? 1);
    }
    folded[holder.offset + at] = (folded[holder.offset + at] ?? 0) + (folded[placeOf(term, values)] ?? 0);
  }
}

function sumsOf(terms: readonly Term[], weights: Float64Array, zero: number): Scorer {
  // A clue that a term lacks reads the zero at the end.
  const flat = terms.map(({ clues: [a = zero, b = zero, c = zero], steps: [x = 0, y = 0], offset }) => {
    return { a, b, c, x, y, offset };
  });
  const sumOf = (values: readonly number[]): number => {
    let sum = 0;
    for (let at = 0; at < flat.length; at++) {
      const term = flat[at];
      if (term === undefined) continue;
      const { a, b, c, x, y, offset } = term;
      sum += weights[offset + (values[a] ?? 0) * x + (values[b] ?? 0) * y + (values[c] ?? 0)] ?? 0;
    }
    return sum;
  };
  return (seen) => seen.map(({ clues }) => sumOf(clues));
}
