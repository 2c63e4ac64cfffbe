import { stem } from '../background/stems.ts';
import { isEmptyWord } from '../background/terms.ts';

/** What a word is wherever it stands. */
export type Lexeme = {
  readonly stem: string;
  /** An article, a pronoun, a verb of speech: it tells nothing of the matter. */
  readonly empty: boolean;
  readonly pronoun: boolean;
  /** `I`, `we` and theirs. */
  readonly firstPerson: boolean;
  readonly date: boolean;
  readonly number: boolean;
};

const FIRST_PERSON = new Set('i we my our us'.split(' '));
const PRONOUNS = new Set('he she it they him her them his its their hers you your me who'.split(' '));
const DATES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december today yesterday'
  ).split(' '),
);

/** Memory for the words of some thousand articles; emptied when full. */
const MOST_KEPT = 60_000;
const kept = new Map<string, Lexeme>();

/** What a word is, however it is written. */
export function lexemeOf(word: string): Lexeme {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  const firstPerson = FIRST_PERSON.has(lower);
  const first = lower.charCodeAt(0);
  const found = {
    stem: stem(lower),
    empty: isEmptyWord(lower),
    pronoun: firstPerson || PRONOUNS.has(lower),
    firstPerson,
    date: DATES.has(lower),
    number: first > 47 && first < 58,
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, found);
  return found;
}
