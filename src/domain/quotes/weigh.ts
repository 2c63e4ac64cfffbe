import { CLUES, type ClueName, type ClueValues, COMBINATIONS, clueIndex } from './clue-table.ts';

type Term = { readonly clues: readonly number[]; readonly sizes: readonly number[]; readonly offset: number };

/** How many values a combination of clues can take. */
export function combinationSize(names: readonly ClueName[]): number {
  return names.reduce((product, name) => product * CLUES[name].length, 1);
}

function layOut(): { terms: readonly Term[]; size: number } {
  const terms: Term[] = [];
  let size = 0;
  for (const names of COMBINATIONS) {
    const sizes = names.map((name) => CLUES[name].length);
    terms.push({ clues: names.map(clueIndex), sizes, offset: size });
    size += combinationSize(names);
  }
  return { terms, size };
}

const { terms: TERMS, size: SIZE } = layOut();

/** How many weights there are, zeros counted in. */
export const WEIGHT_COUNT: number = SIZE;

/** The place of a term's weight for these values. */
function weightIndex(term: Term, values: ClueValues): number {
  let index = 0;
  for (let at = 0; at < term.clues.length; at++) {
    index = index * (term.sizes[at] ?? 1) + (values[term.clues[at] ?? 0] ?? 0);
  }
  return term.offset + index;
}

/** The places of all weights that these values bring in; one a combination. */
export function weightIndexes(values: ClueValues): number[] {
  return TERMS.map((term) => weightIndex(term, values));
}

/** The sum of the weights of what was seen: a logarithm of odds. */
export function weigh(values: ClueValues, weights: Float64Array): number {
  let sum = 0;
  for (const term of TERMS) sum += weights[weightIndex(term, values)] ?? 0;
  return sum;
}

export type Reason = { readonly clue: string; readonly weight: number };

/** What spoke for and against, the weightiest first. */
export function reasonsFor(values: ClueValues, weights: Float64Array): Reason[] {
  const reasons = TERMS.map((term, at) => ({
    clue: (COMBINATIONS[at] ?? []).map((name) => `${name} ${nameOf(name, values)}`).join(', '),
    weight: weights[weightIndex(term, values)] ?? 0,
  }));
  return reasons
    .filter((reason) => reason.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

function nameOf(name: ClueName, values: ClueValues): string {
  return CLUES[name][values[clueIndex(name)] ?? 0] ?? '';
}
