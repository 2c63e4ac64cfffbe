/**
 * Words that were read before, so that each is looked up in the lists once and not wherever it stands. A word depends on
 * nothing but its letters: what is remembered changes how long reading takes and never what is read.
 */
export type Vocabulary<T extends Written> = { readonly slots: (T | undefined)[]; size: number };

type Written = { readonly text: string };

/** Twice as many places as words keep the ways to them short. */
const SLOTS = 1 << 16;
const MOST = SLOTS / 2;
/** Longer ones come once, and are not worth their place. */
const LONGEST = 40;

export function newVocabulary<T extends Written>(): Vocabulary<T> {
  return { slots: new Array<T | undefined>(SLOTS).fill(undefined), size: 0 };
}

/** The word that stands in `text` from `start` to `end`, as `read` reads it where it was not seen before. */
export function wordAt<T extends Written>(
  vocabulary: Vocabulary<T>,
  text: string,
  start: number,
  end: number,
  read: (written: string) => T,
): T {
  if (end - start > LONGEST) return read(text.slice(start, end));
  let slot = slotOf(text, start, end);
  for (let known = vocabulary.slots[slot]; known !== undefined; known = vocabulary.slots[slot]) {
    if (isWritten(known.text, text, start, end)) return known;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return learn(vocabulary, slot, read(apart(text, start, end)));
}

function learn<T extends Written>(vocabulary: Vocabulary<T>, slot: number, word: T): T {
  // Forgetting all is rare, and the words that matter are soon learned again.
  if (vocabulary.size === MOST) forgetAll(vocabulary);
  vocabulary.slots[slot] = word;
  vocabulary.size++;
  return word;
}

export function forgetAll<T extends Written>(vocabulary: Vocabulary<T>): void {
  vocabulary.slots.fill(undefined);
  vocabulary.size = 0;
}

/** FNV-1a, over UTF-16 code units. */
function slotOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isWritten(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

/** A copy of its own: a slice would keep the whole article in memory for as long as the word is known. */
function apart(text: string, start: number, end: number): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(text.charCodeAt(at));
  return word;
}
