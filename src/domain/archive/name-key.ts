import { shortHash } from '../article/fingerprint.ts';
import { fold } from './fold.ts';

/** Forms of address: never a part of a name, unless they are all there is. */
const ADDRESSES = new Set(
  'mr mrs ms miss mx dr prof sir dame rev hon sen rep gov gen col lt sgt capt maj adm the'.split(' '),
);

/** Callback data has room for 32 bytes of a key; longer ones keep their beginning, for whoever reads them. */
const LONGEST_PLAIN = 32;
const BEGINNING = 20;

/**
 * The words of a name as they are compared: `Kim Jong-un` → kim, jong, un; `J.K. Rowling’s` → jk, rowling. Apostrophes
 * join (`O’Neill` → oneill), all other marks part.
 */
export function nameTokens(name: string): readonly string[] {
  const tokens = fold(name)
    .replace(/['’‘`ʼ]s?(?=\s|$)/gu, '')
    .replace(/['’‘`ʼ]/gu, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((token) => token !== '');
  const first = tokens.findIndex((token) => !ADDRESSES.has(token));
  return first > 0 ? tokens.slice(first) : tokens;
}

/**
 * What a name is kept under: the same for every way of writing it with other capitals, accents, hyphens, stops or spaces,
 * at most 32 bytes of `[a-z0-9_]`, and stable. Middle names and initials count: George W. Bush is not George Bush.
 */
export function nameKey(name: string): string {
  const joined = nameTokens(name).join('');
  if (/^[a-z0-9]+$/.test(joined)) {
    return joined.length <= LONGEST_PLAIN ? joined : `${joined.slice(0, BEGINNING)}_${shortHash(joined)}`;
  }
  return `_${shortHash(joined === '' ? name : joined)}`;
}
