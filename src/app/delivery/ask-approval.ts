import type { ChannelPlan, Publishing } from './channel-plan.ts';

/** More than so many at a time are told of in one message. */
const ONE_BY_ONE = 5;

/**
 * Holds what came in for a channel in which nothing goes out unapproved, and asks the desk about it. A crash asks again
 * rather than never; what is held stands in the queue in any case.
 */
export async function askApproval(
  { posts, desk }: Pick<Publishing, 'posts' | 'desk'>,
  { channel }: ChannelPlan,
): Promise<void> {
  await posts.holdUnapproved(channel);
  const articles = await posts.takeToApprove(channel);
  if (articles.length > ONE_BY_ONE) await desk({ kind: 'posts to approve', channel, count: articles.length });
  else for (const article of articles) await desk({ kind: 'post to approve', channel, article });
  await posts.askedToApprove(channel, articles);
}
