import type { Span } from './span.ts';

/** A word's small letters without the full stop of an abbreviation: `mr` of `Mr.`. */
export function bare(word: Word): string {
  return word.lower.endsWith('.') && word.lower.length > 1 ? word.lower.slice(0, -1) : word.lower;
}

/** `capital` and `caps` are words by their first letter and by all their letters; `mark` is anything that is no word. */
export type WordShape = 'lower' | 'capital' | 'caps' | 'number' | 'mark' | 'possessive';

/** A word or a single mark of punctuation. */
export type Word = Span & { readonly text: string; readonly lower: string; readonly shape: WordShape };

const APOSTROPHES = new Set(["'", '’', '‘', '`']);

/** Letters, digits and what belongs to them; the code past a text's end is none. Outside ASCII everything is a letter that is no known punctuation or space. */
export function isWordCode(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code < 0x2000 ? !LATIN_MARKS.has(code) : code >= 0x2000 && !isPunctuationBlock(code);
}

/** Between 0x80 and 0xff all but letters, the feminine and masculine ordinal and micro signs. */
const LATIN_MARKS: ReadonlySet<number> = new Set([
  ...Array.from({ length: 0x40 }, (_none, index) => 0x80 + index).filter(
    (code) => code !== 0xaa && code !== 0xb5 && code !== 0xba,
  ),
  0xd7,
  0xf7,
]);

/** General punctuation, arrows to dingbats, CJK punctuation, marks of order. */
function isPunctuationBlock(code: number): boolean {
  if (code < 0x2c00) return code !== 0x200d;
  const block = code >> 6;
  return block === 0x2e00 >> 6 || block === 0x2e40 >> 6 || block === 0x3000 >> 6 || MARKS_OF_ORDER.has(code);
}

const MARKS_OF_ORDER: ReadonlySet<number> = new Set([0xfeff, 0xfffd]);

/** What may stand inside a word between two letters: `Jong-un`, `O’Malley`, `U.S`, `AT&T`. */
function joins(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === ' ' || mark === ',') return false;
  if (mark === '-' || mark === '‐' || mark === '‑' || mark === '.' || mark === '&') {
    return isWordCode(text.charCodeAt(at + 1));
  }
  return APOSTROPHES.has(mark) && isWordCode(text.charCodeAt(at + 1)) && !isPossessive(text, at);
}

function isPossessive(text: string, at: number): boolean {
  const next = text.charAt(at + 1);
  return (next === 's' || next === 'S') && !isWordCode(text.charCodeAt(at + 2));
}

/** `al-Nouri`, `el-Masry`: the name's capital comes after the article. */
const ARTICLE_AND_NAME = /^(?:a[ldnrst]|ash|az|el|ul)[-‐‑]\p{Lu}/u;

function isPlainLower(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function shapeOf(text: string, lower: string): WordShape {
  const first = text.charCodeAt(0);
  if (text === lower && first > 96) return 'lower';
  if (first > 47 && first < 58) return 'number';
  if (text.charAt(0) === lower.charAt(0)) return ARTICLE_AND_NAME.test(text) ? 'capital' : 'lower';
  return text.length > 1 && text === text.toUpperCase() ? 'caps' : 'capital';
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isWordCode(text.charCodeAt(at)) || (at + 1 < end && joins(text, at)))) at++;
  // "U.S." and "J." keep their last full stop: it belongs to the letters before it.
  if (text.charAt(at) === '.' && at < end && keepsFullStop(text, start, at)) at++;
  return at;
}

/** Titles and the like that are written short, and after which no sentence ends. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr sen rep gov gen col lt sgt capt cpl maj adm rev prof hon st jr sr sens reps govs messrs pres supt insp'.split(
    ' ',
  ),
);

function keepsFullStop(text: string, start: number, end: number): boolean {
  if (isInitials(text, start, end)) return true;
  return end - start < 7 && ABBREVIATIONS.has(text.slice(start, end).toLowerCase());
}

/** `J`, `U.S`, `a.m`: single letters with full stops between them. */
function isInitials(text: string, start: number, end: number): boolean {
  if (end - start > 7 || (end - start) % 2 === 0) return false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const isDot = (at - start) % 2 === 1;
    if (isDot ? code !== 46 : !isWordCode(code) || (code > 47 && code < 58)) return false;
  }
  // A lone lower-case letter and a lone "I" end sentences; other capitals are initials.
  const only = text.charCodeAt(start);
  return end - start > 1 || (only < 97 && only !== 73);
}

/**
 * The words and marks of `text` from `start` to `end`, in order. `'s` is a word of its own after the word it belongs to.
 * Time grows with the length; spans never split a surrogate pair.
 */
export function splitWords(text: string, start: number, end: number): Word[] {
  const words: Word[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 32 || (code > 8 && code < 14) || code === 0xa0 || (code >= 0x2000 && code < 0x200b)) at++;
    else at = pushWord(words, text, at, end);
  }
  return words;
}

function pushWord(words: Word[], text: string, at: number, end: number): number {
  if (isWordCode(text.charCodeAt(at))) {
    const to = Math.min(end, wordEnd(text, at, end));
    const word = text.slice(at, to);
    // Most words need no folding, which is slow for texts beyond Latin-1.
    const lower = isPlainLower(text, at, to) ? word : word.toLowerCase();
    words.push({ text: word, lower, shape: shapeOf(word, lower), start: at, end: to });
    return to;
  }
  if (
    APOSTROPHES.has(text.charAt(at)) &&
    isPossessive(text, at) &&
    words.at(-1)?.end === at &&
    at + 2 <= end
  ) {
    words.push({ text: text.slice(at, at + 2), lower: "'s", shape: 'possessive', start: at, end: at + 2 });
    return at + 2;
  }
  const mark = text.charAt(at);
  words.push({ text: mark, lower: mark, shape: 'mark', start: at, end: at + 1 });
  return at + 1;
}
