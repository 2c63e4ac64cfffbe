import { type Gender, genderOfGivenName } from './given-names.ts';
import { DEMONYMS, isPlaceOrDemonym } from './places.ts';
import { BODY_WORDS, CALENDAR, COURTESY, FUNCTION_WORDS, OFFICES, PARTICLES } from './word-lists.ts';
import { bare, type Word } from './words.ts';

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
  return word !== undefined && (word.shape === 'capital' || word.shape === 'caps');
}

/** Whether a capital word may be part of a name. `commonWords` are those which the article also writes small. */
function canName(word: Word, startsSentence: boolean, commonWords: ReadonlySet<string>): boolean {
  const lower = bare(word);
  if (FUNCTION_WORDS.has(word.lower)) return false;
  if (!startsSentence || COURTESY.has(lower) || OFFICES.has(lower)) return true;
  return !commonWords.has(lower) && !/(?:ing|ly)$/.test(lower);
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
  return word.text === ',' && SUFFIXES.has(bare(words[at + 1] ?? word)) ? 2 : 0;
}

function breaksName(words: readonly Word[], at: number): boolean {
  const word = words[at] ?? NO_WORD;
  return isDate(words, at) || (FUNCTION_WORDS.has(word.lower) && !PARTICLES.has(bare(word)));
}

/** Whether the word is of the calendar and no given name: `April Ryder`, `Jan van Dorn` and `June Holm` are people. */
function isDate(words: readonly Word[], at: number): boolean {
  const lower = bare(words[at] ?? NO_WORD);
  if (!CALENDAR.has(lower)) return false;
  if (!GIVEN_TOO.has(lower) || BEFORE_DATES.has(words[at - 1]?.lower ?? '')) return true;
  const next = words[at + 1] ?? NO_WORD;
  return PARTICLES.has(next.lower) ? false : !isCapital(next) || isNoSurname(next);
}

const GIVEN_TOO = new Set(['jan', 'april', 'may', 'june', 'august']);
const BEFORE_DATES = new Set(
  'in on by since until till from of during last this next late early mid through between for before after and or the a'.split(
    ' ',
  ),
);

function isNoSurname(word: Word): boolean {
  return (
    CALENDAR.has(bare(word)) ||
    FUNCTION_WORDS.has(word.lower) ||
    BODY_WORDS.has(word.lower) ||
    isPlaceOrDemonym(word.lower)
  );
}

/** `van` in `Rita van Dorn`, `of` in `Bank of England`, `&` in `Marks & Sons`. */
function joinsNext(words: readonly Word[], at: number, limit: number): boolean {
  const [word, next, afterNext] = words.slice(at, Math.min(at + 3, limit));
  if (word === undefined || next === undefined) return false;
  if (word.text === '&' || PARTICLES.has(word.lower)) {
    return isCapital(next) || (PARTICLES.has(next.lower) && isCapital(afterNext));
  }
  if (!JOINERS.has(word.lower) || !isHead(bare(words[at - 1] ?? word), word.lower)) return false;
  return isCapital(next) ? !breaksName(words, at + 1) : next.lower === 'the' && isCapital(afterNext);
}

/** Whether a word is the head of a name that goes on with `joiner`: `Bank of`, `Minister of`, `Center for`. */
function isHead(before: string, joiner: string): boolean {
  return BODY_WORDS.has(before) || BODY_HEADS.has(before) || (joiner === 'of' && OFFICES.has(before));
}

/** The last word of a place's name. */
const PLACE_HEADS = new Set(
  'city county street avenue road square island islands river lake valley beach airport harbour harbor peninsula strait ocean sea mountains hills'.split(
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
    if (isTitleWord(bare(words[at] ?? NO_WORD)) && hasNameAfter(words, at + 1, to)) {
      last = Math.min(to, pastOf(words, at + 1));
    }
  }
  return last;
}

function isTitleWord(lower: string): boolean {
  return COURTESY.has(lower) || (OFFICES.has(lower) && genderOfGivenName(lower) === null);
}

/** Where what belongs to a title ends: past `of State`, `of the Exchequer`. */
function pastOf(words: readonly Word[], at: number): number {
  if (words[at]?.lower !== 'of') return at;
  return words[at + 1]?.lower === 'the' ? at + 3 : at + 2;
}

function hasNameAfter(words: readonly Word[], at: number, to: number): boolean {
  const word = words[at];
  return at < to && word !== undefined && !SUFFIXES.has(bare(word)) && word.text !== ',' && word.text !== '&';
}

function skipAdjectives(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to - 1 && DEMONYMS.has(bare(words[at] ?? NO_WORD))) at++;
  return at;
}

const NO_WORD: Word = { text: '', lower: '', shape: 'mark', start: 0, end: 0 };

function kindOf(words: readonly Word[], from: number, to: number, hasTitle: boolean): NameKind {
  if (hasTitle) return 'person';
  const lowers = words.slice(from, to).map(bare);
  const [first = '', last = ''] = [lowers[0], lowers.at(-1)];
  if (lowers.every((lower) => isPlaceOrDemonym(lower) || isPlaceOrDemonym(`${lower}.`))) return 'place';
  if (to - from > 1 && genderOfGivenName(first) !== null && !BODY_WORDS.has(last)) return 'person';
  if (PLACE_HEADS.has(last)) return 'place';
  const isAcronym = to - from === 1 && words[from]?.shape === 'caps' && (words[from]?.text.length ?? 0) < 6;
  return isAcronym || SITE.test(first) || lowers.some((lower) => BODY_WORDS.has(lower)) ? 'body' : 'unknown';
}

function partsOf(words: readonly Word[], from: number, to: number): string[] {
  const parts: string[] = [];
  for (let at = from; at < to; at++) {
    const word = words[at] ?? NO_WORD;
    const lower = bare(word);
    if (word.shape === 'mark' || SUFFIXES.has(lower)) continue;
    // `Jong-un` is two words written as one, `Smith-Jones` is one.
    if (/^\p{L}+-\p{Ll}/u.test(word.text)) parts.push(...lower.split('-').filter(Boolean));
    else parts.push(lower);
  }
  return parts;
}

function genderIn(words: readonly Word[], titleFrom: number, from: number, to: number): Gender | null {
  for (let at = titleFrom; at < from; at++) {
    const told = COURTESY.get(bare(words[at] ?? NO_WORD));
    if (told === 'female' || told === 'male') return told;
  }
  return to - from > 1 ? genderOfGivenName(bare(words[from] ?? NO_WORD)) : null;
}

/** A title has no more words than this. */
const LONGEST_TITLE = 9;

/** The first word of an office directly before a name, with what belongs to it: `|Lund campaign manager Rita Moss`. */
function officeBefore(words: readonly Word[], from: number, first: number): number {
  const before = words[from - 1];
  if (before === undefined || from - 1 < first || !OFFICES.has(before.lower) || before.shape !== 'lower') {
    return from;
  }
  const floor = Math.max(first, from - LONGEST_TITLE);
  let at = from - 1;
  while (at > floor && isModifier(words[at - 1] ?? NO_WORD)) at--;
  return words[at]?.shape === 'possessive' ? at + 1 : at;
}

/** Verbs that stand before an office and are no part of it: `wrote columnist Rita Moss`. */
const VERBS_BEFORE = new Set(
  'wrote writes tells tweets tweeted adds replied says said told asks quips notes argues explains recalls'.split(
    ' ',
  ),
);

function isModifier(word: Word): boolean {
  if (word.shape === 'mark' || word.shape === 'number') return word.text === '-';
  if (word.shape === 'possessive') return true;
  if (isCapital(word)) return !FUNCTION_WORDS.has(word.lower) && !CALENDAR.has(word.lower);
  if (word.lower === 'former') return true;
  return !FUNCTION_WORDS.has(word.lower) && !VERBS_BEFORE.has(word.lower) && !/(?:ed|ly)$/.test(word.lower);
}

function nameFrom(words: readonly Word[], seqFrom: number, to: number, first: number): Name | null {
  let from = titleEnd(words, seqFrom, to);
  const hasTitle = from > seqFrom;
  if (!hasTitle) {
    const without = skipAdjectives(words, seqFrom, to);
    if (without > seqFrom && to - without > 1 && kindOf(words, seqFrom, to, false) !== 'body') from = without;
  }
  if (from >= to) return null;
  const titleFrom = hasTitle ? seqFrom : officeBefore(words, from, first);
  const isOfficeAlone = to - from === 1 && OFFICES.has(bare(words[from] ?? NO_WORD)) && !hasTitle;
  if (isOfficeAlone) return null;
  return {
    titleFrom: hasTitle ? Math.min(seqFrom, officeBefore(words, seqFrom, first)) : titleFrom,
    from,
    to,
    kind: kindOf(words, from, to, hasTitle || titleFrom < from),
    parts: partsOf(words, from, to),
    gender: genderIn(words, titleFrom, from, to),
  };
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
      !canName(word, startsSentence(at), commonWords)
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
