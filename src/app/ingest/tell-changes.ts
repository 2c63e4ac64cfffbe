import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import { describeChanges } from '../../domain/article/describe-changes.ts';
import { isOut } from '../delivery/correct-post.ts';
import type { Archive, ArchiveDesk } from '../ports/archive.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { PostLedger } from '../ports/ledger.ts';
import type { OutgoingMessage } from '../ports/telegram.ts';

export type TellingChanges = {
  readonly archive: Pick<Archive, 'get'> & Pick<ArchiveDesk, 'changes' | 'settleChange' | 'versions'>;
  readonly posts: Pick<PostLedger, 'get'>;
  readonly channels: readonly string[];
  readonly preview: (article: ArchivedArticle, channel: string) => OutgoingMessage;
  readonly tellDesk: (news: PostOutdated) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

/** A post that is out says what its article says no more. `changes` is a line for editors. */
export type PostOutdated = {
  readonly kind: 'post outdated';
  readonly article: ArticleId;
  readonly channel: string;
  readonly changes: string;
};

const AT_ONCE = 50;
const LOOK_EVERY_MS = 10_000;

/** Until the signal fires, tells the desk of each post whose article has changed since; a crash forgets none. */
export async function tellChanges(world: TellingChanges, signal: AbortSignal): Promise<void> {
  const { clock, log } = world;
  while (!signal.aborted) {
    await tellChangesNow(world).catch((err: unknown) => {
      log.error({ err }, 'What changed could not be looked through');
    });
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}

export async function tellChangesNow(world: TellingChanges): Promise<void> {
  const { archive, tellDesk } = world;
  for (const id of await archive.changes(AT_ONCE)) {
    const news = await outdated(world, id);
    if (news !== undefined) await tellDesk(news);
    await archive.settleChange(id);
  }
}

/** Undefined where the post is not out, or would look as it does. */
async function outdated(
  { archive, posts, channels, preview }: TellingChanges,
  article: ArticleId,
): Promise<PostOutdated | undefined> {
  const [now, [before]] = await Promise.all([archive.get(article), archive.versions(article)]);
  if (now === undefined || before === undefined) return undefined;
  const records = await Promise.all(channels.map((channel) => posts.get(channel, article)));
  const channel = channels.find((_, at) => isOut(records[at]));
  if (channel === undefined) return undefined;
  const correctsItself = now.corrections.some((note) => !before.corrections.includes(note));
  const isMaterial = correctsItself || preview(before, channel).text !== preview(now, channel).text;
  const changes = isMaterial ? describeChanges(before, now) : undefined;
  return changes === undefined ? undefined : { kind: 'post outdated', article, channel, changes };
}
