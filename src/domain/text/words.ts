import { cut, type Span, type TextSpan } from './span.ts';
import { TRAIT } from './traits.ts';
import { newVocabulary, wordAt } from './vocabulary.ts';
import { is, readMark, readPossessive, readWord, type Word } from './word.ts';

/** A text's words in reading order, and where each begins and ends in it. */
export type Words = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Words of several stretches of a text: `firsts` are the first words of the stretches, and one more at the end. */
export type SplitWords = Words & { readonly firsts: readonly number[] };

/** What a UTF-16 code unit is to a word. */
const KIND = { mark: 0, letter: 1, apostrophe: 2, hyphen: 3, space: 4 } as const;

const KINDS = Uint8Array.from({ length: 0x10000 }, (_none, code) => kindOf(code));

function kindOf(code: number): number {
  if (isLetter(code)) return KIND.letter;
  if (code === 32 || (code > 8 && code < 14) || code === 0xa0 || (code >= 0x2000 && code < 0x200b)) {
    return KIND.space;
  }
  const mark = String.fromCharCode(code);
  if ("'’‘`".includes(mark)) return KIND.apostrophe;
  return '-‐‑.&'.includes(mark) ? KIND.hyphen : KIND.mark;
}

/** Outside ASCII everything is a letter that is no known punctuation or space. */
function isLetter(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  if (code < 0x100) return !isLatinMark(code);
  return code < 0x2000 || !isPunctuationBlock(code);
}

/** Between 0x80 and 0xff all but letters, the feminine and masculine ordinal and micro signs. */
function isLatinMark(code: number): boolean {
  if (code === 0xaa || code === 0xb5 || code === 0xba) return false;
  return code < 0xc0 || code === 0xd7 || code === 0xf7;
}

/** General punctuation, arrows to dingbats, CJK punctuation, marks of order. */
function isPunctuationBlock(code: number): boolean {
  if (code < 0x2c00) return code !== 0x200d;
  const block = code >> 6;
  return (
    block === 0x2e00 >> 6 ||
    block === 0x2e40 >> 6 ||
    block === 0x3000 >> 6 ||
    code === 0xfeff ||
    code === 0xfffd
  );
}

/** Letters, digits and what belongs to them; the code past a text's end is none. */
export function isWordCode(code: number): boolean {
  return KINDS[code] === KIND.letter;
}

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? KIND.mark;
}

/** What may stand inside a word between two letters: `Jong-un`, `O’Malley`, `U.S`, `AT&T`. */
function joins(text: string, at: number, kind: number): boolean {
  if (kind !== KIND.hyphen && kind !== KIND.apostrophe) return false;
  if (kindAt(text, at + 1) !== KIND.letter) return false;
  return kind === KIND.hyphen || !isPossessive(text, at);
}

function isPossessive(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return (next === 115 || next === 83) && kindAt(text, at + 2) !== KIND.letter;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  for (; at < end; at++) {
    const kind = kindAt(text, at);
    if (kind !== KIND.letter && (at + 1 === end || !joins(text, at, kind))) break;
  }
  return at;
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

const VOCABULARY = newVocabulary<Word>();
/** Marks that were read before, by their code unit. */
const MARKS = new Array<Word | undefined>(0x10000).fill(undefined);

/**
 * The words and marks of some stretches of `text`, in order. `'s` is a word of its own after the word it belongs to. Time grows
 * with the length; spans never split a surrogate pair.
 */
export function splitWords(
  text: string,
  stretches: readonly Span[] = [{ start: 0, end: text.length }],
): SplitWords {
  const split: Split = { text, words: [], starts: [], ends: [], firsts: [] };
  for (const { start, end } of stretches) {
    split.firsts.push(split.words.length);
    for (let at = start; at < end; ) at = pushWord(split, at, end);
  }
  split.firsts.push(split.words.length);
  return split;
}

type Split = {
  readonly text: string;
  readonly words: Word[];
  readonly starts: number[];
  readonly ends: number[];
  readonly firsts: number[];
};

function pushWord(split: Split, at: number, end: number): number {
  const { text } = split;
  const kind = kindAt(text, at);
  if (kind === KIND.space) return at + 1;
  if (kind === KIND.letter) {
    const to = wordEnd(text, at, end);
    const word = wordAt(VOCABULARY, text, at, to, readWord);
    // "U.S.", "J." and "Mr." keep their last full stop: it belongs to the letters before it.
    const isShort =
      to < end && text.charCodeAt(to) === 46 && (is(word, TRAIT.abbreviation) || isInitials(text, at, to));
    if (!isShort) return push(split, word, at, to);
    return push(split, wordAt(VOCABULARY, text, at, to + 1, readWord), at, to + 1);
  }
  if (kind === KIND.apostrophe && at + 2 <= end && isPossessive(text, at) && split.ends.at(-1) === at) {
    return push(split, wordAt(VOCABULARY, text, at, at + 2, readPossessive), at, at + 2);
  }
  const code = text.charCodeAt(at);
  const mark = MARKS[code] ?? readMark(text.charAt(at));
  MARKS[code] = mark;
  return push(split, mark, at, at + 1);
}

function push({ words, starts, ends }: Split, word: Word, start: number, end: number): number {
  words.push(word);
  starts.push(start);
  ends.push(end);
  return end;
}

/** The text from one word to before another, with its span. */
export function cutWords({ text, starts, ends }: Words, from: number, to: number): TextSpan {
  return cut(text, starts[from] ?? 0, ends[to - 1] ?? 0);
}

/** The text from one word to before another, as it stands; empty where there is none. */
export function textOf({ text, starts, ends }: Words, from: number, to: number): string {
  return text.slice(starts[from] ?? 0, ends[to - 1] ?? 0);
}
