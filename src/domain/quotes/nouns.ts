import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';

export type Noun = {
  readonly from: number;
  readonly to: number;
  readonly kind: 'role' | 'roles' | 'thing' | 'noun';
};

/** What begins a noun phrase that may speak. */
export const BEGINS_NOUN: number = TRAIT.determiner | TRAIT.bareSpeaker;

function kindOf(word: Word | undefined): Noun['kind'] | null {
  if (is(word, TRAIT.office)) return is(word, TRAIT.offices) ? 'roles' : 'role';
  if (is(word, TRAIT.thing)) return 'thing';
  if (is(word, TRAIT.yearOld)) return 'role';
  return is(word, TRAIT.bareSpeaker) ? 'roles' : null;
}

const INSIDE_TOO = new Set(['former', 'top', 'police']);

function isInside(word: Word | undefined): boolean {
  if (word === undefined) return false;
  if (word.shape === 'mark') return word.text === '-';
  if (word.shape === 'possessive' || word.shape === 'number') return true;
  return !is(word, TRAIT.function) || INSIDE_TOO.has(word.lower);
}

/** A noun phrase is read up to this many words from its determiner. */
const LONGEST = 8;

/** The noun phrase that begins with the determiner at `at`; null where its head is nobody who speaks. */
export function nounAfter(words: readonly Word[], at: number, limit: number): Noun | null {
  const first = words[at];
  if (!is(first, TRAIT.determiner)) return bareNoun(at, limit, first);
  const end = phraseEnd(words, at, limit);
  const isBeforeVerb = end < limit && end < at + LONGEST && isInside(words[end]);
  return nounIn(words, at, end, limit) ?? (isBeforeVerb ? unknownBefore(at, end) : null);
}

/** The noun phrase behind an owner's `'s`: null where its head is nobody who speaks. */
export function nounBehind(words: readonly Word[], possessive: number, limit: number): Noun | null {
  return nounIn(words, possessive, phraseEnd(words, possessive, limit), limit);
}

function phraseEnd(words: readonly Word[], at: number, limit: number): number {
  const floor = Math.min(limit, at + LONGEST);
  let end = at + 1;
  while (end < floor && isInside(words[end]) && !isVerb(words[end])) end++;
  return end;
}

/** Ends with the last of the first row of words that can speak: `a school district spokesman |yesterday`. */
function nounIn(words: readonly Word[], from: number, end: number, limit: number): Noun | null {
  let best: Noun | null = null;
  for (let at = from + 1; at < end; at++) {
    const kind = kindOf(words[at]);
    if (kind === null && best !== null) break;
    if (kind !== null && !isOwner(words, at, limit)) best = { from, to: at + 1, kind };
  }
  return best;
}

function isVerb(word: Word | undefined): boolean {
  return word !== undefined && word.cue !== null && !is(word, TRAIT.nounToo);
}

/** What stands between a determiner and a reporting verb speaks, whatever it is: `the garden club said`. */
function unknownBefore(from: number, verb: number): Noun | null {
  return verb > from + 1 ? { from, to: verb, kind: 'noun' } : null;
}

function isOwner(words: readonly Word[], index: number, limit: number): boolean {
  return index + 1 < limit && words[index + 1]?.shape === 'possessive';
}

function bareNoun(at: number, limit: number, first: Word | undefined): Noun | null {
  if (!is(first, TRAIT.bareSpeaker) || at >= limit) return null;
  return { from: at, to: at + 1, kind: kindOf(first) ?? 'roles' };
}
