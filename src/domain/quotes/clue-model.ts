/** Clues by name, each with the values it can take. */
export type ClueTable = Readonly<Record<string, readonly string[]>>;

/** A value of each clue, as its place in the table, in the table's order, and a zero at the end. */
export type ClueValues = Uint8Array;

export type Reason = { readonly clue: string; readonly weight: number };

/**
 * A sum of learned weights: one for each value of a clue, and for each pair or triple of values of clues that are weighed
 * together. The weights lie in one array, combination after combination.
 */
export type ClueModel<Name extends string> = {
  readonly combinations: readonly (readonly Name[])[];
  /** How many weights there are, zeros counted in. */
  readonly size: number;
  readonly blank: () => ClueValues;
  readonly indexOf: Readonly<Record<Name, number>>;
  /** How many values each combination can take. */
  readonly sizes: readonly number[];
  /** The places of all weights that these values bring in; one a combination. */
  readonly places: (values: ClueValues) => number[];
  /** The sum of the weights of what was seen: a logarithm of odds. */
  readonly weigh: (values: ClueValues, weights: Float64Array) => number;
  /** What spoke for and against, the weightiest first. */
  readonly reasons: (values: ClueValues, weights: Float64Array) => readonly Reason[];
};

/** Up to three clues of a combination, each with what a step of it is worth in the array of weights. */
type Term = {
  readonly at: readonly [number, number, number];
  readonly step: readonly [number, number];
  readonly offset: number;
};

export function clueModel<Table extends ClueTable>(
  table: Table,
  combinations: readonly (readonly (keyof Table & string)[])[],
): ClueModel<keyof Table & string> {
  type Name = keyof Table & string;
  const names: readonly Name[] = Object.keys(table);
  const valuesOf = (name: Name): readonly string[] => table[name] ?? [];
  const sizes = combinations.map((each) =>
    each.reduce((product, name) => product * valuesOf(name).length, 1),
  );
  const terms = layOut(
    combinations,
    sizes,
    (name) => names.indexOf(name),
    (name) => valuesOf(name).length,
    names.length,
  );
  const places = (values: ClueValues): number[] => terms.map((term) => placeOf(term, values));
  return {
    combinations,
    sizes,
    size: sizes.reduce((sum, size) => sum + size, 0),
    blank: () => new Uint8Array(names.length + 1),
    indexOf: Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>,
    places,
    weigh: (values, weights) => {
      let sum = 0;
      for (const term of terms) sum += weights[placeOf(term, values)] ?? 0;
      return sum;
    },
    reasons: (values, weights) =>
      places(values)
        .map((place, at) => ({
          clue: (combinations[at] ?? [])
            .map((name) => `${name} ${valuesOf(name)[values[names.indexOf(name)] ?? 0]}`)
            .join(', '),
          weight: weights[place] ?? 0,
        }))
        .filter((reason) => reason.weight !== 0)
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

function layOut<Name extends string>(
  combinations: readonly (readonly Name[])[],
  sizes: readonly number[],
  indexOf: (name: Name) => number,
  countOf: (name: Name) => number,
  zero: number,
): Term[] {
  let offset = 0;
  return combinations.map((names, index) => {
    const counts = names.map(countOf);
    const at = [0, 1, 2].map((place) => {
      const name = names[place];
      return name === undefined ? zero : indexOf(name);
    });
    const term: Term = {
      at: [at[0] ?? zero, at[1] ?? zero, at[2] ?? zero],
      step: [(counts[1] ?? 1) * (counts[2] ?? 1), counts[2] ?? 1],
      offset,
    };
    offset += sizes[index] ?? 0;
    return term;
  });
}

function placeOf(term: Term, values: ClueValues): number {
  const { at, step } = term;
  return term.offset + (values[at[0]] ?? 0) * step[0] + (values[at[1]] ?? 0) * step[1] + (values[at[2]] ?? 0);
}

/** Hundredths are fine enough: the learned order of candidates stays the same. */
const SCALE = 100;

/** The weights of a table with a row of hundredths for each combination. Throws when it was learned for other clues. */
export function readWeights<Name extends string>(
  model: ClueModel<Name>,
  table: Readonly<Record<string, string>>,
): Float64Array {
  const rows = model.combinations.map((names, index) => {
    const row = (table[names.join(' ')] ?? '').split(' ').map((hundredths) => Number(hundredths) / SCALE);
    if (row.length !== model.sizes[index]) {
      throw new Error(`The weights of "${names.join(' ')}" do not fit its clues: learn them anew`);
    }
    return row;
  });
  return Float64Array.from(rows.flat());
}
