import { describe, expect, it } from 'vitest';
import { takesForKnown, toldIn } from '../../../src/domain/summary/given.ts';
import { leansBack } from '../../../src/domain/summary/leans-back.ts';
import { lexemesOf } from '../../../src/domain/summary/lexeme.ts';

describe('a sentence needs the one before it', () => {
  it.each([
    'He left the harbour at noon.',
    'But the council of Lund voted against the bridge.',
    '"We are late," she said.',
    'Of this, a third goes to the port of Skerry.',
    'The oldest of these ferries was built in 1931.',
    'Even her friends were surprised when she sold the boat.',
    'While he was crossing Harbour Road, a tram hit him.',
    'Police said he was found near the lighthouse.',
    'On Monday, she returned to Lund.',
    'Born in Skerry, he worked on ferries for thirty years.',
    'In November he sold the yard.',
    'Several times he was seen with his neighbour, Ada Lund.',
    'At a week old, he was brought to Lund.',
    'Under this plan, ferries would run all night.',
  ])('that does not say who or what is meant: %s', (sentence) => {
    expect(leansBack(sentence)).toBe(true);
  });

  it.each([
    'Mayor Ines Calder said she would resign.',
    'The driver said he had seen nothing.',
    'On her way to Lund, Calder met the dockers.',
    'After his arrest, the captain told the court of the storm.',
    'A man was fined because he had fed the gulls.',
    'Ferries will run all night this week, the council said.',
    'Calder said the captain “never told us what he knew”.',
    'According to Calder, she never saw the report.',
    'Calder was calm after the vote: “We lost,” she said.',
  ])('not where it says so itself: %s', (sentence) => {
    expect(leansBack(sentence)).toBe(false);
  });
});

describe('a sentence that begins with a thing takes it for known', () => {
  it.each([
    ['The project was scaled down to a third of its size.', ''],
    ['Following protests in 2013, the project was scaled down.', ''],
    ['The actions followed years of neglect.', 'Skerry closes its port'],
  ])('where nothing has told of it: %s', (sentence, headline) => {
    expect(takesForKnown(sentence, toldIn(lexemesOf(headline)))).toBe(true);
  });

  it.each([
    ['The bridge carries 40,000 cars a day.', 'Marrow closes Harbour Road bridge'],
    ['The head of the port authority resigned on Monday.', ''],
    ['The government will pay for the repairs.', ''],
    ['The United States opened its embassy in 1931.', ''],
    ['Ferries stopped at noon.', ''],
  ])('but not where the headline, everybody or the sentence itself does: %s', (sentence, headline) => {
    expect(takesForKnown(sentence, toldIn(lexemesOf(headline)))).toBe(false);
  });
});
