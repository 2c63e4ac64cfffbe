import type { PostLedger } from '../../../app/ports/ledger.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, timeArgument, toTexts } from './delivery-store.ts';

/** Whoever asks the desk has this long before another does, in ms. */
const ASKING_MS = 60_000;
const HELD_AT_ONCE = 100;

/** Posts of a channel in which nothing goes out before an editor has approved it. */
export function createPostApproval(
  store: DeliveryStore,
): Pick<PostLedger, 'held' | 'holdUnapproved' | 'takeToApprove' | 'askedToApprove'> {
  const { redis, botId } = store;
  const keys = deliveryKeys(botId);
  const hold = loadScript(redis, 'delivery-post-hold');
  const take = loadScript(redis, 'delivery-post-approvals');
  return {
    held: (channel) => redis.zcard(keys.channel(channel, 'held')),
    holdUnapproved: async (channel) => {
      const [held, posts, approvals] = ['held', 'posts', 'approvals'].map((part) =>
        keys.channel(channel, part),
      );
      const [beginning, end] = keys.aroundPost(channel);
      const scriptKeys = [keys.waiting(channel), held ?? '', posts ?? '', approvals ?? '', beginning];
      await hold(scriptKeys, [timeArgument(store), HELD_AT_ONCE, end]);
    },
    takeToApprove: async (channel) => {
      const scriptKeys = [keys.channel(channel, 'approvals'), keys.channel(channel, 'held')];
      const taken = toTexts(await take(scriptKeys, [timeArgument(store), ASKING_MS]));
      return taken.map((article) => article as ArticleId);
    },
    askedToApprove: async (channel, articles) => {
      if (articles.length > 0) await redis.zrem(keys.channel(channel, 'approvals'), ...articles);
    },
  };
}
