import { analyzeSpeech } from '../../../src/domain/quotes/analyze-speech.ts';
import type { QuotableArticle } from '../../../src/domain/quotes/reading.ts';
import { cut } from '../../../src/domain/text/span.ts';

/** An article whose paragraphs stand apart by blank lines. */
export function articleOf(text: string, title?: string): QuotableArticle {
  const paragraphs = [...text.matchAll(/\S(?:(?!\n\n)[\s\S])*/g)]
    .map((match) => cut(text, match.index, match.index + match[0].length))
    .filter((paragraph) => paragraph.text !== title);
  return title === undefined ? { text, paragraphs } : { text, title, paragraphs };
}

/** The quotes of a passage in reading order, each as its words and its speaker's name; null where nobody is named. */
export function said(passage: string, title?: string): readonly (readonly [string, string | null])[] {
  return analyzeSpeech(articleOf(passage, title)).quotes.map(({ text, speaker }) => [
    text,
    speaker?.name ?? null,
  ]);
}
