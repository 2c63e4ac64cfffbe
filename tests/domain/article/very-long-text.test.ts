import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/domain/archive/names-of-article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { splitLines } from '../../../src/domain/article/lines.ts';

/** So many letters are no word of any language, and none is twice. */
const wordOf = (number: number): string =>
  [...number.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');

describe('a very long text', () => {
  it('may have more lines than a call takes arguments', () => {
    expect(splitLines('x\n'.repeat(130_000))).toHaveLength(130_000);
  });

  it('may be one line without a space, whose title is its opening', () => {
    expect(cleanText({ text: '町'.repeat(500) }).title).toBe(`${'町'.repeat(120)}…`);
  });

  it('never gives half a character to its title', () => {
    const { title } = cleanText({ text: `a${'😀'.repeat(500)}` });
    expect(title).toBe(`a${'😀'.repeat(59)}…`);
  });

  it('may name thousands of people, each of whom is known by a last name', () => {
    const people = Array.from({ length: 5_000 }, (_, i) => ({
      name: `Ada Mc${wordOf(i)}`,
      kind: 'person' as const,
      mentions: 1,
      spans: [],
    }));
    const bare = { name: 'Mcbcd', kind: 'person' as const, mentions: 2, spans: [] };
    const [first] = namesOf({ people: [...people, bare], quotes: [] });
    expect(first).toMatchObject({ name: 'Ada Mcbcd', mentions: 3 });
  });
});
