import type { ArchivedArticle } from '../../domain/article/article.ts';
import { postUrl } from '../post-url.ts';
import type { Turn } from './conversation.ts';

/** Where a reader finds a story: its post in a channel, else its own address; undefined where it has neither. */
export type StoryLinks = (article: ArchivedArticle) => string | undefined;

/** Looks up the posts of some stories. */
export async function storyLinks({ bot }: Turn, articles: readonly ArchivedArticle[]): Promise<StoryLinks> {
  const ids = [...new Set(articles.map(({ id }) => id))];
  const posted = new Map(
    await Promise.all(
      ids.map(async (id) => {
        const posts = await Promise.all(bot.identity.channels.map((channel) => bot.posts.get(channel, id)));
        const urls = posts.map((post) => (post?.state === 'sent' ? postUrl(post) : undefined));
        return [id, urls.find((url) => url !== undefined)] as const;
      }),
    ),
  );
  return ({ id, url }) => posted.get(id) ?? url;
}
