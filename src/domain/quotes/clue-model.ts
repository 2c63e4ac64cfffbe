import { foldedScorer, layOutTerms, placeOf, type Scorer } from './clue-terms.ts';

/** Clues by name, each with the values it can take. */
export type ClueTable = Readonly<Record<string, readonly string[]>>;

/** A value of each clue, as its place in the table, in the table's order, and a zero at the end. Small arrays are copied faster than typed ones. */
export type ClueValues = number[];

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
  /** Tells the sums of the weights of what was seen: logarithms of odds. */
  readonly scorer: (weights: Float64Array) => Scorer;
  /** What spoke for and against, the weightiest first. */
  readonly reasons: (values: ClueValues, weights: Float64Array) => readonly Reason[];
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
  const counts = names.map((name) => valuesOf(name).length);
  const terms = layOutTerms(
    combinations.map((each) => each.map((name) => names.indexOf(name))),
    counts,
  );
  const zeros = [...names.map(() => 0), 0];
  const places = (values: ClueValues): number[] => terms.map((term) => placeOf(term, values));
  return {
    combinations,
    sizes,
    size: sizes.reduce((sum, size) => sum + size, 0),
    blank: () => zeros.slice(),
    indexOf: Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>,
    places,
    scorer: (weights) => foldedScorer(terms, counts, weights),
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
