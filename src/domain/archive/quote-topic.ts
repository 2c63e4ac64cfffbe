import type { ArchivedArticle } from '../article/article.ts';
import type { Quote } from '../quotes/quote.ts';
import { searchTerms } from './article-terms.ts';

/** Whether a quote speaks of a topic: one of its words stands in the quote, or in the paragraph round it. */
export function speaksOf(
  article: Pick<ArchivedArticle, 'paragraphs'>,
  quote: Quote,
  topic: ReadonlySet<string>,
): boolean {
  const around = article.paragraphs.find(({ start, end }) => start <= quote.start && quote.end <= end);
  return searchTerms(around?.text ?? quote.text).some((term) => topic.has(term));
}
