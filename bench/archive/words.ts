import { type Chance, drawRank, type Frequencies } from './chance.ts';

/** Words that tell nothing: nearly half of what is written, and the same in every article. */
const FUNCTION_WORDS =
  'the of and to a in that is for it was on with as he by at his from but be not have they an are which this had were'.split(
    ' ',
  );
const FUNCTION_PART = 0.42;

/**
 * The commonest stands in about half of all articles; over a million of them there are some two million different words, as
 * there are in news with its numbers and misprints.
 */
const WORDS: Frequencies = { common: 8_000, shift: 50, part: 0.88, exponent: 1.8, all: 3_000_000 };

const SYLLABLES =
  'ba ko ri tu mel san vo dir pel gan os ith lu ner cal dro fen hol jin kas lor mun nev pra'.split(' ');
const KEPT: string[] = [];
const MOST_KEPT = 60_000;

/** The word of a rank; another one for each. */
export function wordOf(rank: number): string {
  if (rank >= MOST_KEPT) return spell(rank, SYLLABLES);
  KEPT[rank] ??= spell(rank, SYLLABLES);
  return KEPT[rank];
}

export function spell(rank: number, syllables: readonly string[]): string {
  let rest = rank + 7;
  let word = '';
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words as they are drawn, in a table that is as fair: only the rarest are computed for each draw. */
const DRAWN: readonly string[] = Array.from({ length: 1 << 16 }, (_none, at) =>
  wordOf(drawRank(() => (at + 0.5) / 65_536, WORDS)),
);
const RARE_PART = 1 - WORDS.part;
const RARE_AT = Math.floor(DRAWN.length * WORDS.part);

/** A word that tells something. */
export function anyWord(chance: Chance): string {
  const at = Math.floor(chance() * DRAWN.length);
  if (at < RARE_AT) return DRAWN[at] ?? '';
  return wordOf(drawRank(() => WORDS.part + RARE_PART * chance(), WORDS));
}

/** A sentence of so many words, of which some are the matter's own. */
export function sentence(chance: Chance, matter: readonly string[], length: number): string {
  let words = '';
  for (let i = 0; i < length; i++) words += `${i === 0 ? '' : ' '}${nextWord(chance, matter)}`;
  return `${capital(words)}.`;
}

const MATTER_PART = 0.07;

function nextWord(chance: Chance, matter: readonly string[]): string {
  const u = chance();
  if (u < FUNCTION_PART) {
    return FUNCTION_WORDS[Math.floor(FUNCTION_WORDS.length ** (u / FUNCTION_PART)) - 1] ?? 'the';
  }
  if (u < FUNCTION_PART + MATTER_PART) return matter[Math.floor(chance() * matter.length)] ?? 'the';
  return anyWord(chance);
}
