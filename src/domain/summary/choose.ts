import type { Candidate } from './candidates.ts';

/** A sentence with what choosing needs to know of it. */
export type Choice = {
  readonly sentence: Candidate;
  /** The numbers of its words, once each, and how often it has each. */
  readonly words: Int32Array;
  readonly times: Int32Array;
  /** How many words it has. */
  readonly length: number;
  /** How many of its words a good summary has beyond what the words alone tell. */
  readonly bonus: number;
};

export type Limits = {
  readonly fewestSentences: number;
  readonly maxSentences: number;
  readonly maxCharacters: number;
  /** Words that a good summary has: more sentences are chosen when it is larger. */
  readonly aimWords: number;
};

/** Showings of one word that count; `cumulative` has a place more for each word. */
export const MOST_TIMES = 3;
const STRIDE = MOST_TIMES + 1;

/** The most choices that are weighed against each other: a bit of an integer each. */
export const MOST_CHOICES = 30;

/** How many half-built summaries are followed at once. */
const BEAM = 8;

type Draft = {
  /** A bit for each choice taken. */
  readonly places: number;
  readonly hits: number;
  readonly length: number;
  readonly characters: number;
  readonly counts: Uint8Array;
};

type Step = Omit<Draft, 'counts'> & { readonly from: Draft; readonly added: Choice; readonly worth: number };

function gain(draft: Draft, choice: Choice, cumulative: Float64Array): number {
  let sum = choice.bonus;
  for (let at = 0; at < choice.words.length; at++) {
    const word = choice.words[at] ?? 0;
    const had = draft.counts[word] ?? 0;
    const has = Math.min(MOST_TIMES, had + (choice.times[at] ?? 0));
    sum += (cumulative[word * STRIDE + has] ?? 0) - (cumulative[word * STRIDE + had] ?? 0);
  }
  return sum;
}

/** The F-measure to be expected of a text with `hits` right words among `length`, where `aimWords` are to be found. */
function expectedWorth(hits: number, length: number, aimWords: number): number {
  return (2 * hits) / (length + aimWords);
}

function extended(
  draft: Draft,
  places: number,
  choice: Choice,
  cumulative: Float64Array,
  limits: Limits,
): Step | undefined {
  const characters = draft.characters + choice.sentence.text.length + (draft.places > 0 ? 1 : 0);
  if (characters > limits.maxCharacters) return undefined;
  const hits = draft.hits + gain(draft, choice, cumulative);
  const length = draft.length + choice.length;
  const worth = expectedWorth(hits, length, limits.aimWords);
  return { places, hits, length, characters, worth, from: draft, added: choice };
}

function grown({ from, added, places, hits, length, characters }: Step): Draft {
  const counts = from.counts.slice();
  for (const [at, word] of added.words.entries()) {
    counts[word] = Math.min(MOST_TIMES, (counts[word] ?? 0) + (added.times[at] ?? 0));
  }
  return { places, hits, length, characters, counts };
}

function readsAfter(sentence: Candidate, before: Candidate | undefined): boolean {
  if (!sentence.leans) return true;
  return sentence.adjoins && before?.index === sentence.index - 1 && before.sure && sentence.sure;
}

/** Whether the first sentence opens well, and every one that leans on the one before it has that one in front of it. */
export function reads(sentences: readonly Candidate[]): boolean {
  if (sentences[0]?.opens === false) return false;
  return sentences.every((sentence, place) => readsAfter(sentence, sentences[place - 1]));
}

/** Every draft with one more choice, each set of choices once. */
function stepsFrom(
  drafts: readonly Draft[],
  choices: readonly Choice[],
  cumulative: Float64Array,
  limits: Limits,
): readonly Step[] {
  const met = new Set<number>();
  const steps: Step[] = [];
  for (const draft of drafts) {
    for (const [place, choice] of choices.entries()) {
      const places = draft.places | (1 << place);
      if (places === draft.places || met.has(places)) continue;
      met.add(places);
      const step = extended(draft, places, choice, cumulative, limits);
      if (step !== undefined) steps.push(step);
    }
  }
  return steps;
}

/** The `count` steps of most worth, the best first; of equals the earlier. */
function bestOf(steps: readonly Step[], count: number): readonly Step[] {
  const best: Step[] = [];
  for (const step of steps) {
    if (best.length === count && step.worth <= (best[count - 1]?.worth ?? 0)) continue;
    let at = best.length;
    while (at > 0 && step.worth > (best[at - 1]?.worth ?? 0)) at--;
    best.splice(at, 0, step);
    if (best.length > count) best.pop();
  }
  return best;
}

/** The step of most worth whose sentences read on from each other. */
function bestReading(steps: readonly Step[], choices: readonly Choice[]): Step | undefined {
  let best: Step | undefined;
  for (const step of steps) {
    if (best !== undefined && step.worth <= best.worth) continue;
    if (reads(sentencesAt(step.places, choices))) best = step;
  }
  return best;
}

function sentencesAt(places: number, choices: readonly Choice[]): readonly Candidate[] {
  return choices.filter((_, place) => (places & (1 << place)) !== 0).map(({ sentence }) => sentence);
}

/**
 * The sentences, in reading order, that promise most words of a good summary for their length; fewer than
 * `fewestSentences` only where no more fit, and none that leans on a sentence that is not there. `choices`, at most
 * MOST_CHOICES, stand in reading order; `cumulative` has for each word the expected right showings of 0, 1, 2 and 3.
 */
export function chooseSentences(
  choices: readonly Choice[],
  cumulative: Float64Array,
  limits: Limits,
): readonly Candidate[] {
  const counts = new Uint8Array(cumulative.length / STRIDE);
  let drafts: readonly Draft[] = [{ places: 0, hits: 0, length: 0, characters: 0, counts }];
  let best: { readonly worth: number; readonly sentences: readonly Candidate[] } = {
    worth: -1,
    sentences: [],
  };
  for (let size = 1; size <= limits.maxSentences && drafts.length > 0; size++) {
    const steps = stepsFrom(drafts, choices, cumulative, limits);
    const found = bestReading(steps, choices);
    if (found !== undefined && (found.worth > best.worth || size <= limits.fewestSentences)) {
      best = { worth: found.worth, sentences: sentencesAt(found.places, choices) };
    }
    drafts = bestOf(steps, BEAM).map(grown);
  }
  return best.sentences;
}
