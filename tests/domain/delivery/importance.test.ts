import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../src/app/analyze-article.ts';
import type { ArchivedArticle, ArticleId } from '../../../src/domain/article/article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { importanceOf } from '../../../src/domain/delivery/importance.ts';

function article(title: string, text: string): ArchivedArticle {
  const clean = cleanText({ title, text });
  const place = { id: 'a' as ArticleId, source: 's', arrivedAtMs: 0, sortAtMs: 0 };
  return { ...clean, ...analyzeArticle(clean), ...place };
}

const QUOTED =
  '“We will rebuild the quay before the winter comes,” said Mara Holt, the mayor. “It will cost us two million crowns,” said Ivar Lund, the treasurer.';

describe('what matters to a channel', () => {
  it('is its own words in the headline, then in the text, then how many people speak', () => {
    const ranked = [
      article('Storm closes the harbour', 'The harbour is closed until Friday.'),
      article('Harbour closed', 'A storm has closed the harbour until Friday.'),
      article('Quay to be rebuilt', QUOTED),
      article('Market moved', 'The market moves to the quay on Friday.'),
    ].map((one) => importanceOf(one, ['storm']));
    expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
    expect(new Set(ranked).size).toBe(4);
  });
});
