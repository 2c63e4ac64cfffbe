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
  'untitled, place',
  'untitled, depth',
  'untitled, length',
  'untitled, quoted',
  'length',
  'short',
  'long',
  'quoted',
  'leans',
  'I or we',
  'pronouns',
  'heads its paragraph',
  'names',
  'numbers',
  'dates',
  'title',
  'empty',
  'new words',
  'opening, nothing of the title',
] as const;

/** Sentences that may tell of one person's day before the news is told. */
const ANECDOTE = 3;

function is(condition: boolean): number {
  return condition ? 1 : 0;
}

/** Writes into `into` how a sentence is judged beyond its words: numbers of about -1 to 2, in the order of the names. */
export function sentenceFeatures(
  sentence: Candidate,
  before: Candidate | undefined,
  words: StoryWords,
  into: Float64Array,
): Float64Array {
  const own = words.sentences[sentence.index] ?? [];
  const count = Math.max(1, own.length);
  const tally = { firstPerson: 0, pronouns: 0, names: 0, numbers: 0, dates: 0, title: 0, empty: 0, fresh: 0 };
  for (const id of own) {
    const word = words.facts[id];
    if (word === undefined) continue;
    const { lexeme } = word;
    tally.firstPerson += is(lexeme.firstPerson);
    tally.pronouns += is(lexeme.pronoun);
    tally.names += is(word.capital > 0);
    tally.numbers += is(lexeme.number);
    tally.dates += is(lexeme.date);
    tally.title += is(word.inTitle && !lexeme.empty);
    tally.empty += is(lexeme.empty);
    tally.fresh += is(word.first === sentence.index && !lexeme.empty);
  }
  const { index } = sentence;
  const untitled = is(!words.hasTitle);
  const size = Math.log(count) - 3;
  into[0] = 1;
  into[1] = is(index === 0);
  into[2] = is(index === 1);
  into[3] = is(index === 2);
  into[4] = is(index === 3);
  into[5] = 1 / (1 + index);
  into[6] = index / words.sentences.length;
  into[7] = untitled;
  into[8] = untitled * is(index === 0);
  into[9] = untitled / (1 + index);
  into[10] = (untitled * index) / words.sentences.length;
  into[11] = untitled * size;
  into[12] = untitled * sentence.quoted;
  into[13] = size;
  into[14] = is(count < 9);
  into[15] = is(count > 40);
  into[16] = sentence.quoted;
  into[17] = is(sentence.leans);
  into[18] = is(tally.firstPerson > 0);
  into[19] = tally.pronouns / count;
  into[20] = is(before === undefined || before.paragraph !== sentence.paragraph);
  into[21] = tally.names / count;
  into[22] = Math.min(1, (3 * tally.numbers) / count);
  into[23] = is(tally.dates > 0);
  into[24] = tally.title / count;
  into[25] = tally.empty / count;
  into[26] = tally.fresh / count;
  // An anecdote: the headline's matter comes further down.
  into[27] = is(words.hasTitle && index < ANECDOTE && tally.title === 0);
  return into;
}
