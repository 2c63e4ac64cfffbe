import { fold } from '../archive/fold.ts';
import { stem } from '../background/stems.ts';
import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';
import { splitWords } from '../text/words.ts';

/** Words with capitals that stand together, and the particles between them. */
export type Capitals = {
  readonly text: string;
  /** Compared forms: small letters without accents and full stops. */
  readonly words: readonly string[];
  /** The first word's capital may come from its place. */
  readonly opens: boolean;
};

const STOPS = new Set(['.', '!', '?', ':', ';', '"', '“', '”', '„', '«', '»', '…', '•', '-', '–', '—', '(']);

function isName(word: Word): boolean {
  return is(word, TRAIT.capital) && !is(word, TRAIT.calendar);
}

/** A function word's capital comes from its place, in a headline too. */
function mayBegin(word: Word): boolean {
  return isName(word) && !is(word, TRAIT.function);
}

function compared(word: Word): readonly string[] {
  const folded = fold(word.text).replaceAll(/[.’']/g, '');
  return folded.split(/[-‐‑]/).filter((part) => part !== '');
}

function endOf(words: readonly Word[], from: number): number {
  let end = from + 1;
  for (let at = end; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || (!isName(word) && !is(word, TRAIT.particle))) break;
    if (isName(word)) end = at + 1;
  }
  return end;
}

/** The stretches of capital words of a text, in order. */
export function findCapitals(text: string): readonly Capitals[] {
  const { words, starts, ends } = splitWords(text);
  const found: Capitals[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !mayBegin(word)) continue;
    const end = endOf(words, at);
    const start = starts[at] ?? 0;
    const before = words[at - 1];
    found.push({
      text: text.slice(start, ends[end - 1]),
      words: words.slice(at, end).flatMap(compared),
      opens: before === undefined || STOPS.has(before.text) || text.slice(ends[at - 1], start).includes('\n'),
    });
    at = end - 1;
  }
  return found;
}

function isWithin(words: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  for (const word of name) if (word === words[at]) at++;
  return at === words.length;
}

function standsAmong(words: readonly string[], names: readonly Capitals[]): boolean {
  return names.some((name) => isWithin(words, name.words));
}

/** The stems of a text's words in small letters: `Officials` stands where it says `an official`. */
export function smallStems(text: string): ReadonlySet<string> {
  const small = splitWords(text).words.filter(({ shape }) => shape === 'lower');
  return new Set(small.map(({ lower }) => stem(lower)));
}

/**
 * Whether a name stands in the article: its words in this order within one of its names. `small` are the stems of the
 * article's other words: the first word of a sentence may be one of them.
 */
export function nameStands(name: Capitals, names: readonly Capitals[], small: ReadonlySet<string>): boolean {
  if (standsAmong(name.words, names)) return true;
  const [first = '', ...rest] = name.words;
  if (!name.opens || !small.has(stem(first))) return false;
  return rest.length === 0 || standsAmong(rest, names);
}
