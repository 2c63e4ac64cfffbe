import type { Candidate } from './candidates.ts';
import { type Choice, MOST_TIMES } from './choose.ts';
import { SENTENCE_FEATURES, sentenceFeatures } from './sentence-features.ts';
import type { StoryWords } from './story-words.ts';
import { AGAIN_WEIGHTS, SENTENCE_WEIGHTS, WORD_WEIGHTS } from './weights.ts';
import { AGAIN_FEATURES, againFeatures, WORD_FEATURES, wordFeatures } from './word-features.ts';

const WORD_VECTOR = Float64Array.from(WORD_FEATURES, (name) => WORD_WEIGHTS[name]);
const AGAIN_VECTOR = Float64Array.from(AGAIN_FEATURES, (name) => AGAIN_WEIGHTS[name]);
const SENTENCE_VECTOR = Float64Array.from(SENTENCE_FEATURES, (name) => SENTENCE_WEIGHTS[name]);

function weigh(features: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}

function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/**
 * For each word of an article, how often it is expected in a good summary that may show it not at all, once, twice or
 * three times: four numbers a word, the first of them 0.
 */
export function expectWords(words: StoryWords): Float64Array {
  const story = { sentences: words.sentences.length, hasTitle: words.hasTitle };
  const features = new Float64Array(WORD_FEATURES.length);
  const again = new Float64Array(AGAIN_FEATURES.length);
  const cumulative = new Float64Array(words.facts.length * (MOST_TIMES + 1));
  for (const [id, word] of words.facts.entries()) {
    const odds = weigh(wordFeatures(word, story, features), WORD_VECTOR);
    let sum = 0;
    for (let time = 1; time <= MOST_TIMES; time++) {
      if (time <= word.count)
        sum += chance(time === 1 ? odds : odds + weigh(againFeatures(word, time, again), AGAIN_VECTOR));
      cumulative[id * (MOST_TIMES + 1) + time] = sum;
    }
  }
  return cumulative;
}

/** What a word costs that is in no summary: about half of the F-measure that a good one reaches. */
const WORD_COST = 0.25;

/** What each sentence of an article is worth by its words alone, by its place. */
export function rateAlone(words: StoryWords, cumulative: Float64Array): readonly number[] {
  return words.sentences.map((own) => {
    let hits = 0;
    for (const word of own) hits += cumulative[word * (MOST_TIMES + 1) + 1] ?? 0;
    return hits - WORD_COST * own.length;
  });
}

/** The numbers of a sentence's words once each, in the order they come, and how often each comes. */
function tallied(own: readonly number[]): Pick<Choice, 'words' | 'times'> {
  const words: number[] = [];
  const times: number[] = [];
  for (const word of own) {
    const at = words.indexOf(word);
    if (at < 0) {
      words.push(word);
      times.push(1);
    } else times[at] = (times[at] ?? 0) + 1;
  }
  return { words: Int32Array.from(words), times: Int32Array.from(times) };
}

/** A sentence as a choice, its bonus learned from what it is beyond its words. */
export function rate(sentence: Candidate, before: Candidate | undefined, words: StoryWords): Choice {
  const own = words.sentences[sentence.index] ?? [];
  const features = sentenceFeatures(sentence, before, words);
  return {
    sentence,
    ...tallied(own),
    length: own.length,
    bonus: own.length * weigh(features, SENTENCE_VECTOR),
  };
}
