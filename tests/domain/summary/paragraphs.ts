import fc from 'fast-check';
import type { TextSpan } from '../../../src/domain/text/span.ts';

/** The paragraphs of a text written with blank lines between them. */
export function paragraphsOf(text: string): readonly TextSpan[] {
  return [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map(({ 0: words, index }) => {
    const kept = words.trimEnd();
    return { text: kept, start: index, end: index + kept.length };
  });
}

/** Any character there is, halves of pairs too. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((code) => String.fromCodePoint(code));
