import type { Follow } from '../../domain/archive/follow.ts';
import { matterOf } from '../../domain/archive/follow.ts';
import type { ArchivedArticle } from '../../domain/article/article.ts';
import type { Archive, ArchiveDesk } from '../ports/archive.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Follows } from '../ports/follows.ts';
import type { BroadcastLedger, PostLedger, UntoldPost } from '../ports/ledger.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';

export type TellFollowers = {
  readonly posts: Pick<PostLedger, 'takeUntold' | 'toldOf'>;
  readonly follows: Pick<Follows, 'about'>;
  readonly broadcasts: Pick<BroadcastLedger, 'notify'>;
  readonly archive: Pick<Archive & ArchiveDesk, 'get' | 'retraction'>;
  readonly compose: (
    article: ArchivedArticle,
    post: UntoldPost,
    followed: readonly Follow[],
  ) => { readonly content: OutgoingMessage; readonly language: string };
  readonly clock: Clock;
  readonly log: Log;
};

/** Between two looks for posts that went out, in ms. */
const TICK_MS = 1_000;
/** After a failure of Redis, in ms. */
const AFTER_FAILURE_MS = 5_000;
const MOST_AT_ONCE = 20;

/** Tells those who follow a name or a topic of what was posted about it, until the signal fires. */
export async function runTellingFollowers(world: TellFollowers, signal: AbortSignal): Promise<void> {
  const { clock, log } = world;
  while (!signal.aborted) {
    const waitMs = await tellFollowers(world).then(
      () => TICK_MS,
      (error: unknown) => {
        log.warn({ err: error }, 'Followers wait: what was posted could not be asked or written down');
        return AFTER_FAILURE_MS;
      },
    );
    await clock.sleep(waitMs, signal);
  }
}

/** One look. A story that stands in several channels is told of once; one that was taken back meanwhile is not. */
export async function tellFollowers(world: TellFollowers): Promise<void> {
  for (const post of await world.posts.takeUntold(MOST_AT_ONCE)) {
    await tellOf(world, post);
    await world.posts.toldOf(post);
  }
}

async function tellOf(
  { follows, broadcasts, archive, compose, log }: TellFollowers,
  post: UntoldPost,
): Promise<void> {
  const { article: about } = post;
  const [article, retraction] = await Promise.all([archive.get(about), archive.retraction(about)]);
  if (article === undefined || retraction !== undefined) return;
  const followed = await follows.about(matterOf(article));
  if (followed.length === 0) return;
  const keys = followed.map(({ key }) => key);
  const notice = await broadcasts.notify({ about, follows: keys, ...compose(article, post, followed) });
  log.info({ article: about, audience: notice?.counts.audience }, 'Followers are told of a post');
}
