import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshness, type Postings, rank, rarity } from '../../../src/domain/archive/rank.ts';

function postings(...entries: readonly (readonly [number: number, day: number, weight: number])[]): Postings {
  return {
    numbers: Uint32Array.from(entries.map(([number]) => number)),
    days: Uint16Array.from(entries.map(([, day]) => day)),
    weights: Uint8Array.from(entries.map(([, , weight]) => weight)),
    total: entries.length,
  };
}

const options = { articles: 1_000, today: 100, leastShare: 0.6, most: 10 };
const numbers = (terms: readonly Postings[]): readonly number[] =>
  rank(terms, options).best.map(({ number }) => number);

describe('the rank of an answer', () => {
  it('is higher for the article that is more about the word', () => {
    expect(numbers([postings([1, 100, 40], [2, 100, 200])])).toEqual([2, 1]);
  });

  it('is higher for the newer of two that fit alike', () => {
    expect(numbers([postings([1, 10, 90], [2, 99, 90])])).toEqual([2, 1]);
  });

  it('puts what fits before what is new', () => {
    expect(numbers([postings([1, 40, 200], [2, 100, 60])])).toEqual([1, 2]);
  });

  it('has no place for an article that merely shares one word of two', () => {
    expect(numbers([postings([1, 9, 90], [2, 9, 90]), postings([2, 9, 90], [3, 9, 90])])).toEqual([2]);
  });

  it('counts an article once that stands twice in a list, by its later entry', () => {
    const [once] = rank([postings([1, 100, 10])], options).best;
    const [twice] = rank([postings([1, 100, 250], [2, 1, 1], [1, 100, 10])], options).best;
    expect(twice?.number).toBe(1);
    expect((twice?.score ?? 0) / rarity(3, 1_000)).toBeCloseTo((once?.score ?? 0) / rarity(1, 1_000));
  });

  it('is empty for no words and for words that stand nowhere', () => {
    expect(rank([], options)).toEqual({ best: [], total: 0 });
    expect(rank([postings()], options)).toEqual({ best: [], total: 0 });
  });

  it('has no place for what came later than asked', () => {
    const terms = [postings([1, 90, 40], [2, 91, 200])];
    expect(rank(terms, { ...options, until: 90 }).best.map(({ number }) => number)).toEqual([1]);
  });

  it('gives the same best whatever part of them is wanted', () => {
    const entries = fc.array(fc.tuple(fc.nat(50), fc.nat(120), fc.integer({ min: 1, max: 255 })));
    fc.assert(
      fc.property(fc.array(entries, { maxLength: 4 }), fc.nat(20), (lists, most) => {
        const terms = lists.map((list) => postings(...list));
        const all = rank(terms, { ...options, most: 1_000 });
        expect(rank(terms, { ...options, most })).toEqual({
          best: all.best.slice(0, most),
          total: all.total,
        });
        expect(all.best.length).toBe(all.total);
      }),
    );
  });
});

describe('what a word and a day are worth', () => {
  it('falls with how common the word is, and is never negative', () => {
    expect(rarity(1, 1_000)).toBeGreaterThan(rarity(500, 1_000));
    expect(rarity(2_000, 1_000)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    [100, 1],
    [70, 0.8],
    [150, 1],
  ])('of day %i is %f', (day, worth) => {
    expect(freshness(day, 100)).toBeCloseTo(worth);
  });
});
