import { ANTECEDENT_MODEL } from './antecedent-clues.ts';
import type { Judge, Verdict } from './attribute.ts';
import type { ClueModel, ClueValues } from './clue-model.ts';
import { SPEAKER_MODEL } from './clue-table.ts';

type Seen = { readonly clues: ClueValues };

/** The one with the highest sum of weights; as sure as its share of the odds of all. */
function bestOf<Name extends string>(
  model: ClueModel<Name>,
  weights: Float64Array,
  seen: readonly Seen[],
): Verdict {
  const sums = seen.map((each) => model.weigh(each.clues, weights));
  let chosen = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (const [index, sum] of sums.entries()) {
    if (sum <= top) continue;
    top = sum;
    chosen = index;
  }
  if (chosen === -1) return { chosen, sureness: 0 };
  return { chosen, sureness: 1 / sums.reduce((total, sum) => total + Math.exp(sum - top), 0) };
}

/** A judge by weights: of speakers and of those for whom pronouns stand. */
export function judgeBy(speakerWeights: Float64Array, antecedentWeights: Float64Array): Judge {
  return {
    speaker: (_run, candidates) => bestOf(SPEAKER_MODEL, speakerWeights, candidates),
    antecedent: (_pronoun, antecedents) => bestOf(ANTECEDENT_MODEL, antecedentWeights, antecedents),
  };
}
