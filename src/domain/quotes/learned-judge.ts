import { ANTECEDENT_MODEL } from './antecedent-clues.ts';
import { ANTECEDENT_WEIGHTS } from './antecedent-weights.ts';
import type { Judge } from './attribute.ts';
import { readWeights } from './clue-model.ts';
import { SPEAKER_MODEL } from './clue-table.ts';
import { judgeBy } from './judge.ts';
import { SPEAKER_WEIGHTS } from './speaker-weights.ts';

/** The weights that Dateline ships, as `scripts/learn-quote-weights.js` wrote them. */
export const LEARNED_WEIGHTS: { readonly speaker: Float64Array; readonly antecedent: Float64Array } = {
  speaker: readWeights(SPEAKER_MODEL, SPEAKER_WEIGHTS),
  antecedent: readWeights(ANTECEDENT_MODEL, ANTECEDENT_WEIGHTS),
};

export const LEARNED_JUDGE: Judge = judgeBy(LEARNED_WEIGHTS.speaker, LEARNED_WEIGHTS.antecedent);
