import { DEMONYMS, PLACES } from './places.ts';
import { NOUNS_TOO } from './speech-verbs.ts';
import {
  ABBREVIATIONS,
  AUXILIARIES,
  BARE_SPEAKERS,
  BODY_WORDS,
  CALENDAR,
  COURTESY,
  DETERMINERS,
  FUNCTION_WORDS,
  OFFICES,
  ONESELF,
  PARTICLES,
  PRONOUNS,
  SAYING_THINGS,
  SPEECH_NOUNS,
} from './word-lists.ts';

/** What the lists know of a word and how it ends. */
export type Trait =
  | 'capital'
  | 'function'
  | 'courtesy'
  | 'office'
  | 'offices'
  | 'particle'
  | 'body'
  | 'place'
  | 'demonym'
  | 'calendar'
  | 'thing'
  | 'determiner'
  | 'bareSpeaker'
  | 'pronoun'
  | 'auxiliary'
  | 'speechNoun'
  | 'nounToo'
  | 'yearOld'
  | 'abbreviation'
  | 'oneself'
  | 'quoteMark'
  | 'endsIng'
  | 'endsLy'
  | 'endsEd'
  | 'endsS';

/** A bit for each trait: a question about a word is then one look at a number. */
export const TRAIT: Readonly<Record<Trait, number>> = {
  capital: 1 << 0,
  function: 1 << 1,
  courtesy: 1 << 2,
  office: 1 << 3,
  /** An office of several: `spokesmen` is none, `senators` is one. */
  offices: 1 << 4,
  particle: 1 << 5,
  body: 1 << 6,
  place: 1 << 7,
  demonym: 1 << 8,
  calendar: 1 << 9,
  /** A text or body that says things. */
  thing: 1 << 10,
  determiner: 1 << 11,
  bareSpeaker: 1 << 12,
  pronoun: 1 << 13,
  auxiliary: 1 << 14,
  speechNoun: 1 << 15,
  /** Of a verb that reports speech: a noun more often than not. */
  nounToo: 1 << 16,
  yearOld: 1 << 17,
  abbreviation: 1 << 18,
  oneself: 1 << 19,
  quoteMark: 1 << 20,
  endsIng: 1 << 21,
  endsLy: 1 << 22,
  endsEd: 1 << 23,
  endsS: 1 << 24,
};

type List = { readonly keys: () => Iterable<string> };

/** The lists that know a word by its letters alone. */
const BY_LETTERS: Partial<Record<Trait, List>> = {
  // `A.` is an initial and no article.
  function: FUNCTION_WORDS,
  thing: SAYING_THINGS,
  determiner: DETERMINERS,
  bareSpeaker: BARE_SPEAKERS,
  pronoun: PRONOUNS,
  auxiliary: AUXILIARIES,
  speechNoun: SPEECH_NOUNS,
  nounToo: NOUNS_TOO,
  abbreviation: ABBREVIATIONS,
  oneself: ONESELF,
};

/** Those that know it with the full stop of an abbreviation too. */
const BY_BARE_LETTERS: Partial<Record<Trait, List>> = {
  courtesy: COURTESY,
  office: OFFICES,
  particle: PARTICLES,
  body: BODY_WORDS,
  place: PLACES,
  demonym: DEMONYMS,
  calendar: CALENDAR,
};

function bitsOf(lists: Partial<Record<Trait, List>>): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [trait, list] of Object.entries(lists)) {
    for (const word of list.keys()) bits.set(word, (bits.get(word) ?? 0) | TRAIT[trait as Trait]);
  }
  return bits;
}

const LISTED = bitsOf(BY_LETTERS);
const LISTED_BARE = bitsOf(BY_BARE_LETTERS);

/** The traits of a word in small letters; `bare` is without the full stop of an abbreviation. */
export function traitsOf(lower: string, bare: string): number {
  return (
    (LISTED.get(lower) ?? 0) | (LISTED_BARE.get(bare) ?? 0) | officesOf(lower) | ageOf(lower) | endingOf(bare)
  );
}

function officesOf(lower: string): number {
  const isPlural = lower.endsWith('s') && OFFICES.has(lower) && OFFICES.has(lower.slice(0, -1));
  return isPlural ? TRAIT.offices : 0;
}

function ageOf(lower: string): number {
  return lower.endsWith('-year-old') && /^\d\d-year-old$/.test(lower) ? TRAIT.yearOld : 0;
}

function endingOf(bare: string): number {
  if (bare.endsWith('ing')) return TRAIT.endsIng;
  if (bare.endsWith('ly')) return TRAIT.endsLy;
  if (bare.endsWith('ed')) return TRAIT.endsEd;
  return bare.endsWith('s') ? TRAIT.endsS : 0;
}
