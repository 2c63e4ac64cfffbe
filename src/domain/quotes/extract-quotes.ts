import { analyzeSpeech } from './analyze-speech.ts';
import type { IndirectQuote, Quote } from './quote.ts';
import type { QuotableArticle } from './reading.ts';

/** The quotes of an article with their speakers, and the speech it reports without marks, in reading order. */
export function extractQuotes(article: QuotableArticle): {
  quotes: readonly Quote[];
  indirect: readonly IndirectQuote[];
} {
  const { quotes, indirect } = analyzeSpeech(article);
  return { quotes, indirect };
}
