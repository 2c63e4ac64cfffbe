import type { Subscriber, Subscribers } from '../../../app/ports/delivery.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK } from './delivery-store.ts';

/**
 * Hashes of at most this many short fields are kept by Redis as one packed block (`hash-max-listpack-entries`, 128 or
 * 512 by default): a few bytes a subscriber instead of a hundred.
 */
export const CHATS_IN_A_BUCKET = 128;
/** Buckets by chat: 100 chats in each for a million subscribers. */
const CHAT_BUCKETS = 8192;
/** Keeps the record of a chat within the 64 bytes that a packed block allows. */
const LONGEST_REASON = 20;

export function createSubscribers({ redis, botId, clock = SYSTEM_CLOCK }: DeliveryStore): Subscribers {
  const keys = deliveryKeys(botId);
  const subscribe = loadScript(redis, 'delivery-subscribe');
  const unsubscribe = loadScript(redis, 'delivery-unsubscribe');
  const bucketOf = (chat: number): string => `${keys.subscribersByChat}${Math.abs(chat) % CHAT_BUCKETS}`;
  const shared = [keys.subscribers, keys.activeSubscribers, keys.subscribersByNumber];
  return {
    add: async ({ chat, language, since }: Subscriber) => {
      const scriptKeys = [...shared, bucketOf(chat), keys.subscribersByLanguage];
      const args = [chat, baseLanguage(language), Math.floor(since / 1000), CHATS_IN_A_BUCKET];
      return (await subscribe(scriptKeys, args)) === 1;
    },
    remove: async (chat, reason) => {
      const args = [chat, shortReason(reason), Math.floor(clock.now() / 1000), CHATS_IN_A_BUCKET];
      return (await unsubscribe([...shared, bucketOf(chat)], args)) === 1;
    },
    has: async (chat) => {
      const number = await redis.hget(bucketOf(chat), String(chat));
      return number !== null && (await redis.getbit(keys.activeSubscribers, Number(number))) === 1;
    },
    count: async () => Number((await redis.hget(keys.subscribers, 'active')) ?? 0),
  };
}

/** `pt-BR` → `pt`: segments are by language, not by country. */
export function baseLanguage(tag: string | undefined): string {
  return /^[a-z]{2,3}(?![a-z])/i.exec(tag ?? '')?.[0]?.toLowerCase() ?? '';
}

function shortReason(reason: string): string {
  return reason
    .replace(/^Forbidden: /, '')
    .replaceAll(/\s+/g, '-')
    .slice(0, LONGEST_REASON);
}
