import type { Word } from './word.ts';
import type { Words } from './words.ts';

const ENDS = new Set(['.', '!', '?', '…']);
const CLOSERS = new Set(['”', '"', "'", '’', ')', ']', '»']);
/** Sentences do not begin with these. */
const CARRIES_ON = new Set([',', ';', ':', ')', ']']);

/**
 * For each word the number of the sentence it stands in, counted from 0. A paragraph ends its last sentence; `firsts` are the
 * paragraphs' first words and one more at the end. What stands in quotation marks (`runOf` is not negative) never ends a
 * sentence by itself: `“Why? Tell me,” she said` is one.
 */
export function numberSentences(words: Words, firsts: readonly number[], runOf: Int32Array): Int32Array {
  const numbers = new Int32Array(words.words.length);
  let current = 0;
  for (let paragraph = 0; paragraph + 1 < firsts.length; paragraph++) {
    const from = firsts[paragraph] ?? 0;
    const last = (firsts[paragraph + 1] ?? 0) - 1;
    for (let at = from; at <= last; at++) {
      numbers[at] = current;
      if (at === last || endsSentence(words, from, at, runOf)) current++;
    }
  }
  return numbers;
}

/** True at the last mark of a sentence that another follows in its paragraph. */
function endsSentence(split: Words, from: number, at: number, runOf: Int32Array): boolean {
  const { words, starts, ends } = split;
  const next = words[at + 1];
  // Most words are in small letters and end nothing.
  if (next === undefined || next.shape === 'lower' || !mayEnd(words[at])) return false;
  if ((runOf[at] ?? -1) >= 0 && (runOf[at + 1] ?? -1) >= 0) return false;
  if (starts[at + 1] === ends[at] || CARRIES_ON.has(next.text)) return false;
  const last = words[beforeClosers(words, from, at)];
  return ENDS.has(last?.text ?? '') || endsAbbreviated(last, next);
}

function mayEnd(word: Word | undefined): boolean {
  return word !== undefined && (word.shape !== 'lower' || word.bare !== word.lower);
}

/** No sentence closes more brackets and quotations than this. */
const MOST_CLOSERS = 9;

/** The last word up to `at` that is no bracket or mark of quotation. */
function beforeClosers(words: readonly Word[], from: number, at: number): number {
  let last = at;
  while (last > from && at - last < MOST_CLOSERS && CLOSERS.has(words[last]?.text ?? '')) last--;
  return last;
}

/** `… in the U.S. The` : a word that only starts sentences follows the abbreviation. */
function endsAbbreviated(word: Word | undefined, next: Word): boolean {
  if (word === undefined || !word.text.endsWith('.') || word.text.length < 4) return false;
  return STARTERS.has(next.text);
}

const STARTERS = new Set(
  'The A An But And He She It They We I In On At As If When While This That These Those His Her Their Its'.split(
    ' ',
  ),
);
