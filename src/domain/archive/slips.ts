/** Letters that a slip may put in, by the script that the word is written in. */
const ALPHABETS: readonly (readonly [script: RegExp, letters: string])[] = [
  [/\p{Script=Cyrillic}/u, 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρσςτυφχψω'],
  [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'],
];

/** Under this many letters another word is too near to everything to be a slip. */
const SHORTEST = 3;
const LONGEST = 24;

/**
 * Every word that one slip makes of this one: a letter left out, put in, exchanged, or two swapped. About 54 for each
 * letter; empty for a word too short or too long.
 */
export function oneSlipFrom(word: string): readonly string[] {
  if (word.length < SHORTEST || word.length > LONGEST) return [];
  const letters = ALPHABETS.find(([script]) => script.test(word))?.[1] ?? '';
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at++) addSlipsAt(slips, word.slice(0, at), word.slice(at), letters);
  slips.delete(word);
  return [...slips];
}

function addSlipsAt(slips: Set<string>, head: string, tail: string, letters: string): void {
  for (const letter of letters) slips.add(head + letter + tail);
  if (tail === '') return;
  slips.add(head + tail.slice(1));
  for (const letter of letters) slips.add(head + letter + tail.slice(1));
  if (tail.length > 1) slips.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
}

/**
 * How many slips part two words (restricted Damerau-Levenshtein: optimal string alignment); anything over `most` counts
 * as `most + 1`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell({ a, b, i, j, row, last, before }));
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? most + 1, most + 1);
}

type Cell = {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
  readonly row: readonly number[];
  readonly last: readonly number[];
  readonly before: readonly number[];
};

function cell({ a, b, i, j, row, last, before }: Cell): number {
  const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
  const best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
  const isSwap =
    i > 1 &&
    j > 1 &&
    a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
    a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
  return isSwap ? Math.min(best, (before[j - 2] ?? 0) + 1) : best;
}
