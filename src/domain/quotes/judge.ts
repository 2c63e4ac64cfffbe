import { ANTECEDENT_MODEL } from './antecedent-clues.ts';
import type { Judge, Verdict } from './attribute.ts';
import type { ClueValues } from './clue-model.ts';
import { SPEAKER_MODEL } from './clue-table.ts';
import type { Scorer } from './clue-terms.ts';
import { SPEECH_MODEL } from './speech-clues.ts';

type Seen = { readonly clues: ClueValues };

/** The one with the highest sum of weights; as sure as its share of the odds of all. */
function bestOf(scores: Scorer, seen: readonly Seen[]): Verdict {
  const sums = scores(seen);
  let chosen = -1;
  let top = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < sums.length; index++) {
    const sum = sums[index] ?? top;
    if (sum <= top) continue;
    top = sum;
    chosen = index;
  }
  if (chosen === -1) return { chosen, sureness: 0 };
  let odds = 0;
  for (const sum of sums) odds += Math.exp(sum - top);
  return { chosen, sureness: 1 / odds };
}

/** The weights of the three rankings that attribution needs. */
export type Weights = {
  readonly speech: Float64Array;
  readonly speaker: Float64Array;
  readonly antecedent: Float64Array;
};

/**
 * Words in marks count as said unless the odds are this strongly against: a quote lost is as bad as a title taken for one.
 */
const LEAST_ODDS = -0.3;

/** A judge by weights. */
export function judgeBy(weights: Weights): Judge {
  const speech = SPEECH_MODEL.scorer(weights.speech);
  const speaker = SPEAKER_MODEL.scorer(weights.speaker);
  const antecedent = ANTECEDENT_MODEL.scorer(weights.antecedent);
  return {
    isSpeech: (_run, clues) => (speech([{ clues }])[0] ?? 0) > LEAST_ODDS,
    speaker: (_run, candidates) => bestOf(speaker, candidates),
    antecedent: (_pronoun, antecedents) => bestOf(antecedent, antecedents),
  };
}
