import { stopReadingPages } from '../adapters/feeds/read-page.ts';
import { analyzeArticle } from '../app/analyze-article.ts';
import type { CleanArticle } from '../domain/article/article.ts';
import { storyOf } from '../domain/article/story-text.ts';
import { analyzeLine, LINE_LIMIT } from './analyze-lines.ts';
import { toOutput } from './analyze-output.ts';
import { explainArticle, reportArticle } from './analyze-report.ts';
import { linesOf, writeInOrder } from './json-lines.ts';
import { readSource } from './read-source.ts';

export type AnalyzeOptions = {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly explain?: boolean;
};

/** Articles that are in work at once: pages are read by workers, one a core. */
const AT_ONCE = 8;

/** `dateline analyze`. Answers the exit code. */
export async function analyze(source: string, options: AnalyzeOptions): Promise<number> {
  try {
    if (options.jsonl) {
      await writeInOrder(linesOf(process.stdin, LINE_LIMIT), analyzeLine, process.stdout, AT_ONCE);
      return 0;
    }
    const reading = await readSource(source);
    if (reading.kind === 'refused') {
      process.stderr.write(`dateline: ${reading.sentence}\n`);
      return 1;
    }
    process.stdout.write(`${render(reading.article, reading.isMarkup, options)}\n`);
    return 0;
  } finally {
    await stopReadingPages();
  }
}

function render(article: CleanArticle, isMarkup: boolean, { json, explain }: AnalyzeOptions): string {
  // The text read out of markup is the story alone; what came in as text keeps its offsets.
  const told = isMarkup ? storyOf(article) : article;
  const analysis = analyzeArticle(told);
  if (json) {
    const removed = explain === true ? article.removed : undefined;
    return JSON.stringify(toOutput(told, analysis, { withText: isMarkup, removed }), undefined, 2);
  }
  const report = reportArticle(told, analysis);
  return explain ? `${report}\n\n${explainArticle(article)}` : report;
}
