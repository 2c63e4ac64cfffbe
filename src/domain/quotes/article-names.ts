import { findNames, type Name } from '../text/names.ts';
import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';
import type { ArticleWords } from './article-words.ts';

/** No name begins with these, whatever stands before them. */
const NEVER_COMMON = TRAIT.function | TRAIT.courtesy | TRAIT.office;

/** The words that stand with a capital where any word would, and elsewhere with a small letter. */
function commonWordsOf(read: ArticleWords): Set<string> {
  const { words } = read;
  const opening = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word !== undefined && is(word, TRAIT.capital) && !is(word, NEVER_COMMON) && isOpening(read, at)) {
      opening.add(word.bare);
    }
  }
  const common = new Set<string>();
  for (const word of words) {
    if (word.shape === 'lower' && !is(word, TRAIT.function) && opening.has(word.lower))
      common.add(word.lower);
  }
  return common;
}

const OPENS = new Set(['“', '"', '‘', ':', '.', '!', '?', '—', '–']);

/** Whether a word's capital may come from its place. */
function isOpening({ words, sentences, runOf }: ArticleWords, at: number): boolean {
  if (at === 0 || sentences[at] !== sentences[at - 1] || runOf[at] !== runOf[at - 1]) return true;
  return OPENS.has(words[at - 1]?.text ?? '');
}

const MOST_SMALL = 0.2;

/** A headline in which nearly every word is capital tells no names by capitals. */
function isTitleCase(words: readonly Word[], from: number, to: number): boolean {
  let small = 0;
  let long = 0;
  // Most paragraphs have too many small words long before their end.
  for (let at = from; at < to && small < (to - from) * MOST_SMALL; at++) {
    const word = words[at];
    if (word === undefined || word.shape === 'mark' || word.text.length < 4) continue;
    long++;
    if (!is(word, TRAIT.capital)) small++;
  }
  return long > 3 && small < long * MOST_SMALL;
}

/** In a title-case paragraph: the words that are parts of names known from elsewhere. */
function knownNames(words: readonly Word[], from: number, to: number, known: ReadonlySet<string>): Name[] {
  const names: Name[] = [];
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word === undefined || !known.has(word.lower)) continue;
    let end = at + 1;
    while (end < to && known.has(words[end]?.lower ?? '')) end++;
    const parts = words.slice(at, end).map((part) => part.lower);
    names.push({ titleFrom: at, from: at, to: end, kind: 'unknown', parts, gender: null });
    at = end - 1;
  }
  return names;
}

/** The names of an article in reading order. */
export function namesOf(read: ArticleWords): Name[] {
  const { words, paragraphFrom } = read;
  const opens = (at: number): boolean => isOpening(read, at);
  const common = commonWordsOf(read);
  const shouted: number[] = [];
  const names: Name[] = [];
  for (let paragraph = 0; paragraph + 1 < paragraphFrom.length; paragraph++) {
    const from = paragraphFrom[paragraph] ?? 0;
    const to = paragraphFrom[paragraph + 1] ?? 0;
    if (isTitleCase(words, from, to)) shouted.push(paragraph);
    else for (const name of findNames(words, from, to, opens, common)) names.push(name);
  }
  if (shouted.length > 0) addKnown(read, names, shouted);
  return names;
}

/** Adds to the names those that the shouted paragraphs share with the others. */
function addKnown({ words, paragraphFrom }: ArticleWords, names: Name[], shouted: readonly number[]): void {
  const known = new Set(names.flatMap((name) => (name.kind === 'place' ? [] : name.parts)));
  for (const paragraph of shouted) {
    names.push(...knownNames(words, paragraphFrom[paragraph] ?? 0, paragraphFrom[paragraph + 1] ?? 0, known));
  }
  names.sort((a, b) => a.from - b.from);
}
