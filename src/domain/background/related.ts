import { termsOf } from './terms.ts';

/** What an article is about, small enough to be kept with it: strongest first, weights above 0. */
export type StoryProfile = {
  /** Names in lower case, each as its fullest form. */
  readonly names: readonly (readonly [name: string, weight: number])[];
  /** Stems of words, and pairs of them with a space between that the article repeats. */
  readonly terms: readonly (readonly [term: string, weight: number])[];
  /** Epoch milliseconds. */
  readonly atMs: number;
};

/** In how many stories of the archive a name or term stands; `of` answers 0 for what is not known. */
export type StoryFrequencies = { readonly stories: number; readonly of: (nameOrTerm: string) => number };

type Profiled = {
  readonly title: string;
  readonly paragraphs: readonly { readonly text: string }[];
  readonly people: readonly { readonly name: string; readonly mentions: number }[];
  readonly sortAtMs: number;
};

const MOST_NAMES = 12;
const MOST_TERMS = 40;
/** A story scores at least this to explain another; chosen by reading 270 pairs of news stories. */
export const RELATED_THRESHOLD = 0.125;

const TITLE_WEIGHT = 3;
const OPENING_WEIGHT = 2;
const PAIR_WEIGHT = 1.5;
/** After so long half of the weight of time is gone. */
const HALF_LIFE_MS = 90 * 24 * 3_600_000;

function strongest(
  weights: ReadonlyMap<string, number>,
  most: number,
): readonly (readonly [string, number])[] {
  return [...weights]
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, most)
    .map(([name, weight]) => [name, Math.round((1 + Math.log(weight)) * 100) / 100]);
}

function add(weights: Map<string, number>, terms: readonly string[], weight: number): void {
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weight);
}

function pairsOf(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, at) => `${terms[at] ?? ''} ${term}`);
}

/** Names count by themselves: their words, taken as terms, would make one shared person a shared matter. */
function gather(article: Profiled): ReadonlyMap<string, number> {
  const named = new Set(article.people.flatMap(({ name }) => termsOf(name)));
  const weights = new Map<string, number>();
  const pairs = new Map<string, number>();
  const parts: readonly (readonly [text: string, weight: number])[] = [
    [article.title, TITLE_WEIGHT],
    ...article.paragraphs.map(({ text }, at) => [text, at < 2 ? OPENING_WEIGHT : 1] as const),
  ];
  for (const [text, weight] of parts) {
    const terms = termsOf(text).filter((term) => !named.has(term));
    add(weights, terms, weight);
    add(pairs, pairsOf(terms), weight);
  }
  for (const [pair, weight] of pairs) if (weight >= TITLE_WEIGHT) weights.set(pair, weight * PAIR_WEIGHT);
  return weights;
}

/** The names and terms of an article by which earlier stories on its matter are found and scored. */
export function profileOf(article: Profiled): StoryProfile {
  const names = new Map<string, number>();
  for (const { name, mentions } of article.people) add(names, [name.toLowerCase()], Math.max(1, mentions));
  return {
    names: strongest(names, MOST_NAMES),
    terms: strongest(gather(article), MOST_TERMS),
    atMs: article.sortAtMs,
  };
}

/** How much a name or term tells: nothing when every story has it, 1 when hardly any has. */
function rarity(term: string, { stories, of }: StoryFrequencies): number {
  const all = Math.log(Math.max(stories, 2));
  return Math.max(0, (all - Math.log(Math.max(1, of(term)))) / all);
}

/** From here up a shared term says something of the matter: of a million stories four thousand may have it. */
const TELLING = 0.4;

type Shared = { readonly likeness: number; readonly telling: number };

/** The cosine of two weighted lists, and how many things they share that tell much. */
function compare(
  one: StoryProfile['terms'],
  other: StoryProfile['terms'],
  frequencies: StoryFrequencies,
): Shared {
  const others = new Map(other);
  let product = 0;
  let telling = 0;
  let ownSquares = 0;
  for (const [term, weight] of one) {
    const rare = rarity(term, frequencies);
    ownSquares += (weight * rare) ** 2;
    const shared = others.get(term);
    if (shared === undefined) continue;
    product += weight * shared * rare ** 2;
    if (rare > TELLING) telling++;
  }
  const otherSquares = other.reduce(
    (sum, [term, weight]) => sum + (weight * rarity(term, frequencies)) ** 2,
    0,
  );
  const size = Math.sqrt(ownSquares * otherSquares);
  return { likeness: size === 0 ? 0 : product / size, telling };
}

/** One word in common is chance, and so is one person: a matter shares several. */
const FEWEST_TELLING = 2;
/** Each telling term makes a shared matter likelier, up to so many. */
const MOST_TELLING = 6;
const TELLING_WEIGHT = 0.3;
const NAMES_WEIGHT = 0.2;

/**
 * How well an earlier story explains this one, from 0 to 1: names, terms and time together. 0 for a later story and for
 * one that shares a word or a person alone.
 */
export function scoreRelated(
  article: StoryProfile,
  candidate: StoryProfile,
  frequencies: StoryFrequencies,
): number {
  const ageMs = article.atMs - candidate.atMs;
  if (ageMs <= 0) return 0;
  const names = compare(article.names, candidate.names, frequencies);
  const terms = compare(article.terms, candidate.terms, frequencies);
  if (terms.telling < FEWEST_TELLING) return 0;
  const alike = (1 - NAMES_WEIGHT) * terms.likeness + NAMES_WEIGHT * names.likeness;
  const recent = 0.5 + 0.5 * 2 ** (-ageMs / HALF_LIFE_MS);
  const telling = 1 + TELLING_WEIGHT * Math.min(MOST_TELLING, terms.telling);
  return (alike * recent * telling) / (1 + TELLING_WEIGHT * MOST_TELLING);
}
