import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../src/app/analyze-article.ts';
import type { Analysis, CleanArticle } from '../../src/domain/article/article.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { POST_BUDGET } from '../../src/domain/summary/summarize.ts';
import { findSentences } from '../../src/domain/text/sentences.ts';
import type { TextSpan } from '../../src/domain/text/span.ts';

/** News in many scripts and directions, and what is no news in any. */
const PIECES = [
  'The council of Skerry met on Monday about the port.',
  '“We stay,” Ada Lund, the mayor, said.',
  'According to Karl Holm, the ferry was built in 1912.',
  'But he left.',
  'Der Rat tagte am 3. Mai; „wir bleiben“, sagte Frau Dr. Blix.',
  'Мэр Анна Линд сказала: «Мы остаёмся». ',
  'قال الوزير: «لن نرحل». وصل الوفد؟',
  'ראש העיר אמרה: "נישאר כאן".',
  'मंत्री ने कहा, “हम रहेंगे।” नाव चली गई।',
  'นายกเทศมนตรีกล่าวว่า "เราจะอยู่ต่อ" เมื่อวันจันทร์',
  '市长说：“我们不走。”渡船昨天停了！',
  '市長は「残ります。」と述べた。船は止まった。',
  '시장은 "우리는 남는다"고 말했다.',
  'Photo: Ada Lund/AP',
  'By ADA LUND',
  'Subscribe to our newsletter',
  '👩‍👩‍👧🚢',
  'e\u0301\u0301',
  '\u202Eabc\u202C',
  '\uD83D',
  '\uDE00',
  '\uFEFF',
  '\u0000',
  '“',
  '"',
  "'",
  '’s',
  '(',
  '[',
  '…',
  '. ',
  '\n',
  '\r\n',
  '\n\n',
  '\u2029',
];
const newsLike = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .chain((pieces) => fc.constantFrom('', ' ', '\n\n').map((between) => pieces.join(between)));
const anyText = fc.oneof(
  { arbitrary: newsLike, weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 300 }), weight: 1 },
);

function read(text: string): { readonly article: CleanArticle; readonly analysis: Analysis } {
  const article = cleanText({ text });
  return { article, analysis: analyzeArticle(article) };
}

/** All that an analysis shows of the article's own words. */
function shownOf({ summary, quotes, indirect, facts }: Analysis): readonly TextSpan[] {
  return [...summary, ...quotes, ...indirect, ...facts];
}

const splitsCharacter = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

describe('of any text in any script, an analysis', () => {
  it('shows the text verbatim at its place, and never half a character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { article, analysis } = read(text);
        for (const { start, end, text: words } of [...article.paragraphs, ...shownOf(analysis)]) {
          expect(text.slice(start, end)).toBe(words);
          expect(words).not.toBe('');
          expect(splitsCharacter(text, start) || splitsCharacter(text, end)).toBe(false);
        }
        for (const { start, end } of analysis.people.flatMap(({ spans }) => spans)) {
          expect(text.slice(start, end)).not.toBe('');
          expect(splitsCharacter(text, start) || splitsCharacter(text, end)).toBe(false);
        }
      }),
    );
  });

  it('shows whole sentences of the story, in its order and within the budget', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { article, analysis } = read(text);
        const ends = new Set(
          article.paragraphs.flatMap(({ text: own, start }) =>
            findSentences(own, article.language).map(({ end }) => start + end),
          ),
        );
        for (const shown of [analysis.summary, analysis.facts]) {
          for (const [place, { start, end }] of shown.entries()) {
            expect(ends).toContain(end);
            expect(start).toBeGreaterThanOrEqual(shown[place - 1]?.end ?? 0);
          }
        }
        expect(analysis.summary.length).toBeLessThanOrEqual(POST_BUDGET.maxSentences);
        const length = analysis.summary.map((sentence) => sentence.text).join(' ').length;
        expect(length).toBeLessThanOrEqual(POST_BUDGET.maxCharacters);
      }),
    );
  });

  it('says the same each time, whatever was read in between', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = read(text);
        read(other);
        expect(read(text)).toEqual(first);
      }),
    );
  });
});

// Were any of these read in quadratic time, it would take longer than this on a fast machine, rather than a second on a slow one.
describe('a text made to be slow', { timeout: 10_000 }, () => {
  it.each([
    ['letters without a space', 'a'],
    ['line ends', '\n'],
    ['stray marks', '" '],
    ['marks that own', "'s "],
    ['single marks that open', '‘a '],
    ['reports without an end', 'he said '],
    ['brackets', '(['],
    ['data', '{"a":"b",'],
    ['Chinese without a full stop', '町「'],
    ['halves of characters', '\uD83D'],
  ])('of %s is read at once', (_name, piece) => {
    const text = piece.repeat(Math.floor(250_000 / piece.length));
    expect(read(text).article.text).toBe(text);
  });

  it.each([
    ['acronyms', (name: string) => `${name.toUpperCase()} said. `],
    ['people', (name: string) => `Ada ${name} said: “The ${name} stays.” `],
    ['offices', (name: string) => `The minister of ${name}, Karl ${name}, came. The minister left. `],
  ])('of ever other %s is read at once', (_name, sentence) => {
    const names = Array.from({ length: 3_000 }, (_none, at) => `Q${(at + 26 ** 3).toString(36)}`);
    const text = names.map(sentence).join('');
    expect(read(text).article.text).toBe(text);
  });

  it('of a million characters without a full stop has no summary, and is read at once', () => {
    const { analysis } = read('the harbour and the sea '.repeat(42_000));
    expect(analysis.summary).toEqual([]);
  });
});
