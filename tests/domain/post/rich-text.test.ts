import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RichPart, toFormattedText } from '../../../src/domain/post/rich-text.ts';

describe('formatting as data', () => {
  it('becomes text and entities whose offsets count UTF-16 units', () => {
    expect(
      toFormattedText(['🗞 ', { bold: 'Ferry' }, ' ', { link: 'Read', url: 'https://a.example' }]),
    ).toEqual({
      text: '🗞 Ferry Read',
      entities: [
        { type: 'bold', offset: 3, length: 5 },
        { type: 'text_link', offset: 9, length: 4, url: 'https://a.example' },
      ],
    });
  });

  it('lists an outer entity before those within', () => {
    const { entities } = toFormattedText([{ bold: ['a', { italic: 'b' }] }]);
    expect(entities.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ['bold', 0, 2],
      ['italic', 1, 1],
    ]);
  });

  it('gives no entity to an empty part', () => {
    expect(toFormattedText([{ bold: '' }, 'x']).entities).toEqual([]);
  });

  it('folds a quote that asks for it', () => {
    expect(toFormattedText([{ quote: 'x', folded: true }]).entities[0]?.type).toBe('expandable_blockquote');
  });

  it('never escapes, loses or adds a character, and keeps every entity inside the text', () => {
    const { part } = fc.letrec<{ part: RichPart; rich: readonly RichPart[] }>((tie) => ({
      rich: fc.array(tie('part'), { maxLength: 4 }),
      part: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'grapheme' }),
        fc.record({ bold: tie('rich') }),
        fc.record({ quote: tie('rich'), folded: fc.boolean() }),
        fc.record({ link: fc.string(), url: fc.constant('https://a.example') }),
      ) as fc.Arbitrary<RichPart>,
    }));
    fc.assert(
      fc.property(fc.array(part), (rich) => {
        const { text, entities } = toFormattedText(rich);
        expect(text).toBe(rich.map(plain).join(''));
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

function plain(part: RichPart | readonly RichPart[]): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return part.map(plain).join('');
  return Object.entries(part)
    .filter(([key]) => key !== 'url' && key !== 'folded')
    .map(([, value]) => plain(value))
    .join('');
}
