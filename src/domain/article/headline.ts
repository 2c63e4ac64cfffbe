import { hasSpeech } from './caption.ts';
import { placeLineOf } from './place-line.ts';

/** What is asked of a first line: its words, the share of them that are capital, and the line after it. */
type Look = {
  readonly line: string;
  readonly next: string;
  readonly words: readonly string[];
  readonly capitals: number;
};

/** What tells a headline from a lead, with its weight. */
type Clue = readonly [weight: number, holds: (look: Look) => boolean];

const wordsOf = (line: string): readonly string[] => line.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

const SMALL =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|is|it|its|nor|of|off|on|or|over|so|than|that|the|to|up|v|vs|via|with)$/i;

function shareOfCapitals(own: readonly string[]): number {
  const words = own.filter((word) => !SMALL.test(word) && /^\p{L}/u.test(word));
  return words.length === 0 ? 0 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}

function shareFoundIn(own: readonly string[], next: string): number {
  const inNext = new Set(wordsOf(next).map((word) => word.toLowerCase().slice(0, 6)));
  const words = own.filter((word) => word.length > 3);
  return words.length === 0
    ? 0
    : words.filter((word) => inNext.has(word.toLowerCase().slice(0, 6))).length / words.length;
}

const WEEKDAY = /\b(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const ATTRIBUTED = /,\s+(?:\S+\s+){0,4}(?:said|says|told|according to|reported)\b/i;
/** Words that running text has and headlines leave out. */
const RUNNING_WORDS =
  /\b(?:the|an?|is|are|was|were|had|has|have|been|there|he|she|it|they|we|you|I|his|her|their|my|our|when|but|so)\b/i;
const ENDS_OPEN = /[^.…"”’)\]]$/u;

const CLUES: readonly Clue[] = [
  [3, ({ line }) => ENDS_OPEN.test(line) && !/:$/.test(line)],
  [1, ({ line }) => !/[.…]["'”’)]?$/u.test(line)],
  [2, ({ words }) => words.length <= 12],
  [1, ({ words }) => words.length <= 18],
  [-3, ({ words }) => words.length > 22],
  [-6, ({ line, words }) => words.length > 32 || line.length > 220],
  [3, ({ words, capitals }) => words.length > 2 && capitals >= 0.8],
  [-1, ({ capitals }) => capitals < 0.5],
  [2, ({ next }) => placeLineOf(next) !== undefined],
  [1, ({ next, words }) => shareFoundIn(words, next) >= 0.4],
  [1, ({ line, next }) => next.length > 1.6 * line.length],
  [-2, ({ line, next }) => next.length < 1.2 * line.length],
  [-6, ({ line }) => placeLineOf(line) !== undefined],
  [-4, ({ line }) => /[\p{Ll}\d)]{2}[.?!]["”’]?\s+["“‘]?\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(line)],
  [-3, ({ line }) => WEEKDAY.test(line)],
  [-3, ({ line }) => ATTRIBUTED.test(line) || /\b(?:he|she|they) (?:said|added)\b/.test(line)],
  [-2, ({ line }) => (line.match(/\b(?:the|a|an|was|were|had|has been)\b/gi) ?? []).length >= 2],
  [2, ({ line, words }) => words.length <= 12 && !RUNNING_WORDS.test(line)],
  [-6, ({ line }) => /^["“]/.test(line) && hasSpeech(line)],
];

/** From this sum of clues up a first line is a headline. */
const ENOUGH = 3;

/**
 * Whether the first line of a text is its headline. When it may as well be the lead it is not: a lost lead costs more
 * than a headline too few.
 */
export function isHeadline(line: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  const words = wordsOf(line);
  const look: Look = { line, next, words, capitals: shareOfCapitals(words) };
  return CLUES.reduce((sum, [weight, holds]) => sum + (holds(look) ? weight : 0), 0) >= ENOUGH;
}

/** Longest title made from a text that has no headline, in UTF-16 units. */
const LONGEST_TITLE = 120;

/** The opening of a first paragraph, whole if it is short, to serve as a title where a text has none. */
export function titleFrom(paragraph: string): string {
  const [sentence = paragraph] = /^.{20,}?[.!?…]["”’)]?(?=\s+["“‘(]?\p{Lu}|$)/u.exec(paragraph) ?? [];
  const title = sentence.replace(/\s+/g, ' ').trim();
  if (title.length <= LONGEST_TITLE) return title.replace(/\.$/, '');
  const room = title.slice(0, LONGEST_TITLE).replace(/[\uD800-\uDBFF]$/, '');
  const lastSpace = room.lastIndexOf(' ');
  // Some scripts have no spaces.
  const whole = lastSpace > 0 ? room.slice(0, lastSpace) : room;
  return `${whole.replace(/[\s,;:–—-]+$/u, '')}…`;
}
