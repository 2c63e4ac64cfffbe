import type { Gender } from './given-names.ts';
import { namesThing } from './thing-names.ts';
import { TRAIT } from './traits.ts';
import { is, NO_WORD, type Word } from './word.ts';
import { COURTESY } from './word-lists.ts';

export type NameKind = 'person' | 'body' | 'place' | 'unknown';

/** A name as it stands at one place. Numbers index the words it was found in; `to` is the first word after it. */
export type Name = {
  /** The first word of title, office or adjective before the name: equal to `from` where there is none. */
  readonly titleFrom: number;
  readonly from: number;
  readonly to: number;
  readonly kind: NameKind;
  /** The name's own words in small letters, hyphens split: `kim`, `jong`, `un`. */
  readonly parts: readonly string[];
  readonly gender: Gender | null;
};

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const JOINERS = new Set(['of', 'for']);

function isCapital(word: Word | undefined): boolean {
  return is(word, TRAIT.capital);
}

/** Whether a capital word may be part of a name. `commonWords` are those which the article also writes small. */
function canName(
  word: Word,
  next: Word | undefined,
  startsSentence: boolean,
  commonWords: ReadonlySet<string>,
): boolean {
  if (is(word, TRAIT.function)) return false;
  if (!startsSentence || is(word, TRAIT.courtesy | TRAIT.office)) return true;
  // `Finance Minister Rita Moss`, of whom the story speaks as the finance minister later.
  if (isCapital(next) && is(next, TRAIT.office) && !is(next, TRAIT.offices | TRAIT.demonym)) return true;
  return !is(word, TRAIT.endsIng | TRAIT.endsLy) && !commonWords.has(word.bare);
}

/** The index after the last word of the capital sequence that begins at `from`. */
function sequenceEnd(words: readonly Word[], from: number, limit: number): number {
  let to = from + 1;
  for (let step = 1; step > 0 && to < limit; to += step) step = stepAt(words, to, limit);
  return Math.min(to, limit);
}

/** How many words from `at` on belong to the capital sequence before: 0 where it ends. */
function stepAt(words: readonly Word[], at: number, limit: number): number {
  const word = words[at];
  if (word === undefined) return 0;
  if (isCapital(word) && !breaksName(words, at)) return 1;
  if (joinsNext(words, at, limit)) return isCapital(words[at + 1]) ? 2 : 3;
  return word.text === ',' && SUFFIXES.has(words[at + 1]?.bare ?? '') ? 2 : 0;
}

function breaksName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return isDate(words, at) || (is(word, TRAIT.function) && !is(word, TRAIT.particle));
}

/** Whether the word is of the calendar and no given name: `April Ryder`, `Jan van Dorn` and `June Holm` are people. */
function isDate(words: readonly Word[], at: number): boolean {
  const word = words[at] ?? NO_WORD;
  if (!is(word, TRAIT.calendar)) return false;
  if (!GIVEN_TOO.has(word.bare) || BEFORE_DATES.has(words[at - 1]?.lower ?? '')) return true;
  const next = words[at + 1];
  return is(next, TRAIT.particle) ? false : !isCapital(next) || is(next, NO_SURNAME);
}

const GIVEN_TOO = new Set(['jan', 'april', 'may', 'june', 'august']);
const BEFORE_DATES = new Set(
  'in on by since until till from of during last this next late early mid through between for before after and or the a'.split(
    ' ',
  ),
);

const NO_SURNAME = TRAIT.calendar | TRAIT.function | TRAIT.body | TRAIT.place | TRAIT.demonym;

/** `van` in `Rita van Dorn`, `of` in `Bank of England`, `&` in `Marks & Sons`. */
function joinsNext(words: readonly Word[], at: number, limit: number): boolean {
  const word = words[at];
  if (word === undefined || at + 1 >= limit) return false;
  const next = words[at + 1];
  const afterNext = at + 2 < limit ? words[at + 2] : undefined;
  if (word.text === '&' || is(word, TRAIT.particle)) {
    return isCapital(next) || (is(next, TRAIT.particle) && isCapital(afterNext));
  }
  if (!JOINERS.has(word.lower) || !isHead(words[at - 1] ?? word, word.lower)) return false;
  return isCapital(next) ? !breaksName(words, at + 1) : next?.lower === 'the' && isCapital(afterNext);
}

/** Whether a word is the head of a name that goes on with `joiner`: `Bank of`, `Minister of`, `Center for`. */
function isHead(before: Word, joiner: string): boolean {
  if (is(before, TRAIT.body) || BODY_HEADS.has(before.bare)) return true;
  return joiner === 'of' && is(before, TRAIT.office);
}

/** Offices that nobody bears as a last name: `Harbour MP` names nobody. */
const NEVER_LAST = new Set(
  'mp mps mla mlas ceo cfo coo spokesman spokeswoman spokesperson chairman chairwoman minister president governor senator'.split(
    ' ',
  ),
);

/** `Courier.example`, as sites are called in the news that quotes them. */
const SITE = /^[\p{L}\d-]+\.(?:com|org|net|gov|info|news|co\.[a-z]{2}|co|example)$/u;

const BODY_HEADS = new Set(
  'bank house ministry secretary department university chamber museum board center centre institute fund office league'.split(
    ' ',
  ),
);

/** Where the office or title before the name proper ends: `Foreign Minister |Ada Lund`, `Secretary of State |Ada Lund`. */
function titleEnd(words: readonly Word[], from: number, to: number): number {
  let last = from;
  for (let at = from; at < to; at++) {
    if (isTitleWord(words[at]) && hasNameAfter(words, at + 1, to)) {
      last = Math.min(to, pastOf(words, at + 1));
    }
  }
  return last;
}

function isTitleWord(word: Word | undefined): boolean {
  return is(word, TRAIT.courtesy) || (is(word, TRAIT.office) && word?.gender === null);
}

/** Where what belongs to a title ends: past `of State`, `of the Exchequer`. */
function pastOf(words: readonly Word[], at: number): number {
  if (words[at]?.lower !== 'of') return at;
  return words[at + 1]?.lower === 'the' ? at + 3 : at + 2;
}

function hasNameAfter(words: readonly Word[], at: number, to: number): boolean {
  const word = words[at];
  return at < to && word !== undefined && !SUFFIXES.has(word.bare) && word.text !== ',' && word.text !== '&';
}

function skipAdjectives(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to - 1 && is(words[at], TRAIT.demonym)) at++;
  return at;
}

function kindOf(words: readonly Word[], from: number, to: number, hasTitle: boolean): NameKind {
  if (hasTitle) return 'person';
  const first = words[from] ?? NO_WORD;
  const last = words[to - 1] ?? NO_WORD;
  if (all(words, from, to, TRAIT.place | TRAIT.demonym)) return 'place';
  const hasGivenName = to - from > 1 && first.gender !== null;
  if (namesThing(words, from, to, hasGivenName)) return 'place';
  if (hasGivenName && !is(last, TRAIT.body)) return 'person';
  const isAcronym = to - from === 1 && first.shape === 'caps' && first.text.length < 6;
  return isAcronym || SITE.test(first.bare) || some(words, from, to, TRAIT.body) ? 'body' : 'unknown';
}

function all(words: readonly Word[], from: number, to: number, traits: number): boolean {
  for (let at = from; at < to; at++) if (!is(words[at], traits)) return false;
  return true;
}

function some(words: readonly Word[], from: number, to: number, traits: number): boolean {
  for (let at = from; at < to; at++) if (is(words[at], traits)) return true;
  return false;
}

function partsOf(words: readonly Word[], from: number, to: number): string[] {
  const parts: string[] = [];
  for (let at = from; at < to; at++) {
    const word = words[at] ?? NO_WORD;
    if (word.shape === 'mark' || SUFFIXES.has(word.bare)) continue;
    // `Jong-un` is two words written as one, `Smith-Jones` is one.
    if (word.bare.includes('-') && /^\p{L}+-\p{Ll}/u.test(word.text)) {
      parts.push(...word.bare.split('-').filter(Boolean));
    } else parts.push(word.bare);
  }
  return parts;
}

function genderIn(words: readonly Word[], titleFrom: number, from: number, to: number): Gender | null {
  for (let at = titleFrom; at < from; at++) {
    const told = COURTESY.get(words[at]?.bare ?? '');
    if (told === 'female' || told === 'male') return told;
  }
  return to - from > 1 ? (words[from]?.gender ?? null) : null;
}

/** A title has no more words than this. */
const LONGEST_TITLE = 9;

/** The first word of an office directly before a name, with what belongs to it: `|Lund campaign manager Rita Moss`. */
function officeBefore(words: readonly Word[], from: number, first: number): number {
  const before = words[from - 1];
  if (from - 1 < first || before?.shape !== 'lower' || !is(before, TRAIT.office)) return from;
  const floor = Math.max(first, from - LONGEST_TITLE);
  let at = from - 1;
  while (at > floor && isModifier(words[at - 1] ?? NO_WORD)) at--;
  return words[at]?.shape === 'possessive' ? at + 1 : at;
}

function isModifier(word: Word): boolean {
  if (word.shape === 'mark' || word.shape === 'number') return word.text === '-';
  if (word.shape === 'possessive') return true;
  if (isCapital(word)) return !is(word, TRAIT.function | TRAIT.calendar);
  if (word.lower === 'former') return true;
  // `fight.President`: two sentences that were set without a space.
  if (/\.\p{Lu}/u.test(word.text)) return false;
  const isVerb = word.cue !== null && !is(word, TRAIT.nounToo);
  return !isVerb && !is(word, TRAIT.function | TRAIT.endsEd | TRAIT.endsLy);
}

function nameFrom(words: readonly Word[], seqFrom: number, to: number, first: number): Name | null {
  let from = Math.max(titleEnd(words, seqFrom, to), pastBody(words, seqFrom, to));
  const hasTitle = from > seqFrom;
  if (!hasTitle) {
    const without = skipAdjectives(words, seqFrom, to);
    if (without > seqFrom && to - without > 1 && kindOf(words, seqFrom, to, false) !== 'body') from = without;
  }
  if (from >= to) return null;
  const titleFrom = hasTitle ? seqFrom : officeBefore(words, from, first);
  if (namesNobody(words, seqFrom, to)) return null;
  return {
    titleFrom: hasTitle ? Math.min(seqFrom, officeBefore(words, seqFrom, first)) : titleFrom,
    from,
    to,
    kind: kindOf(words, from, to, hasTitle || titleFrom < from),
    parts: partsOf(words, from, to),
    gender: genderIn(words, titleFrom, from, to),
  };
}

/** An office alone, with or without what it is of: `Minister`, `Harbour MP`. */
function namesNobody(words: readonly Word[], from: number, to: number): boolean {
  const last = words[to - 1];
  if (to - from === 1) return is(last, TRAIT.office);
  return NEVER_LAST.has(last?.bare ?? '');
}

/** Where a person's name begins behind that of a body: `Hill College |Ada Lund`; `from` where it does not. */
function pastBody(words: readonly Word[], from: number, to: number): number {
  if (is(words[to - 1], TRAIT.body)) return from;
  for (let at = to - 2; at > from + 1; at--) {
    const isGiven = words[at]?.gender !== null && !is(words[at], TRAIT.body);
    if (isGiven && is(words[at - 1], TRAIT.body)) return at;
  }
  return from;
}

/**
 * The names among `words` from `first` to `limit`. `startsSentence` tells of a word whether its capital may come from
 * its place; `commonWords` are the words that the article writes with a small letter elsewhere.
 */
export function findNames(
  words: readonly Word[],
  first: number,
  limit: number,
  startsSentence: (index: number) => boolean,
  commonWords: ReadonlySet<string>,
): Name[] {
  const names: Name[] = [];
  for (let at = first; at < limit; ) {
    const word = words[at];
    if (
      word === undefined ||
      !isCapital(word) ||
      isDate(words, at) ||
      !canName(word, words[at + 1], startsSentence(at), commonWords)
    ) {
      at++;
      continue;
    }
    const to = sequenceEnd(words, at, limit);
    const name = nameFrom(words, at, to, first);
    if (name !== null && name.parts.length > 0) names.push(name);
    at = to;
  }
  return names;
}
