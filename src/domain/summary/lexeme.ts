import { stem } from '../background/stems.ts';
import { isEmptyWord } from '../background/terms.ts';
import { TRAIT, traitsOf } from './traits.ts';

/** What a word is wherever it stands. */
export type Lexeme = {
  readonly written: string;
  readonly stem: string;
  /** The same for all words of one stem, until `makeRoom`. */
  readonly stemNumber: number;
  /** An article, a pronoun, a verb of speech: it tells nothing of the matter. */
  readonly empty: boolean;
  readonly pronoun: boolean;
  /** `I`, `we` and theirs. */
  readonly firstPerson: boolean;
  readonly date: boolean;
  readonly number: boolean;
  /** Its first letter is large. */
  readonly large: boolean;
  /** A bit of TRAIT for each that it has. */
  readonly traits: number;
};

const FIRST_PERSON = new Set('i we my our us'.split(' '));
const PRONOUNS = new Set('he she it they him her them his its their hers you your me who'.split(' '));
const DATES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december today yesterday'
  ).split(' '),
);

/** Memory for the words of some thousand articles. */
const MOST_KEPT = 60_000;
const SLOTS = 1 << 17;

const kept: Lexeme[] = [];
/** Where in `kept` the words of a hash stand, from 1; a taken slot sends to the next. Never more than half full. */
const slots = new Int32Array(SLOTS);
const stemNumbers = new Map<string, number>();

/** Forgets the words of earlier texts when there are many. Not to be called while numbers of stems are compared. */
export function makeRoom(): void {
  if (kept.length < MOST_KEPT && stemNumbers.size < MOST_KEPT) return;
  kept.length = 0;
  slots.fill(0);
  stemNumbers.clear();
}

function numberOfStem(stem: string): number {
  const known = stemNumbers.get(stem);
  if (known !== undefined) return known;
  stemNumbers.set(stem, stemNumbers.size);
  return stemNumbers.size - 1;
}

function read(written: string): Lexeme {
  const lower = written.toLowerCase();
  const firstPerson = FIRST_PERSON.has(lower);
  const traits = traitsOf(lower);
  const code = written.charCodeAt(0);
  const stemmed = stem(lower);
  return {
    written,
    stem: stemmed,
    stemNumber: numberOfStem(stemmed),
    empty: isEmptyWord(lower),
    pronoun: firstPerson || PRONOUNS.has(lower),
    firstPerson,
    date: DATES.has(lower),
    number: (traits & TRAIT.number) !== 0,
    large: code > 64 && code < 91,
    traits,
  };
}

function isWrittenAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

/** The word from `start` to `end`, found by its hash: most words are known, and need not be cut out of the text. */
function lexemeAt(text: string, start: number, end: number, hash: number): Lexeme {
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
    const known = kept[place - 1];
    if (known !== undefined && isWrittenAt(known.written, text, start, end)) return known;
    slot = (slot + 1) & (SLOTS - 1);
  }
  const found = read(text.slice(start, end));
  if (kept.length < MOST_KEPT) slots[slot] = kept.push(found);
  return found;
}

/** What a word is, however it is written. */
export function lexemeOf(word: string): Lexeme {
  return lexemesOf(word)[0] ?? read(word);
}

/** The code units of letters and digits; beyond Latin all but spaces and marks. */
const WORD_CODES = Uint8Array.from({ length: 0x10000 }, (_none, code) => Number(isWordCode(code)));

function isWordCode(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

/** FNV-1a. */
const HASH = { from: 0x811c9dc5, by: 0x01000193 };

/** The words of a text, or of it from `from` to `to`, in order and with repetition, marks left out. */
export function lexemesOf(text: string, from = 0, to: number = text.length): readonly Lexeme[] {
  const words: Lexeme[] = [];
  let start = from;
  let hash = HASH.from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (WORD_CODES[code] === 1) hash = Math.imul(hash ^ code, HASH.by);
    else {
      if (at > start) words.push(lexemeAt(text, start, at, hash));
      start = at + 1;
      hash = HASH.from;
    }
  }
  if (to > start) words.push(lexemeAt(text, start, to, hash));
  return words;
}

/** The traits that any of the words has. */
export function traitsAmong(words: readonly Lexeme[]): number {
  let traits = 0;
  for (const word of words) traits |= word.traits;
  return traits;
}
