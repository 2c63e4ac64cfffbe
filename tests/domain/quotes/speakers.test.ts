import { expect, it } from 'vitest';
import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import { articleOf, said } from './said.ts';

const last = (passage: string): string | null | undefined => said(passage).at(-1)?.[1];

it.each<[string, string, string]>([
  ['a last name alone', 'Captain Ada Lund came late. “The ferry stays,” Lund said.', 'Ada Lund'],
  [
    'a woman by "she"',
    'Ada Lund met Karl Holm on the pier on Monday. “The ferry stays,” she said.',
    'Ada Lund',
  ],
  [
    'a man by "he"',
    'Karl Holm met Ada Lund on the pier on Monday. “The bridge is paid for,” he said.',
    'Karl Holm',
  ],
  [
    'the man of a married pair of one name',
    'Ada Lund and Peter Lund own the ferry. “The ferry stays,” Mr. Lund said.',
    'Peter Lund',
  ],
  [
    'the woman of a married pair of one name',
    'Peter Lund and Ada Lund own the ferry. “The ferry stays,” Ms. Lund said.',
    'Ada Lund',
  ],
  [
    'a holder of an office',
    'Senator Rita Moss met the ferrymen on Monday. “The licence has lapsed,” the senator said.',
    'Rita Moss',
  ],
  [
    'who is introduced after the office',
    '“The licence has lapsed,” said a spokeswoman, Rita Moss.',
    'Rita Moss',
  ],
  [
    'the one that "who" stands for',
    'The hall applauded Ada Lund, who said: “The ferry stays where it is.”',
    'Ada Lund',
  ],
  [
    'a ministry by "it"',
    'The Transport Ministry denied all of it. “The letter is a forgery,” it said.',
    'Transport Ministry',
  ],
  [
    'a man, and not the city he speaks in',
    'Karl Holm spoke in Mill City on Monday. “The bridge is paid for,” he said.',
    'Karl Holm',
  ],
  ['a name with a particle', '“The ferry stays,” said Jan van der Meer.', 'Jan van der Meer'],
  ['a name with an initial', '“The ferry stays,” John Q. Harrow said.', 'John Q. Harrow'],
  ['a name with hyphens', '“The ferry stays,” Han Soo-jin said.', 'Han Soo-jin'],
  ['a double name', '“The ferry stays,” said Nora Reyes-Whitlock.', 'Nora Reyes-Whitlock'],
  ['a Spanish name', '“The ferry stays,” said José Ángel Muñoz.', 'José Ángel Muñoz'],
  ['an Arabic name', '“The ferry stays,” said Salim bin Rashid al-Nouri.', 'Salim bin Rashid al-Nouri'],
  ['an Irish name', '“The ferry stays,” Maeve O’Dornan said.', 'Maeve O’Dornan'],
  ['a name of one word', 'The singer Zorani spoke last. “The ferry stays,” Zorani said.', 'Zorani'],
  ['a name in capitals', 'ADA LUND: “The ferry stays where it is.”', 'ADA LUND'],
])('tells whom the words mean: %s', (_name, passage, expected) => {
  expect(last(passage)).toBe(expected);
});

it('knows one person under all names', () => {
  const passage = [
    'Northland leader Ada Mira Lund sailed to Port Amity on Monday.',
    '“The ferry stays,” Lund said. “It always has,” she added.',
    'Ada Lund later told the hall: “Nobody will sell it.”',
  ].join('\n\n');
  expect(new Set(said(passage).map(([, name]) => name))).toEqual(new Set(['Ada Mira Lund']));
});

it('keeps two people of one last name apart', () => {
  const passage = [
    'Karl Holm and Greta Holm disagree about the bridge.',
    '“It is paid for,” Karl Holm said.',
    '“It is not,” Greta Holm said.',
  ].join('\n\n');
  expect(said(passage).map(([, name]) => name)).toEqual(['Karl Holm', 'Greta Holm']);
});

it('tells the role as the article gives it', () => {
  const { quotes } = analyzeSpeech(
    articleOf('“The licence has lapsed,” Northland Transport Ministry spokesman Karl Holm said.'),
  );
  expect(quotes[0]?.speaker).toMatchObject({
    name: 'Karl Holm',
    mention: 'Karl Holm',
    role: 'Northland Transport Ministry spokesman',
  });
});

it('shows the words that name the speaker beside the quote', () => {
  const text = 'Ada Lund met the crew on Monday. “The ferry stays,” she said.';
  const [quote] = analyzeSpeech(articleOf(text)).quotes;
  expect(quote?.speaker).toMatchObject({ name: 'Ada Lund', mention: 'she' });
  expect(text.slice(quote?.speaker?.start, quote?.speaker?.end)).toBe('she');
});
