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

type Tally = Pick<Choice, 'words' | 'times'>;

/**
 * Tells the numbers of a sentence's words once each, in the order they come, and how often each comes; for numbers below
 * `count`.
 */
function tallier(count: number): (own: readonly number[]) => Tally {
  // One more than where the word stands in the list; 0 for one that does not.
  const places = new Int32Array(count);
  return (own) => {
    const words: number[] = [];
    const times: number[] = [];
    for (const word of own) {
      const place = places[word] ?? 0;
      if (place === 0) {
        places[word] = words.push(word);
        times.push(1);
      } else times[place - 1] = (times[place - 1] ?? 0) + 1;
    }
    for (const word of words) places[word] = 0;
    return { words, times };
  };
}

/** Rates the sentences of a story as choices, each with the one before it. */
export function rater(words: StoryWords): (sentence: Candidate, before: Candidate | undefined) => Choice {
  const tally = tallier(words.facts.length);
  const features = new Float64Array(SENTENCE_FEATURES.length);
  return (sentence, before) => {
    const own = words.sentences[sentence.index] ?? [];
    const tallied = tally(own);
    return {
      sentence,
      words: tallied.words,
      times: tallied.times,
      length: own.length,
      // Learned from what it is beyond its words.
      bonus: own.length * weigh(sentenceFeatures(sentence, before, words, features), SENTENCE_VECTOR),
    };
  };
}
