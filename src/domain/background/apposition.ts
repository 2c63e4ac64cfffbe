import type { Name } from '../text/names.ts';
import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';

/** Words from the first to before the last. */
export type Stretch = { readonly from: number; readonly to: number };

const LONGEST = 14;
const DETERMINERS = new Set(['the', 'a', 'an']);
const OPENS = new Set([...DETERMINERS, 'his', 'her', 'their', 'its']);
/** Offices of a kind that many a word is used for otherwise. */
const NOT_A_ROLE = new Set(
  'people person men women man woman source sources guy boy girl deputy vice head'.split(' '),
);
/** What ends the words beside a name: a clause, or who was standing next to them. */
const ENDS = new Set(
  'who whom whose which that when where while and but said says told added in on after'.split(' '),
);

/** Somebody's: alone they do not say whose. */
const RELATIVES = new Set(
  'wife husband son daughter brother sister mother friend rival opponent colleague partner ally cousin uncle aunt'.split(
    ' ',
  ),
);

function isRole(word: Word): boolean {
  if (word.bare === 'head') return true;
  return is(word, TRAIT.office) && !is(word, TRAIT.endsS) && !NOT_A_ROLE.has(word.bare);
}

/** Whether the words are about an office: `chief engineer of the Harbour Authority`, not `private firm of engineers`. */
function isOffice(words: readonly Word[]): boolean {
  const rest = words.findIndex((word, at) => at > 0 && word.lower !== 'former' && is(word, TRAIT.function));
  const head = words[(rest < 0 ? words.length : rest) - 1];
  if (head === undefined || !isRole(head)) return false;
  return (
    !RELATIVES.has(head.bare) || words.some(({ lower, shape }) => lower === 'of' || shape === 'possessive')
  );
}

/** `the Seafarers’ and Dockers’ Union`, `head of research and development`: not the end of what stands beside a name. */
function joins(words: readonly Word[], from: number, at: number): boolean {
  const next = words[at + 1];
  if (words[at]?.lower !== 'and' || next === undefined) return false;
  if (next.shape === 'lower') {
    const isOf = words.slice(from, at).some(({ lower }) => lower === 'of' || lower === 'for');
    return isOf && !is(next, TRAIT.function | TRAIT.endsEd);
  }
  const before = words[at - 1]?.shape;
  return next.shape === 'capital' && (before === 'capital' || before === 'possessive');
}

function endsAt(words: readonly Word[], from: number): number {
  let to = from;
  while (to < words.length && to < from + LONGEST) {
    const word = words[to];
    if (word === undefined || (word.shape === 'mark' && word.text !== '-')) break;
    if (ENDS.has(word.lower) && !joins(words, from, to)) break;
    to++;
  }
  return to;
}

/** `Amara Osei, chief engineer of the Harbour Authority, said` */
function behind(words: readonly Word[], name: Name): Stretch | undefined {
  if (words[name.to]?.text !== ',') return undefined;
  const from = name.to + 1;
  const to = endsAt(words, from);
  const opens = words[from];
  if (opens === undefined) return undefined;
  // `Marsh, Mayor Renn and others` goes on to the next person.
  if (!OPENS.has(opens.lower) && opens.shape === 'capital' && is(opens, TRAIT.office)) return undefined;
  const closes = words[to];
  const isClosed = closes === undefined || closes.shape === 'mark' || ENDS.has(closes.lower);
  // `In Lund, the city’s treasurer, Ada Moss`: what stands between two names belongs to the second.
  if (closes?.text === ',' && words[to + 1]?.shape === 'capital') return undefined;
  return isClosed ? { from, to } : undefined;
}

/** `The company’s spokeswoman, Lena Fairweather, said` */
function before(words: readonly Word[], name: Name): Stretch | undefined {
  const to = name.titleFrom - 1;
  if (words[to]?.text !== ',') return undefined;
  for (let from = to - 1; from >= Math.max(0, to - LONGEST); from--) {
    const word = words[from];
    if (word === undefined || word.shape === 'mark') return undefined;
    if (!OPENS.has(word.lower)) continue;
    return { from, to };
  }
  return undefined;
}

/** `the company’s spokeswoman` → `spokeswoman`: whose company, the story says and a list does not. */
function trimmed(words: readonly Word[], { from, to }: Stretch): Stretch {
  let start = from;
  const first = words[start];
  if (first !== undefined && OPENS.has(first.lower)) start++;
  const owner = words.slice(start, to).findIndex(({ shape }) => shape === 'possessive');
  const isUnnamed =
    owner > 0 &&
    words.slice(start, start + owner).every((word) => word.shape === 'lower' && !is(word, TRAIT.function));
  let end = to;
  while (end > start && isLoose(words[end - 1])) end--;
  return { from: isUnnamed ? start + owner + 1 : start, to: end };
}

/** `author of`, `director of the`: what went on in marks, and was not read on. */
function isLoose(word: Word | undefined): boolean {
  return word !== undefined && (word.shape === 'mark' || is(word, TRAIT.function));
}

function officeIn(words: readonly Word[], beside: Stretch | undefined): Stretch | undefined {
  if (beside === undefined) return undefined;
  const own = trimmed(words, beside);
  return isOffice(words.slice(own.from, own.to)) ? own : undefined;
}

/** The words that an article puts beside a name to say who that is; undefined where it puts none. */
export function appositionOf(words: readonly Word[], name: Name): Stretch | undefined {
  return officeIn(words, behind(words, name)) ?? officeIn(words, before(words, name));
}
