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

/** Longer words are never compared: a name of so many letters in one word is no name. */
const LONGEST_COMPARED = 64;

/** Three rows of the table of slips, kept between calls: a question compares some thousand words. */
type Rows = { before: Uint8Array; last: Uint8Array; row: Uint8Array };
const rows: Rows = {
  before: new Uint8Array(LONGEST_COMPARED + 2),
  last: new Uint8Array(LONGEST_COMPARED + 2),
  row: new Uint8Array(LONGEST_COMPARED + 2),
};

/**
 * How many slips part two words (restricted Damerau-Levenshtein: optimal string alignment); anything over `most` counts
 * as `most + 1`. Only the diagonal band is computed in which fewer are possible.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (most < 0) return most + 1;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (Math.max(a.length, b.length) > LONGEST_COMPARED) return a === b ? 0 : most + 1;
  const over = most + 1;
  for (let j = 0; j <= b.length; j++) rows.last[j] = Math.min(j, over);
  for (let i = 1; i <= a.length; i++) {
    if (fillRow(a, b, i, most) > most) return over;
    const { before, last, row } = rows;
    rows.before = last;
    rows.last = row;
    rows.row = before;
  }
  return Math.min(rows.last[b.length] ?? over, over);
}

/** Fills the band of one row; answers its least number. */
function fillRow(a: string, b: string, i: number, most: number): number {
  const { before, last, row } = rows;
  const from = Math.max(1, i - most);
  const to = Math.min(b.length, i + most);
  const letter = a.charCodeAt(i - 1);
  row[from - 1] = from === 1 ? Math.min(i, most + 1) : most + 1;
  let least = row[from - 1] ?? 0;
  for (let j = from; j <= to; j++) {
    const other = b.charCodeAt(j - 1);
    const apart = (last[j - 1] ?? 0) + (letter === other ? 0 : 1);
    const cell = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, apart, swapped(a, b, i, j, before));
    row[j] = cell;
    if (cell < least) least = cell;
  }
  if (to < b.length) row[to + 1] = most + 1;
  return least;
}

/** The cost where the last two letters are each other's, swapped; else more than any other. */
function swapped(a: string, b: string, i: number, j: number, before: Uint8Array): number {
  if (i < 2 || j < 2) return 255;
  if (a.charCodeAt(i - 1) !== b.charCodeAt(j - 2) || a.charCodeAt(i - 2) !== b.charCodeAt(j - 1)) return 255;
  return (before[j - 2] ?? 254) + 1;
}
