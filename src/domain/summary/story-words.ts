import type { Candidate } from './candidates.ts';
import { type Lexeme, lexemeOf } from './lexeme.ts';

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

function isWordCode(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

/** The words of a text as it writes them. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const inside = at < text.length && isWordCode(text.charCodeAt(at));
    if (inside && start < 0) start = at;
    else if (!inside && start >= 0) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  return words;
}

/** The stems of a text's words, in order and with repetition, empty words and all. */
export function storyStems(text: string): readonly string[] {
  return wordsOf(text).map((word) => lexemeOf(word).stem);
}

function isLarge(word: string): boolean {
  const code = word.charCodeAt(0);
  return code > 64 && code < 91;
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

type Numbering = {
  readonly byWord: Map<string, number>;
  readonly byStem: Map<string, number>;
  readonly facts: WordFacts[];
  readonly titled: ReadonlySet<string>;
};

/** The number of a word as written, a new one where its stem is new. */
function numberOf(word: string, place: number, { byWord, byStem, facts, titled }: Numbering): number {
  const known = byWord.get(word);
  if (known !== undefined) return known;
  const lexeme = lexemeOf(word);
  const same = byStem.get(lexeme.stem);
  const id = same ?? facts.length;
  if (same === undefined) {
    const inTitle = titled.has(lexeme.stem);
    facts.push({
      lexeme,
      inTitle,
      count: 0,
      within: 1,
      first: place,
      second: -1,
      last: place,
      capital: 0,
      quoted: 0,
    });
    byStem.set(lexeme.stem, id);
  }
  byWord.set(word, id);
  return id;
}

/** Reads the words of an article's sentences, and which of them its title has. */
export function readWords(sentences: readonly Candidate[], title: string | undefined): StoryWords {
  const titled = new Set(storyStems(title ?? ''));
  const numbering: Numbering = { byWord: new Map(), byStem: new Map(), facts: [], titled };
  const numbered = sentences.map(({ text, quoted }, place) => {
    const words = wordsOf(text);
    return words.map((word, at) => {
      const id = numberOf(word, place, numbering);
      const facts = numbering.facts[id];
      if (facts !== undefined) note(facts, place, at > 0 && isLarge(word), quoted > 0.5);
      return id;
    });
  });
  return { sentences: numbered, facts: numbering.facts, hasTitle: titled.size > 0 };
}
