import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATED_THRESHOLD, scoreRelated, storyTerms } from '../../../src/domain/background/related.ts';

const DAY_MS = 24 * 3_600_000;

function story(day: number, title: string, text: string, people: readonly string[] = []) {
  return storyTerms({
    title,
    paragraphs: text.split('\n').map((line) => ({ text: line })),
    people: people.map((name) => ({ name, kind: 'person' as const })),
    sortAtMs: day * DAY_MS,
  });
}

/** An archive in which some words and one name are in every tenth story. */
const frequencies = {
  stories: 10_000,
  of: (term: string) =>
    ['council', 'minist', 'ine', 'calder', 'citi', 'vote', 'plan', 'mayor'].includes(term) ? 900 : 3,
};

const closed = story(
  100,
  'Marrow closes Harbour Road bridge',
  'The city council closed the Harbour Road bridge after engineers found cracks in its piers.\nMayor Ines Calder said the piers of the bridge could not be repaired.',
  ['Ines Calder'],
);
const cracks = story(
  60,
  'Cracks found in Harbour Road bridge',
  'Engineers found cracks in two piers of the Harbour Road bridge.\nMayor Ines Calder asked for a report on repairs of the bridge.',
  ['Ines Calder'],
);

describe('an earlier story', () => {
  it('explains a story on the same matter', () => {
    expect(scoreRelated(closed, cracks, frequencies)).toBeGreaterThan(RELATED_THRESHOLD);
  });

  it('explains nothing that came before it', () => {
    expect(scoreRelated(cracks, closed, frequencies)).toBe(0);
    expect(scoreRelated(closed, closed, frequencies)).toBe(0);
  });

  it('explains nothing where it is the same story told again', () => {
    expect(scoreRelated(closed, { ...closed, atMs: 99 * DAY_MS }, frequencies)).toBe(0);
  });

  it('explains nothing where only the person is the same, however rare the name', () => {
    const budget = story(
      70,
      'Ines Calder presents budget',
      'Mayor Ines Calder presented a budget with more money for schools and parks.\nTaxes on shops will fall, Ines Calder said.',
      ['Ines Calder'],
    );
    const rare = { stories: 10_000, of: () => 2 };
    expect(scoreRelated(closed, budget, frequencies)).toBeLessThan(RELATED_THRESHOLD);
    expect(scoreRelated(closed, budget, rare)).toBeLessThan(RELATED_THRESHOLD);
  });

  it('explains nothing where a word is shared by chance', () => {
    const cards = story(
      70,
      'Bridge club wins national cup',
      'The bridge club of Lund won the national cup on Sunday after a long final.\nTwelve clubs took part.',
    );
    expect(scoreRelated(closed, cards, frequencies)).toBeLessThan(RELATED_THRESHOLD);
  });

  it('explains nothing where only the kind of event is the same', () => {
    const orsa = story(
      100,
      'Fire destroys timber warehouse',
      'A fire destroyed a timber warehouse in Orsa before dawn, and Lind Timber lost a year of stock.\nFirefighters fought the blaze for five hours. Nobody was hurt, and the cause is being looked into.',
    );
    const velden = story(
      98,
      'Fire destroys cinema',
      'A fire destroyed the cinema of Velden on the night before its anniversary.\nFirefighters could not save the roof. The blaze broke out in the kitchen, and a cook was hurt.',
    );
    const again = story(
      98,
      'Sparks seen at timber warehouse',
      'Neighbours saw sparks at the timber warehouse of Lind Timber in Orsa a week before.\nFirefighters came and found no fire.',
    );
    const rare = { stories: 10_000, of: () => 40 };
    expect(scoreRelated(orsa, velden, rare)).toBeLessThan(RELATED_THRESHOLD);
    expect(scoreRelated(orsa, again, rare)).toBeGreaterThan(RELATED_THRESHOLD);
  });

  it('explains more the nearer it is in time', () => {
    const old = { ...cracks, atMs: cracks.atMs - 2000 * DAY_MS };
    expect(scoreRelated(closed, cracks, frequencies)).toBeGreaterThan(scoreRelated(closed, old, frequencies));
  });

  it('is scored from 0 to 1, the same each time, whatever the texts', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, text, fc.nat(20_000), (one, other, count) => {
        const [later, earlier] = [story(9, one, other), story(1, other, one)];
        const score = scoreRelated(later, earlier, { stories: 10_000, of: () => count });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(scoreRelated(later, earlier, { stories: 10_000, of: () => count })).toBe(score);
      }),
    );
  });
});

describe('what a story is about', () => {
  it('is small whatever the length of the story, and the same each time', () => {
    const long = Array.from({ length: 3000 }, (_, at) => `word${at} thing${at % 300}`).join(' ');
    const terms = story(1, 'A long story', long);
    expect(terms.times.size).toBeLessThanOrEqual(160);
    expect(story(1, 'A long story', long)).toEqual(terms);
  });

  it('knows a name by its capital, and not the first word of a sentence that is written small elsewhere', () => {
    const { names } = story(1, 'Bridges', 'Bridges fell. The bridges of Orsa fell in the Ister.');
    expect([...names].sort()).toEqual(['ister', 'orsa']);
  });

  it('of a text without a word is nothing, and explains nothing', () => {
    const empty = story(1, '', '… !');
    expect(empty.times.size).toBe(0);
    expect(scoreRelated({ ...empty, atMs: 9 * DAY_MS }, empty, frequencies)).toBe(0);
  });
});
