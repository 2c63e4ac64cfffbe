import * as v from 'valibot';
import { readPage } from '../adapters/feeds/read-page.ts';
import { analyzeArticle } from '../app/analyze-article.ts';
import { type CleanTextInput, cleanText } from '../domain/article/clean-text.ts';
import { storyOf } from '../domain/article/story-text.ts';
import { type AnalyzeOutput, toOutput } from './analyze-output.ts';
import type { Line } from './json-lines.ts';

/** A line longer than this is an error for that line, in bytes. */
export const LINE_LIMIT: number = 1024 * 1024;

const LINE = v.object({
  id: v.string(),
  text: v.optional(v.string()),
  html: v.optional(v.string()),
  title: v.optional(v.string()),
  url: v.optional(v.string()),
  publishedAt: v.optional(v.string()),
});

type Fields = v.InferOutput<typeof LINE>;

/** Analyses one line; whatever is wrong with it becomes its `error`, and the run goes on. */
export async function analyzeLine(line: Line): Promise<AnalyzeOutput> {
  if ('tooLong' in line) return { id: null, error: 'the line is longer than 1 MiB' };
  let data: unknown;
  try {
    data = JSON.parse(line.text);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  const read = v.safeParse(LINE, data);
  if (!read.success) return { id: idOf(data), error: problemOf(read.issues) };
  const { id } = read.output;
  try {
    return await analyzeFields(read.output);
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : 'the article could not be read' };
  }
}

async function analyzeFields({ id, text, html, ...known }: Fields): Promise<AnalyzeOutput> {
  const facts: Omit<CleanTextInput, 'text'> = Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== undefined),
  );
  if (html !== undefined) {
    const article = storyOf(await readPage(html, known.url, facts));
    return toOutput(article, analyzeArticle(article), { id, withText: true });
  }
  if (text === undefined) return { id, error: 'neither "text" nor "html" is given' };
  const article = cleanText({ text, ...facts, nowMs: Date.now() });
  return toOutput(article, analyzeArticle(article), { id, withText: false });
}

function idOf(data: unknown): string | null {
  const has = typeof data === 'object' && data !== null && 'id' in data;
  return has && typeof data.id === 'string' ? data.id : null;
}

function problemOf(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}`).join('; ');
}
