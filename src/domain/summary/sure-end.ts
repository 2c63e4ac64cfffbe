import { rulesOf } from '../text/abbreviations.ts';
import { isLower, isSpace, isUpper } from '../text/sentence-marks.ts';

const { titles, beforeNumber, open } = rulesOf('en');

/** English words that are also written short with a stop: `The Sun.` may be a Sunday. In small letters. */
const SHORT_FORMS: ReadonlySet<string> = new Set([
  ...[...titles, ...beforeNumber, ...open].map((word) => word.toLowerCase()),
  ...'sun mon tue tues wed thu thurs fri sat mar may dec art fig figs cent est ed eds col op al ave det no nos amb'.split(
    ' ',
  ),
]);

const CLOSERS = `"'”’)]»`;
/** A longer word is short for nothing. */
const LONGEST = 12;

const OPENERS = '"“‘([';

/** Whether a word begins behind it. */
function isBefore(text: string, at: number): boolean {
  return isSpace(text, at) || OPENERS.includes(text.charAt(at));
}

/** The word before the stop at `stop`, its end where it is long. */
function wordBefore(text: string, stop: number): string {
  let from = stop;
  while (from > 0 && stop - from < LONGEST && !isBefore(text, from - 1)) from--;
  return text.slice(from, stop);
}

/** Two code units a character at most, and a mark before it. */
const LONGEST_LETTER = 4;

function isLetter(word: string): boolean {
  return word.length <= LONGEST_LETTER && /^\P{L}?\p{L}$/u.test(word);
}

function withoutMark(word: string): string {
  const first = word.charAt(0);
  return isLower(first) || isUpper(first) ? word : word.replace(/^\P{L}/u, '');
}

/**
 * Whether nobody can read on over the end of an English sentence. An initial, `5 a.m.` and `the company Orr Inc.` may
 * end one, or may not: two readers would cut the text in two ways there.
 */
export function endsForSure(text: string): boolean {
  let stop = text.length - 1;
  while (stop > 0 && CLOSERS.includes(text.charAt(stop))) stop--;
  if (text[stop] === '…') return false;
  if (text[stop] !== '.') return true;
  const word = wordBefore(text, stop);
  if (word.includes('.') || word === '' || isLetter(word)) return false;
  return !SHORT_FORMS.has(withoutMark(word.toLowerCase()));
}
