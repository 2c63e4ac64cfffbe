import { stem } from '../background/stems.ts';
import { isEmptyWord } from '../background/terms.ts';
import type { Candidate } from './candidates.ts';

/** The words of an article, numbered; forms of one stem share a number. Lists are by that number. */
export type StoryWords = {
  /** The numbers of each sentence's words, in order and with repetition. */
  readonly sentences: readonly (readonly number[])[];
  readonly facts: readonly WordFacts[];
  readonly hasTitle: boolean;
};

export type WordFacts = {
  readonly stem: string;
  /** An article, a pronoun, a verb of speech: it tells nothing of the matter. */
  readonly empty: boolean;
  readonly pronoun: boolean;
  readonly date: boolean;
  readonly number: boolean;
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

const PRONOUNS = new Set(
  'he she it they him her them his its their hers i we you my our your me us who'.split(' '),
);
const DATES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december today yesterday'
  ).split(' '),
);

function isWordCode(code: number): boolean {
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return code >= 0xc0 && (code < 0x2000 || code > 0x206f) && (code < 0x3000 || code > 0x303f);
}

/** Calls back for each word of `text` with where it stands. */
function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const inside = at < text.length && isWordCode(text.charCodeAt(at));
    if (inside && start < 0) start = at;
    else if (!inside && start >= 0) {
      visit(start, at);
      start = -1;
    }
  }
}

/** The stems of a text's words, in order and with repetition, empty words and all. */
export function storyStems(text: string): readonly string[] {
  const stems: string[] = [];
  eachWord(text, (start, end) => stems.push(stem(text.slice(start, end).toLowerCase())));
  return stems;
}

function newFacts(word: string, wordStem: string, first: number, title: ReadonlySet<string>): WordFacts {
  return {
    stem: wordStem,
    empty: isEmptyWord(word),
    pronoun: PRONOUNS.has(word),
    date: DATES.has(word),
    number: /^\d/.test(word),
    inTitle: title.has(wordStem),
    count: 0,
    within: 0,
    first,
    second: -1,
    last: first,
    capital: 0,
    quoted: 0,
  };
}

function note(facts: WordFacts, place: number, large: boolean, quoted: boolean): void {
  facts.count++;
  if (facts.within === 0 || facts.last !== place) facts.within++;
  if (facts.second < 0 && place > facts.first) facts.second = place;
  facts.last = place;
  if (large) facts.capital++;
  if (quoted) facts.quoted++;
}

function isLarge(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 64 && code < 91;
}

export function readWords(sentences: readonly Candidate[], title: string | undefined): StoryWords {
  const titled = new Set(storyStems(title ?? ''));
  const byWord = new Map<string, number>();
  const byStem = new Map<string, number>();
  const facts: WordFacts[] = [];
  const numberOf = (word: string, place: number): number => {
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const wordStem = stem(word);
    const same = byStem.get(wordStem);
    const id = same ?? facts.push(newFacts(word, wordStem, place, titled)) - 1;
    byWord.set(word, id);
    byStem.set(wordStem, id);
    return id;
  };
  const numbered = sentences.map(({ text, quoted }, place) => {
    const ids: number[] = [];
    eachWord(text, (start, end) => {
      const id = numberOf(text.slice(start, end).toLowerCase(), place);
      const found = facts[id];
      if (found !== undefined) note(found, place, ids.length > 0 && isLarge(text, start), quoted > 0.5);
      ids.push(id);
    });
    return ids;
  });
  return { sentences: numbered, facts, hasTitle: titled.size > 0 };
}
