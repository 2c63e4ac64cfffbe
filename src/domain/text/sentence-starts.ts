import type { Word } from './words.ts';

const ENDS = new Set(['.', '!', '?', '…']);
const CLOSERS = new Set(['”', '"', "'", '’', ')', ']', '»']);

/**
 * For words of one paragraph, the number of the sentence each stands in, counting from `first`. What stands in quotation
 * marks never ends a sentence by itself: `“Why? Tell me,” she said` is one.
 */
export function numberSentences(
  words: readonly Word[],
  isQuoted: (index: number) => boolean,
  first: number,
): number[] {
  const numbers: number[] = [];
  let current = first;
  for (let index = 0; index < words.length; index++) {
    numbers.push(current);
    if (endsSentence(words, index, isQuoted)) current++;
  }
  return numbers;
}

/** True at the last mark of a sentence. */
function endsSentence(words: readonly Word[], index: number, isQuoted: (index: number) => boolean): boolean {
  const next = words[index + 1];
  const word = words[index];
  if (next === undefined || word === undefined || (isQuoted(index) && isQuoted(index + 1))) return false;
  if (CLOSERS.has(next.text) && next.start === word.end) return false;
  let last = index;
  while (last > 0 && CLOSERS.has(words[last]?.text ?? '')) last--;
  const mark = words[last]?.text ?? '';
  if (!ENDS.has(mark) && !endsAbbreviated(words[last], next)) return false;
  return next.start > word.end && startsSentence(next);
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

function startsSentence(word: Word): boolean {
  return word.shape !== 'lower' && !',;:)]'.includes(word.text);
}
