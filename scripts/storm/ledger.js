/** The ledger in Redis, read by the build's own code. */
import { BOT, CHANNEL } from './telegram.js';

const A_MINUTE_MS = 60_000;
/** A send in hand expires after this; one that takes longer than `LATE_MS` does not come back in a storm. */
const SEND_MS = 40_000;
const LATE_MS = 8_000;
const ignore = () => undefined;
const LOG = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const built = (path) => import(new URL(`../../dist/adapters/redis/${path}`, import.meta.url).href);

export async function openLedger(port) {
  const [
    { connectRedis },
    { createBroadcasts },
    { createSubscribers },
    { createPosts },
    { deliveryKeys },
    { redisKeys },
  ] = await Promise.all([
    built('connect.js'),
    built('delivery/broadcasts.js'),
    built('delivery/subscribers.js'),
    built('delivery/posts.js'),
    built('delivery/delivery-keys.js'),
    built('keys.js'),
  ]);
  const redis = connectRedis(`redis://127.0.0.1:${port}`, { log: LOG });
  const store = { redis, botId: BOT, log: LOG };
  const broadcasts = createBroadcasts({ ...store, messagesPerSecond: 1 });
  const posts = createPosts(store);
  const keys = deliveryKeys(BOT);
  const channel = String(CHANNEL);
  const newest = async () => (await broadcasts.recent(1))[0];
  return {
    subscribe: async (chats) => {
      const subscribers = createSubscribers(store);
      for (let at = 0; at < chats.length; at += 500) {
        await Promise.all(
          chats.slice(at, at + 500).map((chat) => subscribers.add({ chat, language: 'en', since: 1 })),
        );
      }
    },
    /** Every article came in and has its ending, and of the broadcast nothing is waiting or in hand. */
    isSettled: async (articles) => {
      const [broadcast, recent, known] = await Promise.all([
        newest(),
        posts.recent(channel, 10_000),
        redis.get(redisKeys(BOT).lastNumber),
      ]);
      const ended = recent.filter(({ state }) => ['sent', 'failed', 'dropped', 'unknown'].includes(state));
      const { waiting, inFlight } = broadcast.counts;
      return Number(known) === articles && ended.length === articles && waiting + inFlight === 0;
    },
    /** As an editor would, when so many sends failed in a row that the broadcast paused by itself. */
    goOn: async () => {
      const broadcast = await newest();
      if (broadcast?.status === 'paused') await broadcasts.command(broadcast.id, 'resume');
    },
    /** What was begun some seconds ago and is not settled counts as lost now. */
    letClaimsExpire: async () => {
      const { id } = await newest();
      const [claims, expiries] = [keys.broadcast(id, 'claims'), keys.broadcast(id, 'expiries')];
      const begunBefore = Date.now() + SEND_MS - LATE_MS;
      for (const number of await redis.zrangebyscore(expiries, '-inf', begunBefore)) {
        const isBegun = (await redis.hget(claims, number))?.startsWith('s') ?? false;
        if (isBegun) await redis.zadd(expiries, 'XX', 'INCR', -A_MINUTE_MS, number);
      }
    },
    broadcast: async () => {
      const { id, counts } = await newest();
      return { counts, undelivered: await broadcasts.undelivered(id) };
    },
    close: () => redis.quit().catch(() => redis.disconnect()),
  };
}
