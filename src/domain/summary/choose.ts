import type { Candidate } from './candidates.ts';

/** A sentence with what choosing needs to know of it. */
export type Choice = {
  readonly sentence: Candidate;
  /** The numbers of its words, once each, and how often it has each. */
  readonly words: readonly number[];
  readonly times: readonly number[];
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

/** How many half-built summaries are followed at once. */
const BEAM = 8;

type Draft = {
  /** Places in the list of choices, ascending. */
  readonly places: readonly number[];
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
  place: number,
  choice: Choice,
  cumulative: Float64Array,
  limits: Limits,
): Step | undefined {
  const characters = draft.characters + choice.sentence.text.length + (draft.places.length > 0 ? 1 : 0);
  if (characters > limits.maxCharacters) return undefined;
  const hits = draft.hits + gain(draft, choice, cumulative);
  const length = draft.length + choice.length;
  const places = [...draft.places, place].sort((one, other) => one - other);
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

/** Whether every sentence that leans on the one before it has that one in front of it. */
export function reads(sentences: readonly Candidate[]): boolean {
  return sentences.every(
    (sentence, place) =>
      !sentence.leans || (sentence.adjoins && sentences[place - 1]?.index === sentence.index - 1),
  );
}

function stepsFrom(
  drafts: readonly Draft[],
  choices: readonly Choice[],
  cumulative: Float64Array,
  limits: Limits,
): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const draft of drafts) {
    for (const [place, choice] of choices.entries()) {
      if (draft.places.includes(place)) continue;
      const step = extended(draft, place, choice, cumulative, limits);
      if (step !== undefined) steps.set(step.places.join(), step);
    }
  }
  return [...steps.values()].sort((one, other) => other.worth - one.worth);
}

/**
 * The sentences, in reading order, that promise most words of a good summary for their length; fewer than
 * `fewestSentences` only where no more fit, and none that leans on a sentence that is not there. `choices` stand in
 * reading order; `cumulative` has for each word the expected right showings of 0, 1, 2 and 3.
 */
export function chooseSentences(
  choices: readonly Choice[],
  cumulative: Float64Array,
  limits: Limits,
): readonly Candidate[] {
  const counts = new Uint8Array(cumulative.length / STRIDE);
  let drafts: readonly Draft[] = [{ places: [], hits: 0, length: 0, characters: 0, counts }];
  let best: { readonly worth: number; readonly sentences: readonly Candidate[] } = {
    worth: -1,
    sentences: [],
  };
  for (let size = 1; size <= limits.maxSentences && drafts.length > 0; size++) {
    const steps = stepsFrom(drafts, choices, cumulative, limits);
    const found = steps
      .map(({ worth, places }) => ({
        worth,
        sentences: places.flatMap((place) => choices[place]?.sentence ?? []),
      }))
      .find(({ sentences }) => reads(sentences));
    if (found !== undefined && (found.worth > best.worth || size <= limits.fewestSentences)) best = found;
    drafts = steps.slice(0, BEAM).map(grown);
  }
  return best.sentences;
}
