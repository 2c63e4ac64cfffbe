import { nameKey, nameTokens } from './name-key.ts';
import { slipsBetween } from './slips.ts';

/** What is needed of a known name to judge how well it fits. */
export type NameCandidate = {
  readonly key: string;
  readonly name: string;
  readonly articles: number;
  readonly quotes: number;
};

/** How well a word that was typed fits a word of a name; 0 where it does not. */
const EXACT = 1;
const BEGINNING = 0.7;
/** Last names are what people go by. */
const LAST_NAME = 0.3;
const WHOLE_NAME = 2;

/**
 * Names that have every word that was typed, or one that begins with it, best first: the whole name, then whole words
 * before beginnings, last names before first ones, and who is named more often before who is named less.
 */
export function fittingNames<T extends NameCandidate>(typed: string, candidates: readonly T[]): readonly T[] {
  const words = nameTokens(typed);
  if (words.length === 0) return [];
  return best(candidates, (candidate) => fitness(words, candidate));
}

/** Names whose words are a slip (of longer words: two) away from those that were typed, best first. */
export function nearNames<T extends NameCandidate>(typed: string, candidates: readonly T[]): readonly T[] {
  const words = nameTokens(typed);
  if (words.length === 0) return [];
  return best(candidates, (candidate) => nearness(words, nameTokens(candidate.name)));
}

/** How many slips a word of this length may have and still be meant. */
export function slipsAllowed(length: number): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : 2;
}

function best<T extends NameCandidate>(
  candidates: readonly T[],
  scoreOf: (candidate: T) => number,
): readonly T[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate) }))
    .filter(({ score }) => score > 0)
    .map(({ candidate, score }) => ({ candidate, score: score + weightOf(candidate) }))
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** How much there is about someone, on a scale that a whole word outweighs only among near equals. */
function weightOf({ articles, quotes }: NameCandidate): number {
  return Math.log10(1 + articles + quotes) / 4;
}

function fitness(words: readonly string[], { key, name }: NameCandidate): number {
  if (nameKey(words.join(' ')) === key) return WHOLE_NAME;
  const tokens = nameTokens(name);
  let sum = 0;
  for (const word of words) {
    const score = Math.max(0, ...tokens.map((token, at) => fitOfWord(word, token, at === tokens.length - 1)));
    if (score === 0) return 0;
    sum += score;
  }
  return sum / words.length;
}

function fitOfWord(word: string, token: string, isLast: boolean): number {
  const bonus = isLast ? LAST_NAME : 0;
  if (token === word) return EXACT + bonus;
  return token.startsWith(word) ? BEGINNING * (word.length / token.length) + bonus * BEGINNING : 0;
}

function nearness(words: readonly string[], tokens: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const most = slipsAllowed(word.length);
    const slips = Math.min(most + 1, ...tokens.map((token) => slipsToBeginning(word, token, most)));
    if (slips > most) return 0;
    sum += 1 / (1 + slips);
  }
  return sum / words.length;
}

/** A word that is still being typed is compared with as much of the name as was typed, at the cost of half a slip. */
function slipsToBeginning(word: string, token: string, most: number): number {
  const whole = slipsBetween(word, token, most);
  if (whole <= most || token.length <= word.length + 1 || word.length < 4) return whole;
  return slipsBetween(word, token.slice(0, word.length), Math.max(0, most - 1)) + 0.5;
}
