import { type ClueModel, clueModel } from './clue-model.ts';

/** What is looked at to tell whom "he" or "she" stands for. Each candidate is a person, seen at the nearest place before. */
export const ANTECEDENT_CLUES = {
  sentences: ['same', 'last', 'two', 'three', 'more'],
  paragraphs: ['same', 'last', 'two', 'more'],
  recency: ['first', 'second', 'third', 'later'],
  gender: ['known', 'unknown'],
  subject: ['first', 'direct', 'other'],
  owner: ['no', 'yes'],
  speaker: ['no', 'earlier', 'last-far', 'last-near', 'last-here'],
  times: ['1', '3', '8', 'more'],
  kind: ['person', 'unknown'],
  chain: ['none', 'same', 'other'],
  rivals: ['none', 'one', 'many'],
  said: ['no', 'yes'],
} as const;

export type AntecedentClue = keyof typeof ANTECEDENT_CLUES;

export const ANTECEDENT_MODEL: ClueModel<AntecedentClue> = clueModel(ANTECEDENT_CLUES, [
  ['sentences'],
  ['paragraphs'],
  ['recency'],
  ['gender'],
  ['subject'],
  ['owner'],
  ['speaker'],
  ['times'],
  ['kind'],
  ['chain'],
  ['said'],
  ['recency', 'gender'],
  ['sentences', 'subject'],
  ['recency', 'subject'],
  ['speaker', 'recency'],
  ['speaker', 'sentences'],
  ['chain', 'speaker'],
  ['gender', 'rivals'],
  ['chain', 'sentences'],
  ['paragraphs', 'subject'],
  ['sentences', 'recency'],
  ['times', 'recency'],
]);
