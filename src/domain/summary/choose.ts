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
  readonly taken: readonly Choice[];
};

type Step = Omit<Draft, 'taken'> & { readonly from: Draft; readonly added: Choice; readonly worth: number };

/** What `choice` adds to a draft that shows its words as often as `shown` says, by the word. */
function gain({ words, times, bonus }: Choice, shown: Uint8Array, cumulative: Float64Array): number {
  let sum = bonus;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? 0;
    const had = shown[word] ?? 0;
    const has = Math.min(MOST_TIMES, had + (times[at] ?? 0));
    sum += (cumulative[word * STRIDE + has] ?? 0) - (cumulative[word * STRIDE + had] ?? 0);
  }
  return sum;
}

/** The F-measure to be expected of a text with `hits` right words among `length`, where `aimWords` are to be found. */
function expectedWorth(hits: number, length: number, aimWords: number): number {
  return (2 * hits) / (length + aimWords);
}

function extended(draft: Draft, places: number, choice: Choice, field: Field): Step | undefined {
  const { limits, shown, cumulative } = field;
  const characters = draft.characters + choice.sentence.text.length + (draft.places > 0 ? 1 : 0);
  if (characters > limits.maxCharacters) return undefined;
  const hits = draft.hits + gain(choice, shown, cumulative);
  const length = draft.length + choice.length;
  const worth = expectedWorth(hits, length, limits.aimWords);
  return { places, hits, length, characters, worth, from: draft, added: choice };
}

function grown({ from, added, places, hits, length, characters }: Step): Draft {
  return { places, hits, length, characters, taken: [...from.taken, added] };
}

/** Notes in `shown` the words of the choices taken, until `forget`. */
function show(shown: Uint8Array, taken: readonly Choice[]): void {
  for (const { words, times } of taken) {
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? 0;
      shown[word] = Math.min(MOST_TIMES, (shown[word] ?? 0) + (times[at] ?? 0));
    }
  }
}

function forget(shown: Uint8Array, taken: readonly Choice[]): void {
  for (const { words } of taken) for (const word of words) shown[word] = 0;
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

/** What is chosen from: the choices, and for each the most that it can gain, whatever a draft has already. */
type Field = {
  readonly choices: readonly Choice[];
  readonly cumulative: Float64Array;
  readonly limits: Limits;
  readonly most: readonly number[];
  /** How often the draft that is gone on from shows each word. */
  readonly shown: Uint8Array;
};

/** The most that a choice can gain. It is summed as `gain` sums, so that rounding never makes it the smaller one. */
function mostGain({ words, times, bonus }: Choice, cumulative: Float64Array): number {
  let sum = bonus;
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] ?? 0) * STRIDE;
    let most = 0;
    for (let had = 0; had < MOST_TIMES; had++) {
      const has = Math.min(MOST_TIMES, had + (times[at] ?? 0));
      most = Math.max(most, (cumulative[word + has] ?? 0) - (cumulative[word + had] ?? 0));
    }
    sum += most;
  }
  return sum;
}

/** The steps found so far in one round: those of most worth, the best first, and the best whose sentences read on. */
type Round = { readonly best: Step[]; reading: Step | undefined; readonly least: number };

/** A step that is worth no more changes nothing. `width` is how many steps are gone on from. */
function enough({ best, reading, least }: Round, width: number): number {
  const toRead = Math.max(least, reading?.worth ?? least);
  return best.length < width ? Number.NEGATIVE_INFINITY : Math.min(toRead, best[width - 1]?.worth ?? toRead);
}

/** Puts a step among the `width` of most worth; of equals the earlier stays first. */
function admit(best: Step[], step: Step, width: number): void {
  if (best.length === width && step.worth <= (best[width - 1]?.worth ?? Number.POSITIVE_INFINITY)) return;
  let at = best.length;
  while (at > 0 && step.worth > (best[at - 1]?.worth ?? 0)) at--;
  best.splice(at, 0, step);
  if (best.length > width) best.pop();
}

function isMet(places: number, earlier: readonly Draft[], draft: Draft): boolean {
  for (const other of earlier) {
    if (other === draft) return false;
    if ((places & other.places) === other.places) return true;
  }
  return false;
}

/** Goes from every draft one choice on, to each set of choices once. */
function goOn(drafts: readonly Draft[], field: Field, least: number, width: number): Round {
  const round: Round = { best: [], reading: undefined, least };
  for (const draft of drafts) {
    show(field.shown, draft.taken);
    let tooLittle = enough(round, width);
    for (let place = 0; place < field.choices.length; place++) {
      const places = draft.places | (1 << place);
      if (places === draft.places || isMet(places, drafts, draft)) continue;
      const step = stepTo(draft, place, field, tooLittle);
      if (step === undefined) continue;
      take(step, round, field.choices, width);
      tooLittle = enough(round, width);
    }
    forget(field.shown, draft.taken);
  }
  return round;
}

/** A draft with the choice at `place`; nothing where that is worth no more than `tooLittle`, or too long. */
function stepTo(draft: Draft, place: number, field: Field, tooLittle: number): Step | undefined {
  const { choices, limits, most } = field;
  const choice = choices[place];
  if (choice === undefined) return undefined;
  const hits = draft.hits + (most[place] ?? 0);
  if (expectedWorth(hits, draft.length + choice.length, limits.aimWords) <= tooLittle) return undefined;
  return extended(draft, draft.places | (1 << place), choice, field);
}

function take(step: Step, round: Round, choices: readonly Choice[], width: number): void {
  admit(round.best, step, width);
  if (step.worth <= Math.max(round.least, round.reading?.worth ?? round.least)) return;
  if (reads(sentencesAt(step.places, choices))) round.reading = step;
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
  const most = choices.map((choice) => mostGain(choice, cumulative));
  const shown = new Uint8Array(cumulative.length / STRIDE);
  const field: Field = { choices, cumulative, limits, most, shown };
  let drafts: readonly Draft[] = [{ places: 0, hits: 0, length: 0, characters: 0, taken: [] }];
  let worth = Number.NEGATIVE_INFINITY;
  let sentences: readonly Candidate[] = [];
  for (let size = 1; size <= limits.maxSentences && drafts.length > 0; size++) {
    const least = size <= limits.fewestSentences ? Number.NEGATIVE_INFINITY : worth;
    const { best, reading } = goOn(drafts, field, least, size < limits.maxSentences ? BEAM : 0);
    if (reading !== undefined) {
      worth = reading.worth;
      sentences = sentencesAt(reading.places, choices);
    }
    drafts = best.map(grown);
  }
  return sentences;
}
