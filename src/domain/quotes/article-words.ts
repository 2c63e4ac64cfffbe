import { numberSentences } from '../text/sentence-starts.ts';
import type { SplitWords, Words } from '../text/words.ts';
import type { QuoteRun } from './quote-marks.ts';

/** The words of all paragraphs. Arrays go by word, but for `paragraphFrom`. */
export type ArticleWords = Words & {
  /** The number of the sentence that a word stands in. */
  readonly sentences: Int32Array;
  /** First word of each paragraph, and one more at the end. */
  readonly paragraphFrom: readonly number[];
  /** The run that a word stands in, its marks counted in; -1 in the narration. */
  readonly runOf: Int32Array;
};

/** The run of each word; the words and the runs are in reading order. */
function runsOfWords(starts: readonly number[], runs: readonly QuoteRun[]): Int32Array {
  const runOf = new Int32Array(starts.length).fill(-1);
  let at = 0;
  for (const [run, { outerStart, outerEnd }] of runs.entries()) {
    while (at < starts.length && (starts[at] ?? 0) < outerStart) at++;
    while (at < starts.length && (starts[at] ?? 0) < outerEnd) runOf[at++] = run;
  }
  return runOf;
}

/** Tells of the words of an article which of them are quoted, and numbers their sentences through. */
export function readWords(split: SplitWords, runs: readonly QuoteRun[]): ArticleWords {
  const { text, words, starts, ends, firsts: paragraphFrom } = split;
  const runOf = runsOfWords(starts, runs);
  const sentences = numberSentences(split, paragraphFrom, runOf);
  return { text, words, starts, ends, sentences, paragraphFrom, runOf };
}
