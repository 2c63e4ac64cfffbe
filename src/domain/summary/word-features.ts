import type { WordFacts } from './story-words.ts';

/** The article as far as the worth of one word depends on it. */
export type Story = { readonly sentences: number; readonly hasTitle: boolean };

/** What each number of `wordFeatures` says, in order. */
export const WORD_FEATURES = [
  'one',
  'untitled',
  'empty',
  'empty, how often',
  'pronoun',
  'date',
  'how often',
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
  'untitled, empty',
  'untitled, how often',
  'untitled, sentence 1',
  'untitled, sentence 2 or 3',
  'untitled, name',
] as const;

/** What each number of `againFeatures` says, in order. */
export const AGAIN_FEATURES = ['second time', 'third time', 'empty, again', 'how often, again'] as const;

function is(condition: boolean): number {
  return condition ? 1 : 0;
}

/** How a word is judged as one of a summary: numbers of about 0 to 3, in the order of the names. */
export function wordFeatures(word: WordFacts, story: Story): readonly number[] {
  const { lexeme, first } = word;
  const matter = is(!lexeme.empty);
  const often = Math.log(word.count);
  const opening = is(first === 0) * matter;
  const name = (word.capital / word.count) * matter;
  const size = Math.log(1 + story.sentences) - 3;
  const titled = is(word.inTitle);
  const untitled = is(!story.hasTitle);
  return [
    1,
    untitled,
    1 - matter,
    (1 - matter) * often,
    is(lexeme.pronoun),
    is(lexeme.date),
    matter * often,
    matter * (word.within / story.sentences),
    opening,
    matter * is(first === 1),
    matter * is(first === 2),
    matter * is(first === 3 || first === 4),
    matter * is(first > 4 && first < 10),
    opening * is(word.second === 1),
    opening * is(word.within > 1),
    matter * (first / story.sentences),
    name,
    name * often,
    name * opening,
    is(lexeme.number),
    is(lexeme.number) * opening,
    titled * matter,
    titled * matter * often,
    titled * opening,
    matter * Math.min(1, lexeme.stem.length / 10),
    word.quoted / word.count,
    size,
    matter * often * size,
    untitled * (1 - matter),
    untitled * matter * often,
    untitled * opening,
    untitled * matter * is(first === 1 || first === 2),
    untitled * name,
  ];
}

/** What changes when a summary has the word already: `time` is 2 or 3; all 0 for the first time. */
export function againFeatures({ lexeme, count }: WordFacts, time: number): readonly number[] {
  const again = is(time > 1);
  return [
    is(time === 2),
    is(time > 2),
    again * is(lexeme.empty),
    again * is(!lexeme.empty) * Math.log(count),
  ];
}
