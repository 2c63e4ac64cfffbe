import { ANTECEDENT_MODEL } from './antecedent-clues.ts';
import type { Judge } from './attribute.ts';
import { readWeights } from './clue-model.ts';
import { SPEAKER_MODEL } from './clue-table.ts';
import { judgeBy, type Weights } from './judge.ts';
import { SPEECH_MODEL } from './speech-clues.ts';
import { ANTECEDENT_WEIGHTS } from './weights/antecedent.ts';
import { SPEAKER_WEIGHTS } from './weights/speaker.ts';
import { SPEECH_WEIGHTS } from './weights/speech.ts';

/** The weights that Dateline ships, as `scripts/learn-quote-weights.js` wrote them. */
export const LEARNED_WEIGHTS: Weights = {
  speech: readWeights(SPEECH_MODEL, SPEECH_WEIGHTS),
  speaker: readWeights(SPEAKER_MODEL, SPEAKER_WEIGHTS),
  antecedent: readWeights(ANTECEDENT_MODEL, ANTECEDENT_WEIGHTS),
};

export const LEARNED_JUDGE: Judge = judgeBy(LEARNED_WEIGHTS);
