import type { PostLedger, QueuedPost } from '../../../app/ports/ledger.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, timeArgument } from './delivery-store.ts';

/** Slots of a channel, and the queue that meets them. */
export function createPostQueue(
  store: DeliveryStore,
): Pick<PostLedger, 'queue' | 'move' | 'slotsOpenedUntil' | 'openSlots'> {
  const { redis, botId } = store;
  const keys = deliveryKeys(botId);
  const open = loadScript(redis, 'delivery-post-slots');
  const moveScript = loadScript(redis, 'delivery-post-move');
  return {
    queue: async (channel, order, limit) => {
      const last = Math.max(0, limit) - 1;
      if (last < 0) return [];
      const waitingKey = keys.waiting(channel);
      const [breaking, waiting, held] = await Promise.all([
        redis.zrange(keys.channel(channel, 'breaking'), 0, String(last)),
        order === 'newest first'
          ? redis.zrevrange(waitingKey, 0, String(last))
          : redis.zrange(waitingKey, 0, String(last)),
        redis.zrange(keys.channel(channel, 'held'), 0, String(last)),
      ]);
      return [...placed(breaking, 'breaking'), ...placed(waiting, 'waiting'), ...placed(held, 'held')].slice(
        0,
        limit,
      );
    },
    move: async (channel, article, move, order) => {
      const scriptKeys = [
        keys.waiting(channel),
        keys.channel(channel, 'breaking'),
        keys.channel(channel, 'held'),
        keys.channel(channel, 'posts'),
        keys.post(channel, article),
      ];
      return (await moveScript(scriptKeys, [timeArgument(store), article, move, order])) === 1;
    },
    slotsOpenedUntil: async (channel) => {
      const text = await redis.hget(keys.channel(channel), 'openedUntilMs');
      return text === null ? undefined : Number(text);
    },
    openSlots: async (channel, { afterMs, untilMs }, slots, { postsPerSlot, closesEarlier }) => {
      const members = slots.flatMap(({ slotMs, fromMs }) =>
        Array.from({ length: postsPerSlot }, (_, index) => [`${slotMs}/${index}`, fromMs]).flat(),
      );
      const head = [afterMs ?? '', untilMs, closesEarlier ? 'close' : ''];
      const scriptKeys = [keys.channel(channel), keys.channel(channel, 'slots')];
      return (await open(scriptKeys, [...head, ...members])) === 1;
    },
  };
}

function placed(ids: readonly string[], where: QueuedPost['where']): readonly QueuedPost[] {
  return ids.map((article) => ({ article: article as ArticleId, where }));
}
