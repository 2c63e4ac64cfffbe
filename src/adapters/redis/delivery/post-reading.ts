import type { PostRecord, PostState } from '../../../app/ports/delivery.ts';
import type { PostLedger } from '../../../app/ports/ledger.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { deliveryKeys } from './delivery-keys.ts';
import type { DeliveryStore } from './delivery-store.ts';

const STATES: readonly PostState[] = [
  'waiting',
  'in flight',
  'sent',
  'unreachable',
  'failed',
  'unknown',
  'dropped',
  'retracted',
];

/** What an editor reads of posts. */
export function createPostReading({
  redis,
  botId,
}: DeliveryStore): Pick<PostLedger, 'waiting' | 'get' | 'recent'> {
  const keys = deliveryKeys(botId);

  const get: PostLedger['get'] = async (channel, article) => {
    const fields = await redis.hgetall(keys.post(channel, article));
    const found = toRecord(channel, article, fields);
    if (found !== undefined) return found;
    const score = await redis.zscore(keys.waiting(channel), article);
    return score === null ? undefined : { article, channel, state: 'waiting', history: [] };
  };

  return {
    get,
    waiting: async (channel, limit) => ({
      total: await redis.zcard(keys.waiting(channel)),
      ids:
        limit < 1 ? [] : ((await redis.zrange(keys.waiting(channel), 0, String(limit - 1))) as ArticleId[]),
    }),
    recent: async (channel, limit) => {
      if (limit < 1) return [];
      const ids = await redis.zrevrange(keys.channel(channel, 'posts'), 0, String(limit - 1));
      const found = await Promise.all(ids.map((article) => get(channel, article as ArticleId)));
      return found.flatMap((record) => record ?? []);
    },
  };
}

function toRecord(
  channel: string,
  article: ArticleId,
  { state: word, history = '', messageId }: Readonly<Record<string, string>>,
): PostRecord | undefined {
  const state = STATES.find((name) => name === word);
  if (state === undefined) return undefined;
  const known = messageId === undefined ? {} : { messageId: Number(messageId) };
  return { article, channel, state, history: history.split('\n').flatMap(toEntry), ...known };
}

function toEntry(line: string): readonly { readonly atMs: number; readonly what: string }[] {
  const space = line.indexOf(' ');
  return space < 0 ? [] : [{ atMs: Number(line.slice(0, space)), what: line.slice(space + 1) }];
}
