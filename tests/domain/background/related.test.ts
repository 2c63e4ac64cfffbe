import { describe, expect, it } from 'vitest';
import { profileOf, RELATED_THRESHOLD, scoreRelated } from '../../../src/domain/background/related.ts';

const DAY_MS = 24 * 3_600_000;

function story(day: number, title: string, text: string, people: readonly string[] = []) {
  return profileOf({
    title,
    paragraphs: text.split('\n').map((line) => ({ text: line })),
    people: people.map((name) => ({ name, mentions: 2 })),
    sortAtMs: day * DAY_MS,
  });
}

/** An archive in which some words and one name are in every tenth story. */
const frequencies = {
  stories: 10_000,
  of: (term: string) =>
    ['council', 'minist', 'ines calder', 'citi', 'vote', 'plan'].includes(term) ? 900 : 3,
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

  it('explains nothing where only the person is the same', () => {
    const budget = story(
      70,
      'Ines Calder presents budget',
      'Mayor Ines Calder presented a budget with more money for schools and parks.\nTaxes on shops will fall, Ines Calder said.',
      ['Ines Calder'],
    );
    expect(scoreRelated(closed, budget, frequencies)).toBeLessThan(RELATED_THRESHOLD);
  });

  it('explains nothing where a word is shared by chance', () => {
    const cards = story(
      70,
      'Bridge club wins national cup',
      'The bridge club of Lund won the national cup on Sunday after a long final.\nTwelve clubs took part.',
    );
    expect(scoreRelated(closed, cards, frequencies)).toBe(0);
  });

  it('explains more the nearer it is in time', () => {
    const old = { ...cracks, atMs: cracks.atMs - 2000 * DAY_MS };
    expect(scoreRelated(closed, cracks, frequencies)).toBeGreaterThan(scoreRelated(closed, old, frequencies));
  });
});

describe('the profile of a story', () => {
  it('is small whatever the length of the story, and the same each time', () => {
    const long = Array.from({ length: 3000 }, (_, at) => `word${at} thing${at % 300}`).join(' ');
    const people = Array.from({ length: 200 }, (_, at) => `Person ${at}`);
    const profile = story(1, 'A long story', long, people);
    expect(profile.names.length).toBeLessThanOrEqual(12);
    expect(profile.terms.length).toBeLessThanOrEqual(40);
    expect(story(1, 'A long story', long, people)).toEqual(profile);
  });

  it('of a text without a word is empty, and explains nothing', () => {
    const empty = story(1, '', '… !');
    expect(empty.terms).toEqual([]);
    expect(scoreRelated({ ...empty, atMs: 9 * DAY_MS }, empty, frequencies)).toBe(0);
  });
});
