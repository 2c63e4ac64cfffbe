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

/**
 * Six numbers a combination, one after the other: where its up to three clues stand among the values, what a step of the
 * first and of the second is worth in the array of weights, and where its weights begin.
 */
type Terms = Int32Array;
const TERM = 6;

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
  const places = (values: ClueValues): number[] =>
    combinations.map((_names, index) => placeOf(terms, index * TERM, values));
  return {
    combinations,
    sizes,
    size: sizes.reduce((sum, size) => sum + size, 0),
    blank: () => new Uint8Array(names.length + 1),
    indexOf: Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>,
    places,
    weigh: (values, weights) => {
      let sum = 0;
      for (let term = 0; term < terms.length; term += TERM) sum += weights[placeOf(terms, term, values)] ?? 0;
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
): Terms {
  let offset = 0;
  const terms = combinations.map((names, index) => {
    const [second = 1, third = 1] = names.slice(1).map(countOf);
    const [a = zero, b = zero, c = zero] = names.map(indexOf);
    const term = [a, b, c, second * third, third, offset];
    offset += sizes[index] ?? 0;
    return term;
  });
  return Int32Array.from(terms.flat());
}

function placeOf(terms: Terms, term: number, values: ClueValues): number {
  const a = values[terms[term] ?? 0] ?? 0;
  const b = values[terms[term + 1] ?? 0] ?? 0;
  const c = values[terms[term + 2] ?? 0] ?? 0;
  return (terms[term + 5] ?? 0) + a * (terms[term + 3] ?? 0) + b * (terms[term + 4] ?? 0) + c;
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
