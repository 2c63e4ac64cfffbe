import { findNames, type Name } from '../text/names.ts';
import { bare, type Word } from '../text/words.ts';
import type { ArticleWords } from './article-words.ts';

/** The words that stand with a capital where any word would, and elsewhere with a small letter. */
function commonWordsOf(words: readonly Word[], opens: (index: number) => boolean): Set<string> {
  const opening = new Set<string>();
  for (const [index, word] of words.entries()) {
    if ((word.shape === 'capital' || word.shape === 'caps') && opens(index)) opening.add(bare(word));
  }
  const common = new Set<string>();
  for (const word of words) if (word.shape === 'lower' && opening.has(word.lower)) common.add(word.lower);
  return common;
}

function isOpening(
  words: readonly Word[],
  sentences: readonly number[],
  runOf: Int32Array,
  index: number,
): boolean {
  if (index === 0 || sentences[index] !== sentences[index - 1]) return true;
  const before = words[index - 1];
  if (before === undefined) return true;
  return (runOf[index] ?? -1) !== (runOf[index - 1] ?? -1) || '“"‘:.!?—–'.includes(before.text);
}

/** A headline in which nearly every word is capital tells no names by capitals. */
function isTitleCase(words: readonly Word[], from: number, to: number): boolean {
  let capital = 0;
  let long = 0;
  for (let index = from; index < to; index++) {
    const word = words[index];
    if (word === undefined || word.shape === 'mark' || word.text.length < 4) continue;
    long++;
    if (word.shape === 'capital' || word.shape === 'caps') capital++;
  }
  return long > 3 && capital / long > 0.8;
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
export function namesOf({ words, sentences, paragraphFrom, runOf }: ArticleWords): Name[] {
  const opens = (index: number): boolean => isOpening(words, sentences, runOf, index);
  const common = commonWordsOf(words, opens);
  const shouted: number[] = [];
  const names: Name[] = [];
  for (let paragraph = 0; paragraph + 1 < paragraphFrom.length; paragraph++) {
    const from = paragraphFrom[paragraph] ?? 0;
    const to = paragraphFrom[paragraph + 1] ?? 0;
    if (isTitleCase(words, from, to)) shouted.push(paragraph);
    else names.push(...findNames(words, from, to, opens, common));
  }
  const known = new Set(names.flatMap((name) => (name.kind === 'place' ? [] : name.parts)));
  for (const paragraph of shouted) {
    names.push(...knownNames(words, paragraphFrom[paragraph] ?? 0, paragraphFrom[paragraph + 1] ?? 0, known));
  }
  return names.sort((a, b) => a.from - b.from);
}
