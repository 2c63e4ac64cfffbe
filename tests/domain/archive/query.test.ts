import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleTerms } from '../../../src/domain/archive/article-terms.ts';
import { hasPhrases, parseQuery } from '../../../src/domain/archive/query.ts';

describe('a question to the archive', () => {
  it('is read as the stems of the words that tell something, each once', () => {
    expect(parseQuery('The farmers and the FARMER of Núñez').terms).toEqual(['farmer', 'nunez']);
  });

  it.each(['"high seas"', '“High  Seas”', '«high, seas»'])('has a phrase in %s', (typed) => {
    expect(parseQuery(typed).phrases).toEqual(['high seas']);
  });

  it('never has more than twelve words, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (typed) => {
        const { terms, words } = parseQuery(typed);
        expect(terms.length).toBeLessThanOrEqual(12);
        expect(words.map(({ term }) => term)).toEqual(terms);
      }),
    );
  });
});

describe('a phrase', () => {
  it.each([
    ['Storms on the high seas.', true],
    ['HIGH\nSEAS', true],
    ['highs seas', false],
    ['seas high', false],
  ])('stands in "%s": %s', (text, stands) => {
    expect(hasPhrases(text, ['high seas'])).toBe(stands);
  });
});

describe('the words by which an article is found', () => {
  const paragraphs = [
    { text: 'A lighthouse near Orsa was painted. The lighthouse is red.', start: 0, end: 58 },
  ];

  it('weigh more when they come often or stand in the headline', () => {
    const weights = new Map(
      articleTerms({ title: 'Painters in Orsa', paragraphs }).map(({ term, weight }) => [term, weight]),
    );
    const of = (word: string): number => weights.get(parseQuery(word).terms[0] ?? '') ?? 0;
    expect(of('lighthouse')).toBeGreaterThan(of('red'));
    expect(of('Orsa')).toBeGreaterThan(of('lighthouse'));
  });

  it('are bounded, and so is their weight', () => {
    const text = Array.from({ length: 5_000 }, (_, at) => `w${at % 900}x`).join(' ');
    const terms = articleTerms({ title: '', paragraphs: [{ text, start: 0, end: text.length }] });
    expect(terms.length).toBe(160);
    for (const { weight } of terms) expect(weight >= 1 && weight <= 255).toBe(true);
  });
});
