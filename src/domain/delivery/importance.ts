import type { ArchivedArticle } from '../article/article.ts';
import { takes } from '../article/route.ts';

const IN_THE_HEADLINE = 1000;
const IN_THE_TEXT = 100;
/** People quoted beyond this many say no more about how much a story matters. */
const MOST_SPEAKERS = 20;

/**
 * How much an article matters to a channel, the greater the more: one of the newsroom's own words in the headline, then in the text, and
 * then how many people speak in it.
 */
export function importanceOf(article: ArchivedArticle, words: readonly string[]): number {
  const { title, quotes } = article;
  const speakers = new Set(quotes.flatMap(({ speaker }) => speaker?.name ?? []));
  const voices = Math.min(speakers.size, MOST_SPEAKERS);
  if (words.length === 0) return voices;
  const headline = { ...article, title, paragraphs: [] };
  if (takes({ words }, headline, '')) return IN_THE_HEADLINE + voices;
  return (takes({ words }, article, '') ? IN_THE_TEXT : 0) + voices;
}
