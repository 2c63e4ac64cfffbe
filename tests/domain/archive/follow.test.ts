import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../src/app/analyze-article.ts';
import { followOfName, followOfTopic, matterOf } from '../../../src/domain/archive/follow.ts';
import type { ArchivedArticle, ArticleId } from '../../../src/domain/article/article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';

function story(title: string, text: string): ArchivedArticle {
  const article = cleanText({ title, text });
  const kept = { id: 'a' as ArticleId, source: 'test', arrivedAtMs: 0, sortAtMs: 0 };
  return { ...article, ...analyzeArticle(article), ...kept };
}

const BRIDGE = story(
  'Anna Kell closes the old bridge',
  `The old bridge over the Wend was closed to lorries on Monday. Anna Kell, the mayor of Vessin, signed the order at noon.

“It will not carry another winter,” said Ivar Monsen, who counts its stones.

Kell was seen with the painter Tove Rask in the evening. The ferries run as usual.`,
);

describe('a follow of a topic', () => {
  it('is the same for the same words in another order or form', () => {
    expect(followOfTopic('stone bridges')?.key).toBe(followOfTopic('Bridge, stone')?.key);
    expect(followOfTopic('stone bridges')?.key).not.toBe(followOfTopic('ferry bridges')?.key);
  });

  it.each(['', 'the of and', 'one two three four five six seven words', 'x'.repeat(90)])(
    'is not made of “%s”',
    (words) => {
      expect(followOfTopic(words)).toBeUndefined();
    },
  );

  it('has a key that a button can carry', () => {
    const { key } = followOfName({ key: 'k'.repeat(32), name: 'K' });
    expect(Buffer.byteLength(key)).toBeLessThanOrEqual(33);
    expect(Buffer.byteLength(followOfTopic('straße äöü')?.key ?? '')).toBeLessThanOrEqual(33);
  });
});

describe('a story', () => {
  it('is about who is quoted, stands in its headline or comes up twice, not about who passes by', () => {
    const { names } = matterOf(BRIDGE);
    expect(names).toContain('nannakell');
    expect(names).toContain('nivarmonsen');
    expect(names).not.toContain('ntoverask');
  });

  it('is about the words of its post', () => {
    const { words } = matterOf(BRIDGE);
    const has = (topic: string) => followOfTopic(topic)?.terms?.every((term) => words.has(term));
    expect(has('bridges')).toBe(true);
    expect(has('old bridge lorries')).toBe(true);
    expect(has('bridge painters')).toBe(false);
  });
});
