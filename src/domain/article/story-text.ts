import { cut, type TextSpan } from '../text/span.ts';
import type { CleanArticle } from './article.ts';

/** Between two paragraphs of a story. */
const BLANK_LINE = '\n\n';

/** Characters of the story. */
export function storyLength({ paragraphs }: Pick<CleanArticle, 'paragraphs'>): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

/**
 * The story alone as an article of its own: its text is its paragraphs with a blank line between, and what was taken
 * out of it is gone. All spans point into the new text.
 */
export function storyOf(article: CleanArticle): CleanArticle {
  const text = article.paragraphs.map((paragraph) => paragraph.text).join(BLANK_LINE);
  const paragraphs: TextSpan[] = [];
  for (const paragraph of article.paragraphs) {
    const start = (paragraphs.at(-1)?.end ?? -BLANK_LINE.length) + BLANK_LINE.length;
    paragraphs.push(cut(text, start, start + paragraph.text.length));
  }
  return { ...article, text, paragraphs, removed: [] };
}
