import type { Entity } from '../background/entities.ts';
import { type Antecedent, newThread } from './antecedents.ts';
import { candidatesFor, mentionCursor } from './candidates.ts';
import type { ClueValues } from './clue-model.ts';
import { cluesFor, cluesForNobody, type Mentions } from './clues.ts';
import { type Meaning, meaningOf, remember } from './meaning.ts';
import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';
import { type Past, sceneOf } from './scene.ts';
import { speechCluesOf } from './speech-clues.ts';

/** Someone who may have spoken a run: a mention, or nobody whom the article names (`index` is -1 then). */
export type Candidate = {
  readonly index: number;
  readonly mention: Mention | null;
  readonly clues: ClueValues;
};

/**
 * Decides between what is laid before it, by place in the list. Who judges is handed in, so that the weights are learned
 * on exactly what they are used on.
 */
export type Judge = {
  readonly isSpeech: (run: Run, clues: ClueValues) => boolean;
  readonly speaker: (run: Run, candidates: readonly Candidate[]) => Verdict;
  readonly antecedent: (pronoun: Mention, antecedents: readonly Antecedent[]) => Verdict;
};

/** The place of the chosen one, and how sure that is, from 0 to 1. */
export type Verdict = { readonly chosen: number; readonly sureness: number };

/** Who spoke a run: the mention that says so, and whom it means where the article tells. */
export type Attribution = {
  readonly run: Run;
  readonly mention: Mention | null;
  readonly entity: Entity | null;
  readonly sureness: number;
  /** How sure it is whom the mention means: 1 for a name. */
  readonly entitySureness: number;
};

/** Goes through the runs in reading order; what was decided about one is a clue for the next. */
export function attributeRuns(reading: Reading, mentions: Mentions, judge: Judge): Attribution[] {
  const runs = reading.runs.filter((run) => judge.isSpeech(run, speechCluesOf(reading, run)));
  const cursor = mentionCursor(reading, runs);
  const thread = newThread();
  const meanings = new Map<number, Meaning>();
  const spoken = new Map<number, number>();
  let past: Past = { run: null, mention: null, entity: null, spoken };
  let last = -1;
  return runs.map((run, at): Attribution => {
    const candidates = layOut(reading, mentions, run, past, cursor[at] ?? 0, last);
    const verdict = judge.speaker(run, candidates);
    const best = candidates[verdict.chosen];
    const mention = best?.mention ?? null;
    last = best?.index ?? -1;
    const meaning = meanings.get(last) ?? meaningOf(reading, mentions, last, thread, judge);
    if (last >= 0) meanings.set(last, meaning);
    remember(thread, mention, meaning.entity, run.paragraph);
    past = { run, mention, entity: meaning.entity, spoken };
    if (meaning.entity !== null) spoken.set(meaning.entity.id, (spoken.get(meaning.entity.id) ?? 0) + 1);
    return {
      run,
      mention,
      entity: meaning.entity,
      sureness: verdict.sureness,
      entitySureness: meaning.sureness,
    };
  });
}

function layOut(
  reading: Reading,
  mentions: Mentions,
  run: Run,
  past: Past,
  cursor: number,
  last: number,
): Candidate[] {
  const scene = sceneOf(reading, run, past);
  const candidates: Candidate[] = [{ index: -1, mention: null, clues: cluesForNobody(scene) }];
  for (const index of candidatesFor(reading, run, cursor, last)) {
    const mention = reading.mentions[index];
    if (mention !== undefined) {
      candidates.push({ index, mention, clues: cluesFor(reading, mentions, scene, index, mention) });
    }
  }
  return candidates;
}
