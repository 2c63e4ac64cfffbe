import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import { articleOf } from './said.ts';

/** Pieces of which anything like news, and anything unlike it, can be put together. */
const PIECES = [
  'Ada Lund',
  'Karl Holm',
  'the senator',
  'she',
  'He',
  'said',
  'told',
  'called it',
  'according to',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  "''",
  '``',
  '«',
  '»',
  '.',
  ',',
  ':',
  '…',
  '\n\n',
  '\n',
  ' ',
  ' ',
  ' ',
  'no bridge',
  'U.S.',
  '’s',
  '[',
  ']',
  '🚢',
  '\u0301',
  '渡し船',
  '4"',
];
const newsLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(newsLike, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

const splitsCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

it('gives words of the text at their place, and never half a character', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { quotes, indirect } = analyzeSpeech(articleOf(text));
      for (const each of [...quotes, ...indirect]) {
        expect(text.slice(each.start, each.end)).toBe(each.text);
        expect(splitsCharacter(text, each.start) || splitsCharacter(text, each.end)).toBe(false);
      }
    }),
  );
});

it('never names anyone whom the text does not name, nor points beside the mention', () => {
  fc.assert(
    fc.property(newsLike, (text) => {
      const { quotes, indirect } = analyzeSpeech(articleOf(text));
      for (const { speaker } of [...quotes, ...indirect]) {
        if (speaker === null) continue;
        expect(text.slice(speaker.start, speaker.end)).toBe(speaker.mention);
        expect(text.replaceAll(/\s+/g, ' ')).toContain(speaker.name);
      }
    }),
  );
});

it('gives quotes in reading order that never overlap', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { quotes } = analyzeSpeech(articleOf(text));
      for (const [index, quote] of quotes.entries()) {
        expect(quote.start).toBeGreaterThanOrEqual(quotes[index - 1]?.end ?? 0);
        expect(quote.end).toBeGreaterThan(quote.start);
      }
    }),
  );
});

const spoken = fc
  .array(
    fc.constantFrom(
      'the',
      'ferry’s',
      'winter',
      'don’t',
      'bridge',
      'we',
      '‘never’',
      'miners’',
      'U.S.',
      '(sic)',
    ),
    {
      minLength: 6,
      maxLength: 12,
    },
  )
  .map((words) => `We ${words.join(' ')}`);

it.each([
  ['curly', '“', '”'],
  ['straight', '"', '"'],
])('finds just the words that stand between %s marks', (_name, open, close) => {
  fc.assert(
    fc.property(fc.array(spoken, { minLength: 1, maxLength: 5 }), (all) => {
      const text = all.map((words) => `${open}${words},${close} Ada Lund said.`).join('\n\n');
      const { quotes } = analyzeSpeech(articleOf(text));
      expect(quotes.map((quote) => quote.text)).toEqual(all.map((words) => `${words},`));
    }),
  );
});

it('is sure from 0 to 1, and not at all where nobody is named', () => {
  fc.assert(
    fc.property(newsLike, (text) => {
      for (const { speaker, confidence } of analyzeSpeech(articleOf(text)).quotes) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(confidence === 0).toBe(speaker === null);
      }
    }),
  );
});

it('says the same of the same text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(analyzeSpeech(articleOf(text))).toEqual(analyzeSpeech(articleOf(text)));
    }),
  );
});

it('comes to an end wherever the text breaks off', () => {
  const text =
    'The ferry was late. According to Ada Lund, she told Karl Holm, the captain, that “it, said he, is late”,';
  for (let end = 0; end <= text.length; end++) {
    expect(analyzeSpeech(articleOf(text.slice(0, end))).people.length).toBeLessThanOrEqual(2);
  }
});

// Were any of these read in quadratic time, the test would run for hours rather than for a second.
it.each([
  ['marks that open and never close', "'a "],
  ['double marks', '"a '],
  ['open curly marks', '“a '],
  ['plurals that own', "the workers' ‘rights "],
  ['quotes and speakers', '“We stay,” Ada Lund said. '],
  ['capitals', 'Ada Lund Karl Holm '],
  ['abbreviations', 'U.S. '],
  ['brackets', '([{'],
  ['commas', 'Ada Lund, who, '],
])('reads a long text of %s at once', (_name, piece) => {
  const text = piece.repeat(Math.floor(150_000 / piece.length));
  expect(analyzeSpeech({ text, paragraphs: [{ text, start: 0, end: text.length }] })).toBeDefined();
});
