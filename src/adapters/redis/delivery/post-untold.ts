import type { PostLedger, UntoldPost } from '../../../app/ports/ledger.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, timeArgument, toTexts } from './delivery-store.ts';

/** Whoever tells followers of a post has this long before another may, in ms. */
const TELLING_MS = 60_000;

/** Posts that went out: what followers are told of them is written in the step that settles the post, and taken here. */
export function createUntoldPosts(store: DeliveryStore): Pick<PostLedger, 'takeUntold' | 'toldOf'> {
  const { redis, botId } = store;
  const { untoldPosts } = deliveryKeys(botId);
  const script = loadScript(redis, 'delivery-post-untold');
  return {
    takeUntold: async (limit) =>
      toTexts(await script([untoldPosts], [timeArgument(store), TELLING_MS, limit])).map(toUntold),
    toldOf: async (post) => {
      await redis.zrem(untoldPosts, [post.messageId ?? '', post.article, post.channel].join(' '));
    },
  };
}

function toUntold(member: string): UntoldPost {
  const [messageId = '', article = '', ...channel] = member.split(' ');
  const known = messageId === '' ? {} : { messageId: Number(messageId) };
  return { channel: channel.join(' '), article: article as ArticleId, ...known };
}
