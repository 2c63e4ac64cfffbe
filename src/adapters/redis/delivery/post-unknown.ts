import type { PostLedger } from '../../../app/ports/ledger.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, timeArgument, toTexts } from './delivery-store.ts';

/** Who looks for a post has this long before another may, in ms. */
const LOOKING_MS = 60_000;

/** Posts of which nobody knows whether they are in the channel, and what is found out about them. */
export function createUnknownPosts(
  store: DeliveryStore,
): Pick<PostLedger, 'takeUnknown' | 'knowsMessage' | 'resolve' | 'decide'> {
  const { redis, botId } = store;
  const keys = deliveryKeys(botId);
  const takeScript = loadScript(redis, 'delivery-post-look');
  const script = loadScript(redis, 'delivery-post-unknown');

  const settle = async (
    channel: string,
    article: ArticleId,
    what: 'there' | 'not there' | 'ask',
    messageId: number | undefined,
    line: string,
  ): Promise<boolean> => {
    const scriptKeys = [
      keys.channel(channel),
      keys.channel(channel, 'breaking'),
      keys.channel(channel, 'unknown'),
      keys.channel(channel, 'posts'),
      keys.post(channel, article),
      keys.channel(channel, 'messages'),
      keys.untoldPosts,
    ];
    const args = [timeArgument(store), article, what, messageId ?? '', line, channel];
    return (await script(scriptKeys, args)) === 1;
  };

  return {
    takeUnknown: async (channel) => {
      const [beginning, end] = keys.aroundPost(channel);
      const scriptKeys = [keys.channel(channel, 'unknown'), beginning];
      const [article, after, mark] = toTexts(
        await takeScript(scriptKeys, [timeArgument(store), LOOKING_MS, end]),
      );
      if (article === undefined) return undefined;
      const known = after === undefined || after === '' ? {} : { afterMessageId: Number(after) };
      const marked = mark === undefined || mark === '' ? {} : { mark };
      return { channel, article: article as ArticleId, ...known, ...marked };
    },
    knowsMessage: async (channel, messageId) =>
      (await redis.zscore(keys.channel(channel, 'messages'), messageId)) !== null,
    resolve: ({ channel, article }, found) => {
      switch (found.kind) {
        case 'there':
          return settle(channel, article, 'there', found.messageId, `found as message ${found.messageId}`);
        case 'not there':
          return settle(channel, article, 'not there', undefined, 'looked for and not there; it goes again');
        case 'ask':
          return settle(channel, article, 'ask', undefined, 'looked for in vain; an editor is asked');
      }
    },
    decide: (channel, article, what) =>
      what === 'it is there'
        ? settle(channel, article, 'there', undefined, 'an editor says that it is there')
        : settle(channel, article, 'not there', undefined, 'an editor says that it is to be posted'),
  };
}
