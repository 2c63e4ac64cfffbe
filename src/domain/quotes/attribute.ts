import { candidatesFor, mentionCursor } from './candidates.ts';
import type { ClueValues } from './clue-table.ts';
import { cluesFor, cluesForNobody, linkMentions, type Past, type Scene, sceneOf } from './clues.ts';
import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';

/** Someone who may have spoken a run: a mention, or nobody whom the article names (`index` is -1 then). */
export type Candidate = {
  readonly index: number;
  readonly mention: Mention | null;
  readonly clues: ClueValues;
};

/** Chooses among the candidates of a run: gives the place of the chosen one. */
export type Choose = (run: Run, candidates: readonly Candidate[], scene: Scene) => number;

/**
 * Goes through the runs in reading order and lets `choose` decide each; what was decided is a clue for the next. Who
 * chooses is handed in, so that the weights are learned on exactly what they are used on.
 */
export function attributeRuns(
  reading: Reading,
  choose: Choose,
  isSpeech: (run: Run) => boolean,
  entityOf: (mention: Mention) => number | null,
): (Mention | null)[] {
  const mentions = linkMentions(reading);
  const cursor = mentionCursor(reading);
  const spoken = new Map<number, number>();
  const chosen: (Mention | null)[] = [];
  let past: Past = { run: null, mention: null, spoken };
  let last = -1;
  for (const [at, run] of reading.runs.entries()) {
    if (!isSpeech(run)) {
      chosen.push(null);
      continue;
    }
    const scene = sceneOf(reading, run, past);
    const candidates: Candidate[] = [{ index: -1, mention: null, clues: cluesForNobody(scene) }];
    for (const index of candidatesFor(reading, run, cursor[at] ?? 0, last)) {
      const mention = reading.mentions[index];
      if (mention !== undefined)
        candidates.push({ index, mention, clues: cluesFor(reading, mentions, scene, index, mention) });
    }
    const best = candidates[choose(run, candidates, scene)] ?? candidates[0];
    const mention = best?.mention ?? null;
    chosen.push(mention);
    last = best?.index ?? -1;
    past = { run, mention, spoken };
    const entity = mention === null ? null : entityOf(mention);
    if (entity !== null) spoken.set(entity, (spoken.get(entity) ?? 0) + 1);
  }
  return chosen;
}
