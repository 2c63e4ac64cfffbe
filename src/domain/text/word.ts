import { type Gender, genderOfGivenName } from './given-names.ts';
import { type CueClass, cueClass } from './speech-verbs.ts';
import { TRAIT, traitsOf } from './traits.ts';

/** `capital` and `caps` are words by their first letter and by all their letters; `mark` is anything that is no word. */
export type WordShape = 'lower' | 'capital' | 'caps' | 'number' | 'mark' | 'possessive';

/** A word as it is written, or a single mark of punctuation, with all that can be told of it without its neighbours. */
export type Word = {
  readonly text: string;
  readonly lower: string;
  /** Small letters without the full stop of an abbreviation: `mr` of `Mr.`. */
  readonly bare: string;
  readonly shape: WordShape;
  /** Bits of `TRAIT`: asked with `is`. */
  readonly traits: number;
  /** As a verb that reports speech; null for other words. */
  readonly cue: CueClass | null;
  /** What it tells of its bearer as a given name. */
  readonly gender: Gender | null;
};

export const NO_WORD: Word = {
  text: '',
  lower: '',
  bare: '',
  shape: 'mark',
  traits: 0,
  cue: null,
  gender: null,
};

/** Whether a word has any of some traits. */
export function is(word: Word | undefined, traits: number): boolean {
  return word !== undefined && (word.traits & traits) !== 0;
}

/** `al-Nouri`, `el-Masry`: the name's capital comes after the article. */
const ARTICLE_AND_NAME = /^(?:a[ldnrst]|ash|az|el|ul)[-‐‑]\p{Lu}/u;

function shapeOf(text: string, lower: string): WordShape {
  const first = text.charCodeAt(0);
  if (text === lower && first > 96) return 'lower';
  if (first > 47 && first < 58) return 'number';
  if (text.charAt(0) === lower.charAt(0)) return ARTICLE_AND_NAME.test(text) ? 'capital' : 'lower';
  return text.length > 1 && text === text.toUpperCase() ? 'caps' : 'capital';
}

/** Reads what is written as a word. */
export function readWord(text: string): Word {
  const lower = text.toLowerCase();
  const bare = lower.endsWith('.') && lower.length > 1 ? lower.slice(0, -1) : lower;
  const shape = shapeOf(text, lower);
  const capital = shape === 'capital' || shape === 'caps' ? TRAIT.capital : 0;
  return {
    text,
    lower,
    bare,
    shape,
    traits: traitsOf(lower, bare) | capital,
    cue: cueClass(lower),
    gender: genderOfGivenName(bare),
  };
}

const QUOTE_MARKS = new Set('"“”„‟«»＂\'‘’‹›`');

/** Reads a mark of punctuation. */
export function readMark(text: string): Word {
  const traits = QUOTE_MARKS.has(text) ? TRAIT.quoteMark : 0;
  return { ...NO_WORD, text, lower: text, bare: text, traits };
}

/** Reads the `'s` behind a word, however its apostrophe and its letter are written. */
export function readPossessive(text: string): Word {
  return { ...NO_WORD, text, lower: "'s", bare: "'s", shape: 'possessive' };
}
