import type { Candidate } from './candidates.ts';
import type { StoryWords } from './story-words.ts';

/** What each number of `sentenceFeatures` says, in order. */
export const SENTENCE_FEATURES = [
  'one',
  'first',
  'second',
  'third',
  'fourth',
  'place',
  'depth',
  'untitled',
  'untitled, first',
  'length',
  'short',
  'long',
  'quoted',
  'leans',
  'speaks',
  'I or we',
  'pronouns',
  'heads its paragraph',
  'names',
  'numbers',
  'dates',
  'title',
  'empty',
  'new words',
  'recalls',
  'expects',
  'contrast',
] as const;

const SPEAKS = /\b(?:said|says|told|added|tweeted|wrote|explained|according to)\b/;
const FIRST_PERSON = /\b(?:I|we|We|my|our|I'm|I've|We're|we're)\b/;
const RECALLS = /\b(?:in (?:19|20)\d\d|last (?:year|month)|years? ago|earlier|previously|had been|since)\b/;
const EXPECTS = /\b(?:will|would|is expected|plans? to|is set to|could|may)\b/;
const CONTRAST = /\b(?:but|however|although|though|despite|while)\b/i;

function is(condition: boolean): number {
  return condition ? 1 : 0;
}

/** How a sentence is judged beyond its words: numbers of about -1 to 2, in the order of the names. */
export function sentenceFeatures(
  sentence: Candidate,
  before: Candidate | undefined,
  words: StoryWords,
): readonly number[] {
  const own = words.sentences[sentence.index] ?? [];
  const count = Math.max(1, own.length);
  const tally = { pronouns: 0, names: 0, numbers: 0, dates: 0, title: 0, empty: 0, fresh: 0 };
  for (const id of own) {
    const word = words.facts[id];
    if (word === undefined) continue;
    tally.pronouns += is(word.pronoun);
    tally.names += is(word.capital > 0);
    tally.numbers += is(word.number);
    tally.dates += is(word.date);
    tally.title += is(word.inTitle && !word.empty);
    tally.empty += is(word.empty);
    tally.fresh += is(word.first === sentence.index && !word.empty);
  }
  const { index, text } = sentence;
  return [
    1,
    is(index === 0),
    is(index === 1),
    is(index === 2),
    is(index === 3),
    1 / (1 + index),
    index / words.sentences.length,
    is(!words.hasTitle),
    is(!words.hasTitle && index === 0),
    Math.log(count) - 3,
    is(count < 9),
    is(count > 40),
    sentence.quoted,
    is(sentence.leans),
    is(SPEAKS.test(text)),
    is(FIRST_PERSON.test(text)),
    tally.pronouns / count,
    is(before === undefined || before.paragraph !== sentence.paragraph),
    tally.names / count,
    Math.min(1, (3 * tally.numbers) / count),
    is(tally.dates > 0),
    tally.title / count,
    tally.empty / count,
    tally.fresh / count,
    is(RECALLS.test(text)),
    is(EXPECTS.test(text)),
    is(CONTRAST.test(text)),
  ];
}
