import type { Candidate } from './candidates.ts';
import { countStems, type Lexeme, lexemesOf, makeRoom } from './lexeme.ts';

/** The words of an article, numbered; forms of one stem share a number. Lists are by that number. */
export type StoryWords = {
  /** The numbers of each sentence's words, in order and with repetition. */
  readonly sentences: readonly (readonly number[])[];
  readonly facts: readonly WordFacts[];
  readonly hasTitle: boolean;
};

export type WordFacts = {
  readonly lexeme: Lexeme;
  readonly inTitle: boolean;
  /** Occurrences in the article. */
  count: number;
  /** How many sentences have it, and the places of the first two and the last. */
  within: number;
  readonly first: number;
  second: number;
  last: number;
  /** Occurrences written large elsewhere than at a sentence's head. */
  capital: number;
  /** Occurrences in sentences that are mostly quotation. */
  quoted: number;
};

/** The stems of a text's words, in order and with repetition, empty words and all. */
export function storyStems(text: string): readonly string[] {
  makeRoom();
  return lexemesOf(text).map(({ stem }) => stem);
}

function note(facts: WordFacts, place: number, large: boolean, quoted: boolean): void {
  facts.count++;
  if (facts.last !== place) {
    facts.within++;
    if (facts.second < 0) facts.second = place;
    facts.last = place;
  }
  if (large) facts.capital++;
  if (quoted) facts.quoted++;
}

function newWord(lexeme: Lexeme, inTitle: boolean, place: number): WordFacts {
  return {
    lexeme,
    inTitle,
    count: 0,
    within: 1,
    first: place,
    second: -1,
    last: place,
    capital: 0,
    quoted: 0,
  };
}

/** By the number of a stem, one more than its place among an article's words; all 0 between two articles. */
let places = new Int32Array(0);

function placesOfStems(): Int32Array {
  if (places.length < countStems()) places = new Int32Array(2 * countStems());
  return places;
}

/** Numbers the words of an article's sentences, and says which of them its title has. */
export function readWords(sentences: readonly Candidate[], title: string | undefined): StoryWords {
  const titled = new Set(lexemesOf(title ?? '').map(({ stemNumber }) => stemNumber));
  const byStem = placesOfStems();
  const facts: WordFacts[] = [];
  const numberOf = (lexeme: Lexeme, place: number): number => {
    const known = byStem[lexeme.stemNumber] ?? 0;
    if (known > 0) return known - 1;
    const count = facts.push(newWord(lexeme, titled.has(lexeme.stemNumber), place));
    byStem[lexeme.stemNumber] = count;
    return count - 1;
  };
  const numbered = sentences.map(({ words, quoted }, place) => {
    const numbers: number[] = [];
    for (const lexeme of words) {
      const number = numberOf(lexeme, place);
      const word = facts[number];
      if (word !== undefined) note(word, place, numbers.length > 0 && lexeme.large, quoted > 0.5);
      numbers.push(number);
    }
    return numbers;
  });
  for (const { lexeme } of facts) byStem[lexeme.stemNumber] = 0;
  return { sentences: numbered, facts, hasTitle: titled.size > 0 };
}
