import type { WordFacts } from './story-words.ts';

/** The article as far as the worth of one word depends on it. */
export type Story = { readonly sentences: number; readonly hasTitle: boolean };

/** What each number of `wordFeatures` says, in order. */
export const WORD_FEATURES = [
  'one',
  'second time',
  'third time',
  'untitled',
  'empty',
  'empty, how often',
  'empty, second time',
  'pronoun',
  'date',
  'how often',
  'how often, second time',
  'share of sentences',
  'first in sentence 1',
  'first in sentence 2',
  'first in sentence 3',
  'first in sentence 4 or 5',
  'first in sentence 6 to 10',
  'sentences 1 and 2',
  'sentence 1 and again',
  'lies at the end',
  'name',
  'name, how often',
  'name in sentence 1',
  'number',
  'number in sentence 1',
  'title',
  'title, how often',
  'title and sentence 1',
  'long word',
  'quoted',
  'long article',
  'how often, long article',
] as const;

function is(condition: boolean): number {
  return condition ? 1 : 0;
}

/** How a word's `time`-th showing (1 to 3) in a summary is judged: numbers of about 0 to 3, in the order of the names. */
export function wordFeatures(word: WordFacts, time: number, story: Story): readonly number[] {
  const matter = is(!word.empty);
  const often = Math.log(word.count);
  const opening = is(word.first === 0) * matter;
  const name = (word.capital / word.count) * matter;
  const size = Math.log(1 + story.sentences) - 3;
  const again = is(time > 1);
  return [
    1,
    is(time === 2),
    is(time > 2),
    is(!story.hasTitle),
    1 - matter,
    (1 - matter) * often,
    (1 - matter) * again,
    is(word.pronoun),
    is(word.date),
    matter * often,
    matter * often * again,
    matter * (word.within / story.sentences),
    opening,
    matter * is(word.first === 1),
    matter * is(word.first === 2),
    matter * is(word.first === 3 || word.first === 4),
    matter * is(word.first > 4 && word.first < 10),
    opening * is(word.second === 1),
    opening * is(word.within > 1),
    matter * (word.first / story.sentences),
    name,
    name * often,
    name * opening,
    is(word.number),
    is(word.number) * opening,
    is(word.inTitle) * matter,
    is(word.inTitle) * matter * often,
    is(word.inTitle) * opening,
    matter * Math.min(1, word.stem.length / 10),
    word.quoted / word.count,
    size,
    matter * often * size,
  ];
}
