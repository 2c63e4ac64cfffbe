import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { storyOf } from '../../../src/domain/article/story-text.ts';

/** Lines as papers have them, of which some are taken out, with whatever else a text may hold between them. */
const LINE = fc.oneof(
  fc.constantFrom(
    'Join our Telegram channel and get harbour news first!',
    'Port Amity closes its ferry pier',
    'The pier, May 2, 2019. (Port Office/Released)',
    'June 14, 2023',
    'By Ada Lind, Staff Writer',
    'This article was originally published by Coastal Press. It was read by many.',
    'The council of Port Amity voted on Tuesday to close the old ferry pier, which ends forty years of daily crossings.',
    '“We had no choice,” Mayor Ilse Brandt said.',
    'Read more: The ferry that would not sink',
    '© 2023 Port Amity Courier. All rights reserved.',
    'Ada Lind via Getty Images',
    '• Closed: the north pier',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const TEXT = fc
  .array(fc.tuple(LINE, fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', ' \n \n')), { maxLength: 14 })
  .map((lines) => lines.map(([line, end]) => line + end).join(''));

describe('the text of an article', () => {
  it('is all there: each word is in a paragraph or in what was taken out, once and in its place', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const { paragraphs, removed } = cleanText({ text });
        const pieces = [...paragraphs, ...removed].toSorted((a, b) => a.start - b.start);
        let end = 0;
        for (const piece of pieces) {
          expect(text.slice(piece.start, piece.end)).toBe(piece.text);
          expect(text.slice(end, piece.start).trim()).toBe('');
          end = piece.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      // Few runs here: under load each takes milliseconds.
      { numRuns: 50 },
    );
  });

  it('without what was taken out says the paragraphs, word for word, where its spans point', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const article = cleanText({ text });
        const story = storyOf(article);
        expect(story.paragraphs.map((one) => one.text)).toEqual(article.paragraphs.map((one) => one.text));
        for (const one of story.paragraphs) expect(story.text.slice(one.start, one.end)).toBe(one.text);
        expect(story.text).toBe(article.paragraphs.map((one) => one.text).join('\n\n'));
      }),
      // Few runs here: under load each takes milliseconds.
      { numRuns: 50 },
    );
  });
});
