import { FUNCTION_WORDS, OFFICES, SAYING_THINGS } from '../text/word-lists.ts';
import type { Word } from '../text/words.ts';
import { cueClass, isNounToo } from './speech-verbs.ts';

const DETERMINERS = new Set(
  'the a an his her their its my our your this that these those one another some many several two three four both other each every'.split(
    ' ',
  ),
);
/** Plural or mass nouns that speak without an article before them. */
const BARE = new Set(
  'officials critics supporters opponents analysts experts authorities police prosecutors investigators republicans democrats aides witnesses lawmakers sources reporters journalists observers spokesman spokeswoman spokesperson researchers scientists activists protesters residents voters researchers lawyers campaigners ministers doctors economists investors'.split(
    ' ',
  ),
);

export type Noun = {
  readonly from: number;
  readonly to: number;
  readonly kind: 'role' | 'roles' | 'thing' | 'noun';
};

function kindOf(lower: string): Noun['kind'] | null {
  if (OFFICES.has(lower)) return lower.endsWith('s') && OFFICES.has(lower.slice(0, -1)) ? 'roles' : 'role';
  if (SAYING_THINGS.has(lower)) return 'thing';
  if (/^\d\d-year-old$/.test(lower)) return 'role';
  if (BARE.has(lower)) return 'roles';
  return null;
}

function isInside(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (word.shape === 'mark') return word.text === '-';
  if (word.shape === 'possessive' || word.shape === 'number') return true;
  return (
    !FUNCTION_WORDS.has(word.lower) ||
    word.lower === 'former' ||
    word.lower === 'top' ||
    word.lower === 'police'
  );
}

/** A noun phrase is read up to this many words from its determiner. */
const LONGEST = 8;

/** The noun phrase that begins with the determiner at `at`; null where its head is nobody who speaks. */
export function nounAfter(words: readonly Word[], at: number, limit: number): Noun | null {
  const first = words[at];
  if (first === undefined) return null;
  if (!DETERMINERS.has(first.lower)) return bareNoun(at, limit, first);
  const floor = Math.min(limit, at + LONGEST);
  let end = at + 1;
  while (end < floor && isInside(words[end]) && !isVerb(words[end])) end++;
  const head = headIn(words, at + 1, end, limit);
  if (head !== null) return { from: at, ...head };
  return end < floor && isInside(words[end]) ? unknownBefore(at, end) : null;
}

/** The last of the first row of words that can speak: `spokesman` in `a school district spokesman yesterday`. */
function headIn(
  words: readonly Word[],
  from: number,
  end: number,
  limit: number,
): Pick<Noun, 'to' | 'kind'> | null {
  let best: Pick<Noun, 'to' | 'kind'> | null = null;
  for (let index = from; index < end; index++) {
    const kind = kindOf(words[index]?.lower ?? '');
    if (kind === null && best !== null) break;
    if (kind !== null && !isOwner(words, index, limit)) best = { to: index + 1, kind };
  }
  return best;
}

function isVerb(word: Word | undefined): boolean {
  return word !== undefined && cueClass(word.lower) !== null && !isNounToo(word.lower);
}

/** What stands between a determiner and a reporting verb speaks, whatever it is: `the garden club said`. */
function unknownBefore(from: number, verb: number): Noun | null {
  return verb > from + 1 ? { from, to: verb, kind: 'noun' } : null;
}

function isOwner(words: readonly Word[], index: number, limit: number): boolean {
  return index + 1 < limit && words[index + 1]?.shape === 'possessive';
}

function bareNoun(at: number, limit: number, first: Word): Noun | null {
  if (!BARE.has(first.lower) || at >= limit) return null;
  return { from: at, to: at + 1, kind: kindOf(first.lower) ?? 'roles' };
}
