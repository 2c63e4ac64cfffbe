import { createBroadcasts } from '../../src/adapters/redis/delivery/broadcasts.ts';
import { createPosts } from '../../src/adapters/redis/delivery/posts.ts';
import { createSubscribers } from '../../src/adapters/redis/delivery/subscribers.ts';
import type { BroadcastId, Subscribers } from '../../src/app/ports/delivery.ts';
import type { BroadcastLedger, PostLedger } from '../../src/app/ports/ledger.ts';
import { BOT, EDITOR, QUIET, type World } from './world.ts';

/** The ledger of the bot of a world, as the bot itself has it. */
export type Ledger = {
  readonly store: {
    readonly redis: World['redis'];
    readonly botId: string;
    readonly log: typeof QUIET;
    readonly messagesPerSecond: number;
  };
  readonly broadcasts: BroadcastLedger;
  readonly posts: PostLedger;
  readonly subscribers: Subscribers;
  /** Subscribes so many chats, from the first id on. */
  readonly subscribe: (first: number, count: number) => Promise<void>;
  /** Starts a broadcast of this text to all subscribers. */
  readonly start: (text: string) => Promise<BroadcastId>;
};

const ADDED_AT_ONCE = 2_000;
const LIFTED = 1_000_000;

export function ledgerOf({ redis }: Pick<World, 'redis'>, messagesPerSecond: number = LIFTED): Ledger {
  const store = { redis, botId: BOT, log: QUIET, messagesPerSecond };
  const subscribers = createSubscribers(store);
  const broadcasts = createBroadcasts(store);
  return {
    store,
    broadcasts,
    posts: createPosts(store),
    subscribers,
    subscribe: async (first, count) => {
      for (let at = 0; at < count; at += ADDED_AT_ONCE) {
        const chats = Array.from({ length: Math.min(ADDED_AT_ONCE, count - at) }, (_, n) => first + at + n);
        await Promise.all(
          chats.map((chat) => subscribers.add({ chat, language: 'en', since: 1_750_000_000_000 })),
        );
      }
    },
    start: async (text) => {
      const { id } = await broadcasts.draft({ text, entities: [] }, EDITOR);
      await broadcasts.command(id, 'start');
      return id;
    },
  };
}
