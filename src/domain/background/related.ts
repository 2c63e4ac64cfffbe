import { searchTerm, searchTerms } from '../archive/article-terms.ts';
import type { Person } from './person.ts';

/** What an article is about, as far as it takes to tell whether another one explains it. */
export type StoryTerms = {
  /** How often each term stands in it, the most frequent ones, the headline and the opening counted more. */
  readonly times: ReadonlyMap<string, number>;
  /** Terms that it writes with capitals wherever they stand: names of any kind, in scripts that have capitals. */
  readonly names: ReadonlySet<string>;
  /** Words of the names of its people. */
  readonly people: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly atMs: number;
};

/** In how many stories of the archive a term stands; `of` answers 0 for what is not known. */
export type StoryFrequencies = { readonly stories: number; readonly of: (term: string) => number };

type Told = {
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly people: readonly Pick<Person, 'name' | 'kind'>[];
  readonly sortAtMs: number;
};

const MOST_TERMS = 160;
const TITLE_TIMES = 3;
/** Characters of the opening, which count once more. */
const OPENING = 600;
const WORD = /[\p{L}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;
/** What stands before a word in the middle of a sentence. */
const INSIDE = /[\p{L}\p{N},;]\s$/u;

export function storyTerms({ title, paragraphs, people, sortAtMs }: Told): StoryTerms {
  const read = readTerms(paragraphs.map(({ text }) => text).join('\n'));
  const times = new Map(read.times);
  for (const term of read.opening) add(times, term, 1);
  for (const term of searchTerms(title)) add(times, term, TITLE_TIMES);
  const persons = people.filter(({ kind }) => kind === 'person');
  return {
    times: new Map([...times].sort((one, other) => other[1] - one[1]).slice(0, MOST_TERMS)),
    names: new Set(
      [...read.inside].filter((term) => (read.capitals.get(term) ?? 0) >= (read.times.get(term) ?? 0)),
    ),
    people: new Set(persons.flatMap(({ name }) => searchTerms(name))),
    atMs: sortAtMs,
  };
}

type ReadTerms = {
  readonly times: ReadonlyMap<string, number>;
  readonly opening: readonly string[];
  /** How often each is written with a capital, and which are in the middle of a sentence. */
  readonly capitals: ReadonlyMap<string, number>;
  readonly inside: ReadonlySet<string>;
};

/** The terms of a text, read once: a dozen stories are read for one answer. */
function readTerms(text: string): ReadTerms {
  const [times, capitals] = [new Map<string, number>(), new Map<string, number>()];
  const opening: string[] = [];
  const inside = new Set<string>();
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const term = searchTerm(word);
    if (term === undefined) continue;
    add(times, term, 1);
    // A word across its end counts as far as it goes: the numbers below were chosen so.
    if (index < OPENING) opening.push(...searchTerms(word.slice(0, OPENING - index)));
    if (!CAPITAL.test(word)) continue;
    add(capitals, term, 1);
    if (INSIDE.test(text.slice(Math.max(0, index - 3), index))) inside.add(term);
  }
  return { times, opening, capitals, inside };
}

function add(counts: Map<string, number>, term: string, count: number): void {
  counts.set(term, (counts.get(term) ?? 0) + count);
}

/** A small archive says little of which words are rare: so many stories without any of them are added to it. */
const ASSUMED_STORIES = 200;

/** How much a term tells, with how often it stands in a story: rare ones most, and the tenth time hardly more. */
export function telling(term: string, times: number, { stories, of }: StoryFrequencies): number {
  const all = stories + ASSUMED_STORIES;
  return (1 + Math.log(times)) * Math.log(all / (Math.min(of(term), stories) + 1));
}

/** What two stories share, as parts of all that they could: by everything, by people's names, by names of any kind. */
type Shared = { readonly all: number; readonly people: number; readonly names: number };

/** The cosine of two stories' terms. A term that only the other one has counts as rare as this one's are on the whole. */
function compare(story: StoryTerms, other: StoryTerms, frequencies: StoryFrequencies): Shared {
  const weights = new Map([...story.times].map(([term, times]) => [term, telling(term, times, frequencies)]));
  const usual = sizeOf([...story.times.keys()].map((term) => telling(term, 1, frequencies)));
  const usualWeight = usual / Math.sqrt(Math.max(1, story.times.size));
  const sum = { all: 0, people: 0, names: 0 };
  const others: number[] = [];
  for (const [term, times] of other.times) {
    const weight = weights.get(term);
    const own =
      weight === undefined ? usualWeight * (1 + Math.log(times)) : telling(term, times, frequencies);
    others.push(own);
    if (weight === undefined) continue;
    sum.all += weight * own;
    if (story.people.has(term)) sum.people += weight * own;
    if (story.names.has(term) || other.names.has(term)) sum.names += weight * own;
  }
  const size = sizeOf([...weights.values()]) * sizeOf(others);
  return size === 0
    ? { all: 0, people: 0, names: 0 }
    : { all: sum.all / size, people: sum.people / size, names: sum.names / size };
}

function sizeOf(weights: readonly number[]): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
}

/** A story scores at least this to explain another; this and the numbers below were chosen by reading 130 stories' pasts. */
export const RELATED_THRESHOLD = 0.19;
/** So much must be shared beside people's names: one person alone makes no matter. */
const LEAST_MATTER = 0.09;
/** So much must be shared in names: two fires are not one, unless they have very much in common. */
const LEAST_NAMES = 0.045;
const ALIKE_WITHOUT_NAMES = 0.45;
/** In a script without capitals no name is known from a word. */
const ALIKE_WITHOUT_CAPITALS = 0.3;
/** More than this in common is the same story told again. */
const SAME_STORY = 0.93;
/** Of the score, this part falls to half in half a year. */
const TIME_PART = 0.3;
const HALF_LIFE_MS = 180 * 24 * 3_600_000;

/**
 * How well an earlier story explains this one, from 0 to 1: names, terms and time together. 0 for a later story, for the
 * same one told again, and for one that shares a person alone, or the kind of event.
 */
export function scoreRelated(story: StoryTerms, earlier: StoryTerms, frequencies: StoryFrequencies): number {
  const ageMs = story.atMs - earlier.atMs;
  if (ageMs <= 0) return 0;
  const shared = compare(story, earlier, frequencies);
  if (shared.all >= SAME_STORY || shared.all - shared.people < LEAST_MATTER) return 0;
  const alike = story.names.size === 0 ? ALIKE_WITHOUT_CAPITALS : ALIKE_WITHOUT_NAMES;
  if (shared.names < LEAST_NAMES && shared.all < alike) return 0;
  return shared.all * (1 - TIME_PART + TIME_PART * 2 ** (-ageMs / HALF_LIFE_MS));
}
