import { numberSentences } from '../text/sentence-starts.ts';
import type { Span } from '../text/span.ts';
import { splitWords, type Word } from '../text/words.ts';
import type { QuoteRun } from './quote-marks.ts';

/** The words of all paragraphs. Arrays go by word, but for `paragraphFrom`. */
export type ArticleWords = {
  readonly words: readonly Word[];
  readonly sentences: readonly number[];
  /** First word of each paragraph, and one more at the end. */
  readonly paragraphFrom: readonly number[];
  /** The run that a word stands in, its marks counted in; -1 in the narration. */
  readonly runOf: Int32Array;
};

/** The run of each word; the words and the runs are in reading order. */
function runsOfWords(words: readonly Word[], runs: readonly QuoteRun[]): Int32Array {
  const runOf = new Int32Array(words.length).fill(-1);
  let run = 0;
  for (const [index, word] of words.entries()) {
    while (run < runs.length && (runs[run]?.outerEnd ?? 0) <= word.start) run++;
    if (word.start >= (runs[run]?.outerStart ?? Number.POSITIVE_INFINITY)) runOf[index] = run;
  }
  return runOf;
}

/** Splits all paragraphs, and numbers their sentences through. */
export function readWords(
  text: string,
  paragraphs: readonly Span[],
  runs: readonly QuoteRun[],
): ArticleWords {
  const words: Word[] = [];
  const paragraphFrom: number[] = [];
  for (const paragraph of paragraphs) {
    paragraphFrom.push(words.length);
    for (const word of splitWords(text, paragraph.start, paragraph.end)) words.push(word);
  }
  paragraphFrom.push(words.length);
  const runOf = runsOfWords(words, runs);
  const sentences: number[] = [];
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) {
    const from = paragraphFrom[paragraph] ?? 0;
    const own = words.slice(from, paragraphFrom[paragraph + 1]);
    const isQuoted = (index: number): boolean => (runOf[from + index] ?? -1) >= 0;
    for (const number of numberSentences(own, isQuoted, (sentences.at(-1) ?? -1) + 1)) sentences.push(number);
  }
  return { words, sentences, paragraphFrom, runOf };
}
