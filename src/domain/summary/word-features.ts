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

/** Writes into `into` how a word is judged as one of a summary: numbers of about 0 to 3, in the order of the names. */
export function wordFeatures(word: WordFacts, story: Story, into: Float64Array): Float64Array {
  const { lexeme, first } = word;
  const matter = is(!lexeme.empty);
  const often = Math.log(word.count);
  const opening = is(first === 0) * matter;
  const name = (word.capital / word.count) * matter;
  const size = Math.log(1 + story.sentences) - 3;
  const titled = is(word.inTitle);
  const untitled = is(!story.hasTitle);
  into[0] = 1;
  into[1] = untitled;
  into[2] = 1 - matter;
  into[3] = (1 - matter) * often;
  into[4] = is(lexeme.pronoun);
  into[5] = is(lexeme.date);
  into[6] = matter * often;
  into[7] = matter * (word.within / story.sentences);
  into[8] = opening;
  into[9] = matter * is(first === 1);
  into[10] = matter * is(first === 2);
  into[11] = matter * is(first === 3 || first === 4);
  into[12] = matter * is(first > 4 && first < 10);
  into[13] = opening * is(word.second === 1);
  into[14] = opening * is(word.within > 1);
  into[15] = matter * (first / story.sentences);
  into[16] = name;
  into[17] = name * often;
  into[18] = name * opening;
  into[19] = is(lexeme.number);
  into[20] = is(lexeme.number) * opening;
  into[21] = titled * matter;
  into[22] = titled * matter * often;
  into[23] = titled * opening;
  into[24] = matter * Math.min(1, lexeme.stem.length / 10);
  into[25] = word.quoted / word.count;
  into[26] = size;
  into[27] = matter * often * size;
  into[28] = untitled * (1 - matter);
  into[29] = untitled * matter * often;
  into[30] = untitled * opening;
  into[31] = untitled * matter * is(first === 1 || first === 2);
  into[32] = untitled * name;
  return into;
}

/** Writes into `into` what changes when a summary has the word already: `time` is 2 or 3; all 0 for the first time. */
export function againFeatures({ lexeme, count }: WordFacts, time: number, into: Float64Array): Float64Array {
  const again = is(time > 1);
  into[0] = is(time === 2);
  into[1] = is(time > 2);
  into[2] = again * is(lexeme.empty);
  into[3] = again * is(!lexeme.empty) * Math.log(count);
  return into;
}
