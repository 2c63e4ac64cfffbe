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

function isInside(word: Word): boolean {
  if (word.shape === 'mark') return word.text === '-';
  if (word.shape === 'possessive' || word.shape === 'number') return true;
  return (
    !FUNCTION_WORDS.has(word.lower) ||
    word.lower === 'former' ||
    word.lower === 'top' ||
    word.lower === 'police'
  );
}

/** The noun phrase that begins with the determiner at `at`; null where its head is nobody who speaks. */
export function nounAfter(words: readonly Word[], at: number, limit: number): Noun | null {
  const first = words[at];
  if (first === undefined) return null;
  if (!DETERMINERS.has(first.lower)) return bareNoun(at, limit, first);
  let best: Noun | null = null;
  for (let index = at + 1; index < limit && index < at + 8; index++) {
    const word = words[index];
    if (word === undefined || !isInside(word)) break;
    const kind = kindOf(word.lower);
    const isVerb = cueClass(word.lower) !== null && !isNounToo(word.lower);
    if (isVerb) return best ?? (index > at + 1 ? { from: at, to: index, kind: 'noun' } : null);
    if (kind !== null && !isOwner(words, index, limit)) best = { from: at, to: index + 1, kind };
    if (best !== null && kind === null) break;
  }
  return best;
}

function isOwner(words: readonly Word[], index: number, limit: number): boolean {
  return index + 1 < limit && words[index + 1]?.shape === 'possessive';
}

function bareNoun(at: number, limit: number, first: Word): Noun | null {
  if (!BARE.has(first.lower) || at >= limit) return null;
  return { from: at, to: at + 1, kind: kindOf(first.lower) ?? 'roles' };
}
