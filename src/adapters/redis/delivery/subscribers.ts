import type { Subscriber, Subscribers } from '../../../app/ports/delivery.ts';
import { ACTIVITY_DAYS } from '../../../domain/delivery/segment.ts';
import { gather } from '../gather.ts';
import { loadScript } from '../load-scripts.ts';
import { type DeliveryKeys, deliveryKeys } from './delivery-keys.ts';
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
/** One day more than is asked for, since the first is not whole. */
const SEEN_SECONDS = (ACTIVITY_DAYS + 1) * 86_400;

export function createSubscribers(store: DeliveryStore): Subscribers {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const subscribe = loadScript(redis, 'delivery-subscribe');
  const unsubscribe = loadScript(redis, 'delivery-unsubscribe');
  const bucketOf = numbersByChat(keys);
  const active = activity(store, bucketOf);
  const shared = [keys.subscribers, keys.activeSubscribers, keys.subscribersByNumber];
  return {
    add: async ({ chat, language, since }: Subscriber) => {
      const scriptKeys = [...shared, bucketOf(chat), keys.subscribersByLanguage];
      const args = [chat, baseLanguage(language), Math.floor(since / 1000), CHATS_IN_A_BUCKET];
      const isNew = (await subscribe(scriptKeys, args)) === 1;
      active.forget(chat);
      return isNew;
    },
    remove: async (chat, reason) => {
      const args = [chat, shortReason(reason), Math.floor(clock.now() / 1000), CHATS_IN_A_BUCKET];
      return (await unsubscribe([...shared, bucketOf(chat)], args)) === 1;
    },
    seen: active.seen,
    has: async (chat) => {
      const number = await redis.hget(bucketOf(chat), String(chat));
      return number !== null && (await redis.getbit(keys.activeSubscribers, Number(number))) === 1;
    },
    count: async () => Number((await redis.hget(keys.subscribers, 'active')) ?? 0),
  };
}

/** Chats that one process remembers to have marked today. */
const REMEMBERED = 100_000;
/** Chats that are marked in one trip. */
const MARKED_AT_ONCE = 100;
const DAY_MS = 86_400_000;

type Activity = {
  readonly seen: Subscribers['seen'];
  /** Of a chat that subscribes: it may have been asked about before it could be marked. */
  readonly forget: (chat: number) => void;
};

/**
 * Marks who is active, each once a day: who was asked about already costs no trip to Redis. Whoever is no subscriber yet
 * needs none either, since the process that takes the subscription marks it.
 */
function activity(store: DeliveryStore, bucketOf: (chat: number) => string): Activity {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const script = loadScript(redis, 'delivery-seen');
  const mark = gather<number, true>(
    async (chats) => {
      await script([keys.seenOn + dayOf(clock.now()), ...chats.map(bucketOf)], [SEEN_SECONDS, ...chats]);
      return chats.map(() => true);
    },
    { most: MARKED_AT_ONCE },
  );
  let day = 0;
  const asked = new Set<number>();
  return {
    seen: async (chat) => {
      const today = dayOf(clock.now());
      if (today !== day || asked.size >= REMEMBERED) asked.clear();
      day = today;
      if (asked.has(chat)) return;
      await mark(chat);
      asked.add(chat);
    },
    forget: (chat) => void asked.delete(chat),
  };
}

/** Where the number of a chat is kept. */
export function numbersByChat({ subscribersByChat }: DeliveryKeys): (chat: number) => string {
  return (chat) => `${subscribersByChat}${Math.abs(chat) % CHAT_BUCKETS}`;
}

/** The number of a day since 1970, in UTC. */
export function dayOf(atMs: number): number {
  return Math.floor(atMs / DAY_MS);
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
