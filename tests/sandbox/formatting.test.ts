import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formatted } from '../../src/sandbox/formatting/entity.ts';
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

const MODES = ['HTML', 'MarkdownV2', 'Markdown'] as const;
const RUNS = { numRuns: 400 };

/** What is sent of a text: undefined where it is refused. */
function sent(mode: string, source: string): Formatted | undefined {
  const parsed = parserOf(mode)?.(source);
  if (parsed === undefined || 'error' in parsed) return undefined;
  const fixed = fixText(parsed, { allowEmpty: true, trim: true, detect: true });
  return 'error' in fixed ? undefined : fixed;
}

/** Between two UTF-16 units that are one character. */
function splitsCharacter(text: string, position: number): boolean {
  return /[\ud800-\udbff]/.test(text[position - 1] ?? '') && /[\udc00-\udfff]/.test(text[position] ?? '');
}

describe.each(MODES)('the parser of %s', (mode) => {
  it('keeps every entity inside the text and on whole characters, whatever the text', () => {
    fc.assert(
      fc.property(madText, (source) => {
        const { text, entities } = sent(mode, source) ?? { text: '', entities: [] };
        for (const { offset, length } of entities) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(length).toBeGreaterThan(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
          expect(splitsCharacter(text, offset) || splitsCharacter(text, offset + length)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('refuses in sentences that point into the text', () => {
    fc.assert(
      fc.property(madText, (source) => {
        const parsed = parserOf(mode)?.(source);
        const error = parsed !== undefined && 'error' in parsed ? parsed.error : '';
        const offset = Number(/byte offset (\d+)/.exec(error)?.[1] ?? 0);
        expect(offset).toBeLessThanOrEqual(Buffer.byteLength(source));
        expect(error).toMatch(/^$|^[A-Z].{10,}/s);
      }),
      RUNS,
    );
  });

  it('makes nothing more of a text that was made already', () => {
    fc.assert(
      fc.property(madText, (source) => {
        const once = sent(mode, source);
        if (once === undefined || once.text === '') return;
        const again = fixText(structuredClone(once), { allowEmpty: true, trim: true, detect: true });
        expect(again).toEqual(once);
      }),
      RUNS,
    );
  });

  it.each([
    ['open tags', '<b>'.repeat(10_000)],
    ['open marks', '*_'.repeat(16_000)],
    ['open brackets', '['.repeat(32_000)],
    ['ampersands', '&'.repeat(32_000)],
    ['quotes', '>a\n'.repeat(10_000)],
    ['half addresses', 'a.b@c/'.repeat(5000)],
    ['digits', '4'.repeat(32_000)],
    // Were any of these read in quadratic time, the test would run for minutes rather than for a moment.
  ])('takes no long time over a text of %s', (_, source) => {
    expect(sent(mode, source)?.text.length ?? 0).toBeLessThanOrEqual(source.length);
  });
});
