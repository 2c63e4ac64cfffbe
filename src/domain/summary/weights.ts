import type { SENTENCE_FEATURES } from './sentence-features.ts';
import type { AGAIN_FEATURES, WORD_FEATURES } from './word-features.ts';

/** Written by scripts/learn-summary-weights.js; the odds that a summary has a word. */
export const WORD_WEIGHTS: Readonly<Record<(typeof WORD_FEATURES)[number], number>> = {
  one: -1.712,
  untitled: -0.617,
  empty: -0.455,
  'empty, how often': 1.352,
  pronoun: -0.207,
  date: 0.09,
  'how often': 1.478,
  'share of sentences': -1.217,
  'first in sentence 1': 0.554,
  'first in sentence 2': 0.547,
  'first in sentence 3': 0.413,
  'first in sentence 4 or 5': 0.138,
  'first in sentence 6 to 10': -0.09,
  'sentences 1 and 2': 0.439,
  'sentence 1 and again': 0.018,
  'lies at the end': -1.617,
  name: 0.091,
  'name, how often': -0.148,
  'name in sentence 1': 0.534,
  number: 0.267,
  'number in sentence 1': 0.141,
  title: 3.217,
  'title, how often': -0.787,
  'title and sentence 1': -0.662,
  'long word': 0.043,
  quoted: -0.29,
  'long article': -1.176,
  'how often, long article': 0.008,
};

/** Written by scripts/learn-summary-weights.js; what changes when the summary has the word already. */
export const AGAIN_WEIGHTS: Readonly<Record<(typeof AGAIN_FEATURES)[number], number>> = {
  'second time': -3.692,
  'third time': -5.107,
  'empty, again': 1.934,
  'how often, again': 0.664,
};

/** Written by scripts/learn-summary-weights.js; the share of a sentence's words that a summary has beyond those odds. */
export const SENTENCE_WEIGHTS: Readonly<Record<(typeof SENTENCE_FEATURES)[number], number>> = {
  one: -0.01,
  first: 0.028,
  second: 0.016,
  third: 0.02,
  fourth: 0.02,
  place: 0.049,
  depth: -0.011,
  untitled: 0.013,
  'untitled, first': -0.047,
  length: -0.007,
  short: -0.009,
  long: -0.007,
  quoted: -0.013,
  leans: -0.006,
  'I or we': -0.012,
  pronouns: 0.057,
  'heads its paragraph': -0.005,
  names: 0.01,
  numbers: 0.011,
  dates: 0.01,
  title: 0.316,
  empty: -0.005,
  'new words': -0.028,
};
