import type { ArticleId } from '../../domain/article/article.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Budget, PostRecord } from '../ports/delivery.ts';
import type { PostLedger } from '../ports/ledger.ts';
import type { OutgoingMessage, Sender, SendOutcome } from '../ports/telegram.ts';
import { chatOf } from './channel-plan.ts';

/** What changing a post that is out needs of the world. */
export type PostChanging = {
  readonly channels: readonly string[];
  readonly posts: PostLedger;
  readonly budget: Budget;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: Log;
  /** The post as it is to stand now, saying that it was corrected; undefined when the article is gone. */
  readonly composeCorrected: (
    article: ArticleId,
    channel: string,
    note: string | undefined,
  ) => Promise<OutgoingMessage | undefined>;
};

/** What became of the post of an article in one channel. */
export type ChangedPost = {
  readonly channel: string;
  readonly kind: 'done' | 'failed' | NotOut;
  /** Why it failed, in Telegram's words. */
  readonly reason?: string;
};

/** `on its way`: it is being sent, or nobody knows yet whether it is there; it may come to be out. */
type NotOut = 'not out' | 'on its way';

/** An edit may be repeated without harm, so it is tried this often where no answer comes. */
const TRIES = 4;
const BETWEEN_TRIES_MS = 1_000;

/**
 * Edits the posts of an article in every channel where it is out, so that they say what the article says now, and that they were
 * corrected; `note` is an editor's own sentence about it. Repeating it does no harm. The posts' history tells of it.
 */
export async function correctPosts(
  world: PostChanging,
  article: ArticleId,
  note?: string,
): Promise<readonly ChangedPost[]> {
  return Promise.all(world.channels.map((channel) => correctIn(world, channel, article, note)));
}

async function correctIn(
  world: PostChanging,
  channel: string,
  article: ArticleId,
  note: string | undefined,
): Promise<ChangedPost> {
  const post = await world.posts.get(channel, article);
  const message = await world.composeCorrected(article, channel, note);
  if (!isOut(post) || message === undefined) return { channel, kind: whereItIs(post) };
  const { messageId } = post;
  const outcome = await tried(world, channel, () => world.sender.edit(chatOf(channel), messageId, message));
  return changed(world, post, outcome, { what: note === undefined ? 'corrected' : `corrected: ${note}` });
}

/** Where a post stands in its channel. */
type OutPost = PostRecord & { readonly messageId: number };

export function isOut(post: PostRecord | undefined): post is OutPost {
  return post?.state === 'sent' && post.messageId !== undefined;
}

export function whereItIs(post: PostRecord | undefined): NotOut {
  return post?.state === 'in flight' || post?.state === 'unknown' ? 'on its way' : 'not out';
}

/** Does what may be repeated until it is answered, within the budget. */
export async function tried(
  { budget, clock }: PostChanging,
  channel: string,
  act: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  for (let attempt = 1; ; attempt++) {
    await clock.sleep(await budget.reserve({ lane: 'post', chat: chatOf(channel), isGroup: true }));
    const outcome = await act();
    if (outcome.kind === 'rate-limited') await budget.hold(outcome.retryAfterMs);
    else if (outcome.kind !== 'no-answer') return outcome;
    if (attempt === TRIES) return outcome;
    if (outcome.kind === 'no-answer') await clock.sleep(BETWEEN_TRIES_MS * attempt);
  }
}

/** Writes down what was done, and says it. */
export async function changed(
  { posts, log }: PostChanging,
  { channel, article }: PostRecord,
  outcome: SendOutcome,
  change: Parameters<PostLedger['change']>[2],
): Promise<ChangedPost> {
  if (outcome.kind === 'sent') {
    await posts.change(channel, article, change);
    log.info({ article, channel, change: change.what }, 'A post was changed');
    return { channel, kind: 'done' };
  }
  const reason = 'reason' in outcome ? outcome.reason : 'Telegram asked for a pause';
  log.warn({ article, channel, reason }, 'A post could not be changed');
  await posts.change(channel, article, { what: `could not be changed: ${reason}` });
  return { channel, kind: 'failed', reason };
}
