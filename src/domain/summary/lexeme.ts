import { stem } from '../background/stems.ts';
import { isEmptyWord } from '../background/terms.ts';
import { forgetAll, newVocabulary, wordAt } from '../text/vocabulary.ts';
import { TRAIT, traitsOf } from './traits.ts';

/** What a word is wherever it stands. */
export type Lexeme = {
  readonly text: string;
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

/** Memory for the stems of some thousand articles. */
const MOST_STEMS = 60_000;

const known = newVocabulary<Lexeme>();
const stemNumbers = new Map<string, number>();

/** Forgets the stems of earlier texts when there are many. Not to be called while numbers of stems are compared. */
export function makeRoom(): void {
  if (stemNumbers.size < MOST_STEMS) return;
  stemNumbers.clear();
  forgetAll(known);
}

/** One more than the largest number of a stem. */
export function countStems(): number {
  return stemNumbers.size;
}

function numberOfStem(stem: string): number {
  const number = stemNumbers.get(stem);
  if (number !== undefined) return number;
  stemNumbers.set(stem, stemNumbers.size);
  return stemNumbers.size - 1;
}

function read(text: string): Lexeme {
  const lower = text.toLowerCase();
  const firstPerson = FIRST_PERSON.has(lower);
  const traits = traitsOf(lower);
  const code = text.charCodeAt(0);
  const stemmed = stem(lower);
  return {
    text,
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

/** What a word is, however it is written. */
export function lexemeOf(word: string): Lexeme {
  return lexemesOf(word)[0] ?? read(word);
}

const WORD_CODES = Uint8Array.from({ length: 0x10000 }, (_none, code) => Number(isLetterOrDigit(code)));

function isLetterOrDigit(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

/** Whether a code unit is a letter or a digit; beyond Latin all are but spaces and marks. */
export function isInWord(code: number): boolean {
  return WORD_CODES[code] === 1;
}

/** The words of a text, or of it from `from` to `to`, in order and with repetition, marks left out. */
export function lexemesOf(text: string, from = 0, to: number = text.length): readonly Lexeme[] {
  const words: Lexeme[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (WORD_CODES[text.charCodeAt(at)] === 1) continue;
    if (at > start) words.push(wordAt(known, text, start, at, read));
    start = at + 1;
  }
  if (to > start) words.push(wordAt(known, text, start, to, read));
  return words;
}
