import { expect, it } from 'vitest';
import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import { articleOf, said } from './said.ts';

const last = (passage: string): string | null | undefined => said(passage).at(-1)?.[1];

it.each<[string, string, string]>([
  ['an agency that was told', '“The harbour is full,” Meera Nair told NPA.', 'Meera Nair'],
  ['initials before the name', 'R. K. Menon said: ‘The harbour is full.’', 'R. K. Menon'],
  ['initials without stops', '“The harbour is full,” party chief RK Menon said.', 'RK Menon'],
  ['a courtesy title', '“The harbour is full,” Mr Menon said. Arun Menon runs the port.', 'Arun Menon'],
  ['Shri before the name', '“The harbour is full,” said Shri Arun Menon.', 'Arun Menon'],
  ['a knight', '‘The harbour is full,’ Sir Alan Quist said.', 'Alan Quist'],
  ['a lord', '‘The harbour is full,’ said Lord Quist.', 'Quist'],
  ['the verb before the name', '‘The harbour is full,’ says Ada Lund.', 'Ada Lund'],
  ['a post', 'Arun Menon tweeted: “The harbour is full and stays so.”', 'Arun Menon'],
  [
    'who wrote on a site',
    'Arun Menon came late. “The harbour is full and stays so,” he wrote on Pier.',
    'Arun Menon',
  ],
  ['the police of a place', '“The harbour is full,” Goa and Kerala police said.', 'Goa and Kerala police'],
  ['the head of a school', '“The harbour is full,” Hill Park College Anna Nair said.', 'Anna Nair'],
  [
    'an office without a name, of a place',
    'France’s top harbour officer added: “The harbour is full and stays so.”',
    'France’s top harbour officer',
  ],
])('knows the speaker by %s', (_name, passage, expected) => {
  expect(last(passage)).toBe(expected);
});

it.each<[string, string, string]>([
  [
    'a mayor who is introduced behind her name',
    'Nora Kern, the mayor of Port Amity, came late. “The harbour is full,” the mayor said.',
    'Nora Kern',
  ],
  [
    'a minister of that kind',
    'Finance Minister Rita Moss came late. “The harbour is full,” the finance minister said.',
    'Rita Moss',
  ],
  [
    'no minister of another kind',
    'Finance Minister Rita Moss came late. “The harbour is full,” the prime minister said.',
    'the prime minister',
  ],
])('understands by an office %s', (_name, passage, expected) => {
  expect(last(passage)).toBe(expected);
});

it('finds the words of a mark that slipped to the front of the next paragraph', () => {
  const passage = [
    'Arun Menon was blunt: “The harbour is full.',
    '“Menon came by boat, and said that it “will stay full for years.',
    '“The council meets on Monday.',
  ].join('\n\n');
  expect(said(passage)).toEqual([
    ['The harbour is full.', 'Arun Menon'],
    ['will stay full for years.', 'Arun Menon'],
  ]);
});

it('finds the words of a mark that became a question mark', () => {
  expect(said('“Who will pay for it?? Ada Lund asked the hall.')).toEqual([
    ['Who will pay for it?', 'Ada Lund'],
  ]);
});

it.each<[string, string, string | undefined]>([
  [
    'leaves the verb before it out',
    'The boat is safe, believes Northland’s new head coach Rita Moss. “It floats,” Moss said.',
    'Northland’s new head coach',
  ],
  [
    'takes that of the full name and not of a namesake',
    'Governor Karl Holm spoke first. “My brother lost,” Holm said. President Holm had lost in spring.',
    'Governor',
  ],
])('tells a role: %s', (_name, passage, expected) => {
  expect(analyzeSpeech(articleOf(passage)).quotes[0]?.speaker?.role).toBe(expected);
});

it('takes no office with what it is of for a person', () => {
  const { people } = analyzeSpeech(articleOf('In a talk with Harbour MP Arun Menon she said little.'));
  expect(people.map(({ name }) => name)).toEqual(['Arun Menon']);
});
