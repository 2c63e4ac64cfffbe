import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnsupported } from '../../../src/domain/summary/unsupported.ts';
import { anyCharacter } from './paragraphs.ts';

const ARTICLE = [
  'Harbour Minister Ada Lund said on September 13 that 1,200 dockers of Port Vessin had walked out for two days.',
  'The strike costs the town 2.5 million crowns a day, an official of the Harbour Board said. “We will not wait,” Lund told reporters.',
  'Jo-Anne Müller, who leads the dockers, called the offer of 4 percent “an insult” on Monday.',
].join('\n\n');

const kinds = (written: string): string[] =>
  findUnsupported(written, ARTICLE).map(({ kind, text }) => `${kind}: ${text}`);

describe('a summary in other words', () => {
  it.each([
    'Some 1,200 dockers walked out for two days on 13 September, Ada Lund said.',
    'Minister Lund said that 1200 dockers of Port Vessin are on strike.',
    'Officials say that the strike costs 2.5 million crowns a day.',
    'Jo-Anne Muller called the offer of 4% “an insult”.',
    'The dockers walked out for 2 days in September.',
  ])('is supported when all it names stands in the article: %s', (written) => {
    expect(kinds(written)).toEqual([]);
  });

  it.each([
    ['a name that is not there', 'Ada Lund and Rolf Stein met.', ['name: Rolf Stein']],
    ['a name made of two', 'Ada Müller said so.', ['name: Ada Müller']],
    ['an unknown name at the beginning', 'Stein said so.', ['name: Stein']],
    ['another number', 'Some 1,300 dockers walked out.', ['number: 1,300']],
    ['a number without its scale', 'It costs 2.5 crowns a day.', ['number: 2.5']],
    ['a number in words', 'They walked out for three days.', ['number: three']],
    ['another day', 'Lund spoke on 14 September.', ['number: 14', 'date: 14 September']],
    ['another weekday', 'Müller spoke on Tuesday.', ['date: Tuesday']],
    ['a day that is reckoned', 'Müller spoke yesterday.', ['date: yesterday']],
    ['words in marks that nobody said', 'Lund said “we can wait”.', ['quotation: “we can wait”']],
    ['a script without capitals', '罢工结束了。', ['script: 罢工结束了']],
  ])('is not supported with %s', (_, written, expected) => {
    expect(kinds(written)).toEqual(expected);
  });

  it('is supported by itself, whatever it says', () => {
    const word = fc.constantFrom(
      'Ada',
      'Lund',
      'the',
      'said',
      '3',
      '4.5',
      'million',
      'May',
      'June',
      'of',
      '—',
      'strike',
      'two',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ');
        expect(findUnsupported(text, text)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('takes any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 300 }),
        fc.string({ maxLength: 300 }),
        (one, other) => {
          expect(Array.isArray(findUnsupported(one, other))).toBe(true);
        },
      ),
    );
  });
});
