import type { ArticleId } from '../../domain/article/article.ts';
import type { ArchiveDesk } from '../ports/archive.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';
import { chatOf } from './channel-plan.ts';
import { type ChangedPost, changed, isOut, type PostChanging, tried, whereItIs } from './correct-post.ts';

export type PostRetracting = PostChanging & {
  readonly archive: Pick<ArchiveDesk, 'retract'>;
  /** What stands in the place of a post that was taken back. */
  readonly composeRetraction: (
    article: ArticleId,
    channel: string,
    reason: string,
  ) => Promise<OutgoingMessage>;
};

/** A notice in the post's place tells readers that it was taken back; deleting it does not. */
export type RetractionHow = 'notice' | 'delete';

/**
 * Takes a story back everywhere: its posts are replaced by a notice or deleted, what waits of it is dropped, and readers are
 * not answered from it any more. A post too old to be deleted gets the notice. Repeating it does no harm.
 */
export async function retractPosts(
  world: PostRetracting,
  article: ArticleId,
  { how, reason }: { readonly how: RetractionHow; readonly reason: string },
): Promise<readonly ChangedPost[]> {
  // First of all nobody may be sent it any more.
  for (const channel of world.channels) await world.posts.move(channel, article, 'drop', 'oldest first');
  const done = await Promise.all(
    world.channels.map((channel) => retractIn(world, channel, article, { how, reason })),
  );
  await world.archive.retract(article, reason);
  return done;
}

async function retractIn(
  world: PostRetracting,
  channel: string,
  article: ArticleId,
  { how, reason }: { readonly how: RetractionHow; readonly reason: string },
): Promise<ChangedPost> {
  const post = await world.posts.get(channel, article);
  if (!isOut(post)) return { channel, kind: whereItIs(post) };
  const chat = chatOf(channel);
  const { messageId } = post;
  const what = reason === '' ? 'retracted' : `retracted: ${reason}`;
  if (how === 'delete') {
    const gone = await tried(world, channel, () => world.sender.remove(chat, messageId));
    if (gone.kind !== 'rejected')
      return changed(world, post, gone, { what: `${what} (deleted)`, retracted: true });
  }
  const notice = await world.composeRetraction(article, channel, reason);
  const edited = await tried(world, channel, () => world.sender.edit(chat, messageId, notice));
  return changed(world, post, edited, { what, retracted: true });
}
