import { TRAIT } from '../text/traits.ts';
import { is, type Word } from '../text/word.ts';
import { type ClueModel, type ClueValues, clueModel } from './clue-model.ts';
import { placesOf } from './clue-table.ts';
import { cueAfter, cueAt, cueBefore } from './cues.ts';
import type { Reading, Run } from './reading.ts';

/** What is looked at to tell words that were said from titles, terms and nicknames. The first value stands for "not said". */
export const SPEECH_CLUES = {
  words: ['not', '1', '2', '3', '5', '8', 'more'],
  letters: ['not', 'title', 'capital', 'lower'],
  lead: [
    'not',
    'paragraph',
    'sentence',
    'comma',
    'colon',
    'that',
    'verb',
    'article',
    'place',
    'work',
    'named',
    'inside-name',
    'of',
    'dash',
    'word',
  ],
  last: ['not', 'comma', 'stop', 'plain'],
  next: ['not', 'end', 'comma', 'sentence', 'word', 'noun'],
  cues: ['not', 'none', 'before', 'after', 'both', 'touching'],
  mark: ['not', 'main', 'side'],
  person: ['not', 'none', 'first'],
} as const;

export type SpeechClue = keyof typeof SPEECH_CLUES;

export const SPEECH_MODEL: ClueModel<SpeechClue> = clueModel(SPEECH_CLUES, [
  ['words'],
  ['letters'],
  ['lead'],
  ['last'],
  ['next'],
  ['cues'],
  ['mark'],
  ['person'],
  ['words', 'letters'],
  ['words', 'lead'],
  ['letters', 'lead'],
  ['words', 'cues'],
  ['letters', 'cues'],
  ['lead', 'cues'],
  ['lead', 'next'],
  ['words', 'next'],
  ['letters', 'last'],
  ['words', 'last'],
  ['letters', 'next'],
]);

const AT = SPEECH_MODEL.indexOf;
const V = {
  letters: placesOf(SPEECH_CLUES.letters),
  lead: placesOf(SPEECH_CLUES.lead),
  last: placesOf(SPEECH_CLUES.last),
  next: placesOf(SPEECH_CLUES.next),
  cues: placesOf(SPEECH_CLUES.cues),
  mark: placesOf(SPEECH_CLUES.mark),
  person: placesOf(SPEECH_CLUES.person),
};

const WORKS = new Set(
  'book novel memoir film movie song album show series program programme documentary play musical podcast column essay episode segment website blog magazine newspaper game ad single track poem painting sitcom drama hymn anthem ballad opera tune thriller biography trilogy cartoon comic exhibition miniseries'.split(
    ' ',
  ),
);
const NAMED = new Set(
  'called named titled entitled dubbed nicknamed known labeled labelled so-called termed'.split(' '),
);
const LEADS = new Map<string, number>([
  [',', V.lead.comma],
  [':', V.lead.colon],
  ['that', V.lead.that],
  ['of', V.lead.of],
  ['—', V.lead.dash],
  ['–', V.lead.dash],
  ['-', V.lead.dash],
  ...['a', 'an', 'the', 'his', 'her', 'their', 'its', 'this', 'any', 'no', 'some'].map(
    (word): [string, number] => [word, V.lead.article],
  ),
  ...['on', 'in', 'at', 'from', "'s", 'for'].map((word): [string, number] => [word, V.lead.place]),
]);

/** The clues of one run, as "said"; what speaks for "not said" is the blank. */
export function speechCluesOf(reading: Reading, run: Run): ClueValues {
  const values = SPEECH_MODEL.blank();
  values[AT.words] = countOf(reading, run);
  values[AT.letters] = lettersOf(reading, run);
  values[AT.lead] = leadOf(reading, run);
  values[AT.last] = lastOf(reading, run);
  values[AT.next] = nextOf(reading, run);
  values[AT.cues] = cuesOf(reading, run);
  values[AT.mark] = V.mark[run.mark];
  values[AT.person] = speaksOfOneself(reading, run) ? V.person.first : V.person.none;
  return values;
}

function countOf(reading: Reading, run: Run): number {
  let words = 0;
  for (let at = run.from; at < run.to && words < 9; at++) if (reading.words[at]?.shape !== 'mark') words++;
  if (words <= 3) return words;
  if (words <= 5) return 4;
  return words <= 8 ? 5 : 6;
}

function lettersOf(reading: Reading, run: Run): number {
  let hasLong = false;
  let hasSmall = false;
  const first = firstWordOf(reading, run);
  if (first === undefined || !isCapital(first)) return V.letters.lower;
  const limit = Math.min(run.to, run.from + FIRST_WORDS);
  for (let at = run.from; at < limit; at++) {
    const word = reading.words[at];
    if (word === undefined || word.shape === 'mark' || word.text.length < 4) continue;
    hasLong = true;
    hasSmall ||= !isCapital(word);
  }
  return hasLong && !hasSmall ? V.letters.title : V.letters.capital;
}

/** Titles are told by their first words. */
const FIRST_WORDS = 30;

function isCapital(word: Word): boolean {
  return is(word, TRAIT.capital);
}

function firstWordOf(reading: Reading, run: Run): Word | undefined {
  let at = run.from;
  while (at < run.to && reading.words[at]?.shape === 'mark') at++;
  return at < run.to ? reading.words[at] : undefined;
}

function leadOf(reading: Reading, run: Run): number {
  if (run.from <= (reading.paragraphFrom[run.paragraph] ?? 0)) return V.lead.paragraph;
  const last = run.from - 1;
  if (reading.sentences[last] !== reading.sentences[run.from]) return V.lead.sentence;
  const lower = reading.words[last]?.lower ?? '';
  if (isInsideName(reading, run)) return V.lead['inside-name'];
  if (WORKS.has(lower)) return V.lead.work;
  if (NAMED.has(lower)) return V.lead.named;
  if (cueAt(reading, last) !== null) return V.lead.verb;
  const comma = lower === ',' && WORKS.has(reading.words[last - 1]?.lower ?? '');
  return comma ? V.lead.work : (LEADS.get(lower) ?? V.lead.word);
}

/** `Karl “Bear” Holm`: a short run with a capital word on either side and nothing between. */
function isInsideName(reading: Reading, run: Run): boolean {
  const before = reading.words[run.from - 1];
  const after = reading.words[run.to];
  if (before === undefined || after === undefined || run.to - run.from > 5) return false;
  return (
    isCapital(before) && isCapital(after) && reading.sentences[run.from - 1] === reading.sentences[run.to]
  );
}

function lastOf(reading: Reading, run: Run): number {
  const last = reading.text.charAt(run.end - 1);
  if (last === ',') return V.last.comma;
  return '.?!…'.includes(last) ? V.last.stop : V.last.plain;
}

function nextOf(reading: Reading, run: Run): number {
  const next = reading.words[run.to];
  if (next === undefined || run.to >= (reading.paragraphFrom[run.paragraph + 1] ?? 0)) return V.next.end;
  if (reading.sentences[run.to] !== reading.sentences[run.to - 1]) return V.next.sentence;
  if (next.shape === 'mark') return next.text === ',' ? V.next.comma : V.next.sentence;
  return next.shape === 'lower' && next.text.length > 3 && cueAt(reading, run.to) === null
    ? V.next.noun
    : V.next.word;
}

function cuesOf(reading: Reading, run: Run): number {
  const before = cueBefore(reading, run);
  const after = cueAfter(reading, run);
  if ((before !== null && run.from - before.at <= 3) || (after !== null && after.at - run.to <= 3))
    return V.cues.touching;
  if (before !== null) return after === null ? V.cues.before : V.cues.both;
  return after === null ? V.cues.none : V.cues.after;
}

function speaksOfOneself(reading: Reading, run: Run): boolean {
  for (let at = run.from; at < run.to && at < run.from + 40; at++) {
    if (is(reading.words[at], TRAIT.oneself)) return true;
  }
  return false;
}
