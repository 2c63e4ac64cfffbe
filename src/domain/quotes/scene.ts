import type { Entity } from '../background/entities.ts';
import type { ClueValues } from './clue-model.ts';
import { AT, V } from './clue-places.ts';
import { SPEAKER_MODEL } from './clue-table.ts';
import { cueAfter, cueBefore } from './cues.ts';
import type { Cue } from './find-cues.ts';
import type { Mention } from './mention.ts';
import type { Reading, Run } from './reading.ts';

/** What the attribution so far knows when it comes to a run. */
export type Past = {
  /** The run before this one, and the mention found for it. */
  readonly run: Run | null;
  readonly mention: Mention | null;
  readonly entity: Entity | null;
  /** How many runs each entity has been found to speak. */
  readonly spoken: ReadonlyMap<number, number>;
};

/** A run with what its surroundings tell, worked out once for all its candidates. */
export type Scene = {
  readonly run: Run;
  readonly before: Cue | null;
  readonly after: Cue | null;
  readonly past: Past;
  readonly shared: ClueValues;
};

/** The narration between two words, in words. */
export function narrationBetween(reading: Reading, from: number, to: number): number {
  return (reading.narrated[to] ?? 0) - (reading.narrated[from] ?? 0);
}

/** How near the reporting verbs stand on both sides of a run. */
function aroundOf(run: Run, before: Cue | null, after: Cue | null): number {
  const tightBefore = before !== null && run.from - before.at <= 3;
  const tightAfter = after !== null && after.at - run.to <= 3;
  if (before === null && after === null) return V.around.none;
  if (after === null) return tightBefore ? V.around['tight-before'] : V.around['loose-before'];
  if (before === null) return tightAfter ? V.around['tight-after'] : V.around['loose-after'];
  if (tightBefore) return V.around['both-tight-before'];
  return tightAfter ? V.around['both-tight-after'] : V.around['both-loose'];
}

function leadOf(reading: Reading, run: Run, before: Cue | null): number {
  const paragraphFrom = reading.paragraphFrom[run.paragraph] ?? 0;
  if (run.from <= paragraphFrom) return V.lead.paragraph;
  const last = run.from - 1;
  if (reading.sentences[last] !== reading.sentences[run.from]) return V.lead.sentence;
  const word = reading.words[last];
  switch (word?.lower) {
    case ',':
      return V.lead.comma;
    case ':':
      return V.lead.colon;
    case 'that':
      return V.lead.that;
    case 'as':
      return V.lead.as;
    case '—':
    case '–':
    case '-':
      return V.lead.dash;
    default:
      return before !== null && before.at === last ? V.lead.verb : V.lead.word;
  }
}

function tailOf(reading: Reading, run: Run): number {
  if (!run.closed) return V.tail.open;
  const paragraphTo = reading.paragraphFrom[run.paragraph + 1] ?? reading.words.length;
  const paragraphFrom = reading.paragraphFrom[run.paragraph] ?? 0;
  if (run.to >= paragraphTo)
    return run.from <= paragraphFrom ? V.tail['paragraph-full'] : V.tail['paragraph-end'];
  if (reading.sentences[run.to] !== reading.sentences[run.to - 1]) return V.tail['sentence-end'];
  const last = reading.text.charAt(run.end - 1);
  const next = reading.text.charAt(run.outerEnd);
  if (last === ',' || next === ',') return V.tail.comma;
  return '?!…—-'.includes(last) ? V.tail.question : V.tail.plain;
}

function gapOf(reading: Reading, run: Run, past: Past): number {
  const before = past.run;
  if (before === null) return V.gap.first;
  if (run.continues) return V.gap.continues;
  if (before.paragraph === run.paragraph) {
    const narration = narrationBetween(reading, before.to, run.from);
    if (narration === 0) return V.gap.touching;
    return reading.sentences[before.to - 1] === reading.sentences[run.from]
      ? V.gap['same-sentence']
      : V.gap['same-paragraph'];
  }
  return before.paragraph === run.paragraph - 1 ? V.gap['next-paragraph'] : V.gap.far;
}

/** What a run's surroundings tell, whoever is asked about. */
export function sceneOf(reading: Reading, run: Run, past: Past): Scene {
  const before = cueBefore(reading, run);
  const after = cueAfter(reading, run);
  const shared = SPEAKER_MODEL.blank();
  const narration = narrationBetween(
    reading,
    reading.paragraphFrom[run.paragraph] ?? 0,
    reading.paragraphFrom[run.paragraph + 1] ?? 0,
  );
  shared[AT.lead] = leadOf(reading, run, before);
  shared[AT.tail] = tailOf(reading, run);
  shared[AT.gap] = gapOf(reading, run, past);
  shared[AT.around] = aroundOf(run, before, after);
  shared[AT.length] = run.to - run.from < 6 ? 0 : run.to - run.from < 14 ? 1 : 2;
  shared[AT.narration] = narration === 0 ? 0 : narration < 12 ? 1 : 2;
  return { run, before, after, past, shared };
}
