import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { analyzeArticle } from '../../src/app/analyze-article.ts';
import { cleanText } from '../../src/domain/article/clean-text.ts';
import { reportArticle } from '../../src/main/analyze-report.ts';
import { readSource } from '../../src/main/read-source.ts';

it.each([
  ['no-such-file.txt', 'no-such-file.txt cannot be read: there is no such file'],
  [tmpdir(), `${tmpdir()} cannot be read: it is a folder; name a file in it`],
])('says of %s in plain words why it cannot be read', async (source, sentence) => {
  expect(await readSource(source)).toEqual({ kind: 'refused', sentence });
});

it('shows a quote without the comma that led on to its speaker', () => {
  const text = '“The pier is the first priority,” Mayor Ada Lund told the council of Port Vessin on Tuesday.';
  const article = cleanText({ title: 'Pier to close', text });
  expect(reportArticle(article, analyzeArticle(article))).toContain('“The pier is the first priority”\n');
});
