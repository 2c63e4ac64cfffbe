import type { CueClass } from '../text/speech-verbs.ts';
import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';
import type { ArticleWords } from './article-words.ts';

/** A verb that reports speech, in the narration; `at` is its word. */
export type Cue = { readonly at: number; readonly class: CueClass; readonly gerund: boolean };

/** The reporting verbs of an article in reading order, and for each word the place of the last one up to it, -1 before the first. */
export type Cues = { readonly cues: readonly Cue[]; readonly lastCue: Int32Array };

/** After these a word that can be both is a noun: `the claims`. */
const BEFORE_NOUNS = new Set("the a an his her their its this that my of no any 's".split(' '));

function isCue(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || word.cue === null || word.shape !== 'lower') return false;
  return !is(word, TRAIT.nounToo) || !BEFORE_NOUNS.has(words[at - 1]?.lower ?? '');
}

/** Where the article reports speech: `the claims` is no such place, `she claims` is. */
export function findCues({ words, runOf }: ArticleWords): Cues {
  const cues: Cue[] = [];
  const lastCue = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word !== undefined && word.cue !== null && (runOf[at] ?? -1) < 0 && isCue(words, at)) {
      cues.push({ at, class: word.cue, gerund: is(word, TRAIT.endsIng) });
    }
    lastCue[at] = cues.length - 1;
  }
  return { cues, lastCue };
}
