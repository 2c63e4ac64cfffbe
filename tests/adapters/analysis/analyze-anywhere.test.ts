import { afterAll, expect, it } from 'vitest';
import { analyzeAnywhere, stopAnalyzing } from '../../../src/adapters/analysis/analyze-anywhere.ts';
import { analyzeArticle } from '../../../src/app/analyze-article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';

const STORY = [
  'The council of Port Vessin voted on Tuesday to close the old pier, Mayor Ada Lund told reporters.',
  '“We have waited long enough,” Lund said.',
].join('\n\n');

afterAll(stopAnalyzing);

it('finds in a long article what it would find here, and leaves this thread free meanwhile', async () => {
  const article = cleanText({ title: 'Pier to close', text: Array(2_000).fill(STORY).join('\n\n') });
  const { active, idle } = performance.eventLoopUtilization();
  const aside = await analyzeAnywhere(article);
  const asideMs = performance.eventLoopUtilization({ active, idle, utilization: 0 }).active;
  const startedAt = performance.now();
  expect(aside).toEqual(analyzeArticle(article));
  expect(asideMs).toBeLessThan(performance.now() - startedAt);
});
