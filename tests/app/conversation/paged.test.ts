import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paged } from '../../../src/app/conversation/paged.ts';
import { ENTITY_LIMIT, TEXT_LIMIT, toFormattedText } from '../../../src/domain/post/rich-text.ts';

const texts = (pages: ReturnType<typeof paged>): readonly string[] =>
  pages.map((page) => toFormattedText(page).text);

describe('an answer on pages', () => {
  it('is one page while it fits, each section under its title', () => {
    const sections = [
      { title: 'Who', lines: [['Ada'], ['Bo']] },
      { title: 'Nothing', lines: [] },
      { title: 'Before', lines: [['A flood']] },
    ];
    expect(texts(paged(['Dam'], sections))).toEqual(['Dam\n\nWho\nAda\nBo\n\nBefore\nA flood']);
  });

  it('has the head and the title of what goes on anew on each page', () => {
    const long = 'x'.repeat(2_500);
    const pages = texts(paged(['Dam'], [{ title: 'Before', lines: [[long], ['Farms'], [long]] }]));
    expect(pages).toEqual([`Dam\n\nBefore\n${long}\nFarms`, `Dam\n\nBefore\n${long}`]);
  });

  it('keeps to the limits, and loses no line that fits on a page', () => {
    const line = fc.record({
      size: fc.integer({ min: 1, max: 5_000 }),
      links: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 8 }), { maxLength: 4 }), (given) => {
        let number = 0;
        const sections = given.map((lines, at) => ({
          title: `Section ${at}`,
          lines: lines.map(({ size, links }) => [
            `#${number++};${'y'.repeat(size)}`,
            ...Array.from({ length: links }, () => ({ link: '↗', url: 'https://news.example/' })),
          ]),
        }));
        const pages = paged([{ bold: 'Head' }], sections).map(toFormattedText);
        for (const { text, entities } of pages) {
          expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT);
          expect(entities.length).toBeLessThanOrEqual(ENTITY_LIMIT);
        }
        const shown = pages.flatMap(({ text }) =>
          [...text.matchAll(/#(\d+);/g)].map(([, found]) => Number(found)),
        );
        expect(shown).toEqual([...shown].sort((a, b) => a - b));
        for (const [at, { size, links }] of given.flat().entries()) {
          if (size + links < 4_050) expect(shown).toContain(at);
        }
      }),
    );
  });
});
