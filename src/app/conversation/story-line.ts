import type { ArchivedArticle } from '../../domain/article/article.ts';
import { dayOf, momentOf } from '../../domain/post/dates.ts';
import type { RichText } from '../../domain/post/rich-text.ts';
import type { Turn } from './conversation.ts';
import type { StoryLinks } from './story-links.ts';

/** The day of a story in the reader's words: of its publication, else of its arrival. */
export function dayIn(turn: Turn, article: ArchivedArticle): string {
  const { timezone } = turn.bot.identity;
  if (article.publishedAt !== undefined) return dayOf(article.publishedAt, turn.language, timezone);
  return momentOf(article.sortAtMs, turn.language, timezone);
}

/** A headline that leads to the story, where it has an address. */
export function headline(article: ArchivedArticle, url: string | undefined = article.url): RichText {
  return url === undefined ? [article.title] : [{ link: article.title, url }];
}

/** `18 September 2023 · Headline`. */
export function datedHeadline(turn: Turn, article: ArchivedArticle, links?: StoryLinks): RichText {
  return [`${dayIn(turn, article)} · `, ...headline(article, links?.(article))];
}
