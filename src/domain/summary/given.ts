import type { Candidate } from './candidates.ts';
import { type Lexeme, lexemeOf } from './lexeme.ts';

/** Whether a word, in whatever form, has been read before. */
export type Told = (word: Lexeme) => boolean;

export function toldIn(words: readonly Lexeme[]): Told {
  return ({ stemNumber }) => words.some((word) => word.stemNumber === stemNumber);
}

/** `the project` at the head of a sentence or of its main clause: a thing that the reader is taken to know. */
const KNOWN_THING =
  /^(?:["“]?|[^,"“]{2,60}, |(?:In|On|At|Under|During|For|After|Before|Following|With|From|Of|As|By) )(?:T|t)he ((?:\p{Ll}[\p{L}’'-]*[ ,.]+){1,4})/u;

/** `the assault on the port`, `the bakery was one of`: the words behind say which. */
const SAYS_WHICH = new Set(
  'one of who whose that which to in on at for from between behind against about'.split(' '),
);

/** Known without having been told of. */
const KNOWN_TO_ALL = new Set(
  (
    'government president prime minister police court country city state world company economy public parliament army ' +
    'military king queen pope weather sun first second third last latest only best biggest largest new number most ' +
    'whole rest idea fact way end start future past decision'
  ).split(' '),
);

/**
 * Whether an English sentence begins with a thing that it takes for known, and nobody has told of it:
 * without what stood before it nobody knows which is meant.
 */
export function takesForKnown(text: string, told: Told): boolean {
  const words = KNOWN_THING.exec(text)?.[1]?.match(/[\p{L}]+/gu);
  if (words === undefined || words === null) return false;
  if (words.slice(0, 3).some((word) => SAYS_WHICH.has(word))) return false;
  return !words.some((word) => KNOWN_TO_ALL.has(word) || told(lexemeOf(word)));
}

/**
 * Whether a sentence begins with somebody's last name alone, `Orr said`, and the sentences before have told who that is:
 * without them nobody knows.
 */
export function takesNameForKnown(sentence: Candidate, sentences: readonly Candidate[]): boolean {
  const [name, next] = sentence.words;
  if (!sentence.english || name?.large !== true || name.empty || next?.large === true) return false;
  return sentences
    .slice(0, sentence.index)
    .some(({ words }) => words.some((word, at) => word.text === name.text && words[at - 1]?.large === true));
}
