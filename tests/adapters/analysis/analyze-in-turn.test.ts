import { afterAll, expect, it } from 'vitest';
import { analyzeInTurn, stopAnalyzing } from '../../../src/adapters/analysis/analyze-in-turn.ts';
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
  const aside = await analyzeInTurn(article);
  const asideMs = performance.eventLoopUtilization({ active, idle, utilization: 0 }).active;
  const startedAt = performance.now();
  expect(aside).toEqual(analyzeArticle(article));
  expect(asideMs).toBeLessThan(performance.now() - startedAt);
});

it('gives up on a text at the deadline, however short it is, and reads the next one', async () => {
  const article = cleanText({ title: 'Pier to close', text: STORY });
  // A thread that has yet to start is not through with anything within a millisecond.
  await stopAnalyzing();
  await expect(analyzeInTurn(article, { deadlineMs: 1 })).rejects.toThrow(
    `An article of ${STORY.length} characters could not be analysed within 0.001 seconds`,
  );
  expect(await analyzeInTurn(article)).toEqual(analyzeArticle(article));
});
