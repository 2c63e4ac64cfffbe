import type { CleanArticle } from '../../domain/article/article.ts';
import { cleanText } from '../../domain/article/clean-text.ts';
import { markdownParts } from './markdown-text.ts';
import { known } from './page-data.ts';
import { markBegin, type Timed } from './timed.ts';

/** A text to be cleaned. */
export type TextTask = Timed & {
  readonly kind: 'markdown' | 'text';
  readonly text: string;
  readonly url?: string;
};

/** The article of a plain or Markdown text. Runs in a worker, as pages do. */
export function readTextAside(task: TextTask): CleanArticle {
  markBegin(task);
  const { kind, text, url } = task;
  const parts = kind === 'markdown' ? markdownParts(text) : { text };
  return cleanText({ ...known({ url }), ...parts, nowMs: Date.now() });
}
