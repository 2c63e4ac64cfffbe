import { searchTerms } from './article-terms.ts';
import { fold } from './fold.ts';

/** What was asked for: stems, each once, and phrases that must stand as they are. */
export type Query = {
  readonly terms: readonly string[];
  /** Folded, single spaces. */
  readonly phrases: readonly string[];
  /** The words as typed, folded, beside their stems: what slips are looked for in. */
  readonly words: readonly { readonly word: string; readonly term: string }[];
};

/** Nobody types more; it bounds what one question costs. */
const MOST_WORDS = 12;
const LONGEST_QUERY = 300;

export function parseQuery(typed: string): Query {
  const text = fold(typed.slice(0, LONGEST_QUERY));
  const phrases = [...text.matchAll(/["“”„«]([^"“”„«»]+)["“”»]/g)]
    .map(([, phrase = '']) => plainWords(phrase))
    .filter((phrase) => phrase.includes(' '));
  const words: { word: string; term: string }[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const [term] = searchTerms(word);
    if (term !== undefined && !words.some((known) => known.term === term)) words.push({ word, term });
  }
  const kept = words.slice(0, MOST_WORDS);
  return { terms: kept.map(({ term }) => term), phrases, words: kept };
}

/** A text in which phrases are looked for: folded words with one space between them and at both ends. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether the words of each phrase stand in the text one after the other. */
export function hasPhrases(text: string, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true;
  const words = ` ${plainWords(text)} `;
  return phrases.every((phrase) => words.includes(` ${phrase} `));
}
