import { expect, it } from 'vitest';
import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import { articleOf } from './said.ts';

const reported = (text: string): readonly (readonly [string, string, string])[] =>
  analyzeSpeech(articleOf(text)).indirect.map((each) => [each.speaker.name, each.cue, each.text]);

it.each<[string, string, readonly [string, string, string]]>([
  [
    'with "that"',
    'Ada Lund said that the ferry would run all winter.',
    ['Ada Lund', 'said', 'the ferry would run all winter'],
  ],
  [
    'without "that"',
    'Ada Lund said the ferry would run all winter.',
    ['Ada Lund', 'said', 'the ferry would run all winter'],
  ],
  [
    'past listeners, place and day',
    'Ada Lund told reporters in Port Amity on Monday that the ferry would run all winter.',
    ['Ada Lund', 'told', 'the ferry would run all winter'],
  ],
  [
    'past an occasion',
    'Ada Lund said after the talks that the ferry would run all winter.',
    ['Ada Lund', 'said', 'the ferry would run all winter'],
  ],
  [
    'past a day',
    'Ada Lund said on Monday the ferry would run all winter.',
    ['Ada Lund', 'said', 'the ferry would run all winter'],
  ],
  [
    'past an apposition',
    'Ada Lund, the captain, warned the bridge would ruin the harbour.',
    ['Ada Lund', 'warned', 'the bridge would ruin the harbour'],
  ],
  [
    'before its attribution',
    'The ferry would run all winter, Ada Lund said on Monday.',
    ['Ada Lund', 'said', 'The ferry would run all winter'],
  ],
  [
    'before an attribution that begins with its verb',
    'The ferry would run all winter, said Ada Lund.',
    ['Ada Lund', 'said', 'The ferry would run all winter'],
  ],
  [
    'according to someone',
    'According to Ada Lund, the ferry has never missed a day.',
    ['Ada Lund', 'According to', 'the ferry has never missed a day'],
  ],
  [
    'followed by "according to"',
    'The ferry has never missed a day, according to Ada Lund.',
    ['Ada Lund', 'according to', 'The ferry has never missed a day'],
  ],
  [
    'up to where the article takes over',
    'Ada Lund said the ferry would run all winter, but the council has doubts.',
    ['Ada Lund', 'said', 'the ferry would run all winter'],
  ],
  [
    'by a pronoun',
    'Ada Lund met Karl Holm on the pier. She said the ferry would run all winter.',
    ['Ada Lund', 'said', 'the ferry would run all winter'],
  ],
  [
    'by a body',
    'The Transport Ministry said it had never seen the letter.',
    ['Transport Ministry', 'said', 'it had never seen the letter'],
  ],
])('takes speech reported %s', (_name, passage, expected) => {
  expect(reported(passage)).toEqual([expected]);
});

it.each([
  ['a quote', 'Ada Lund said, “The ferry will run all winter.”'],
  ['a clause that is partly a quote', 'Ada Lund said the ferry would “run all winter” or not at all.'],
  ['a thing said', 'Ada Lund said no and left.'],
  ['a question', 'What has Ada Lund said the ferry would cost?'],
  ['a judgement', 'Ada Lund called the bridge a thing that would be mocked.'],
  ['a relative clause', 'Those who say the ferry is dear were few.'],
  ['a manner', 'Ada Lund said when asked whether she was tired.'],
])('takes no reported speech from %s', (_name, passage) => {
  expect(reported(passage)).toEqual([]);
});
