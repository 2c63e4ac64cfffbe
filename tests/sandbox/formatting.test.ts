import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixText } from '../../src/sandbox/formatting/fix-text.ts';
import { parserOf } from '../../src/sandbox/formatting/parse.ts';

const marks = fc.constantFrom(
  '<b>',
  '</b>',
  '<a href="',
  '>',
  '&lt',
  '*',
  '_',
  '||',
  '```',
  '[',
  '](',
  ')',
  '\n>',
  '\\',
  '😀',
  'a.com ',
);
const madText = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''));

describe('the formatting parsers', () => {
  it.each(['HTML', 'MarkdownV2', 'Markdown'])(
    'keep entities of %s inside the text, whatever it is',
    (mode) => {
      const parse = parserOf(mode);
      fc.assert(
        fc.property(madText, (source) => {
          const parsed = parse?.(source);
          if (parsed === undefined || 'error' in parsed) return parsed !== undefined;
          const fixed = fixText(parsed, { allowEmpty: true, trim: true, detect: true });
          if ('error' in fixed) return true;
          return fixed.entities.every(
            ({ offset, length }) => offset >= 0 && length > 0 && offset + length <= fixed.text.length,
          );
        }),
      );
      expect(parse).toBeDefined();
    },
  );
});
