import { type FollowAnswer, type Follows, MOST_FOLLOWS } from '../../../app/ports/follows.ts';
import type { Follow } from '../../../domain/archive/follow.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK } from './delivery-store.ts';
import { numbersByChat } from './subscribers.ts';

const ANSWERS: readonly FollowAnswer[] = ['followed', 'already', 'full', 'stranger'];

/** What subscribers follow. A topic is found by one of its words, since a story has hundreds and most are nobody's. */
export function createFollows(store: DeliveryStore): Follows {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const followScript = loadScript(redis, 'delivery-follow');
  const unfollowScript = loadScript(redis, 'delivery-unfollow');
  const bucketOf = numbersByChat(keys);

  const read = async (wanted: readonly string[]): Promise<readonly Follow[]> => {
    if (wanted.length === 0) return [];
    const kept = await redis.hmget(keys.follows, ...wanted);
    return wanted.flatMap((key, index) => toFollow(key, kept[index]));
  };
  const topicKey = (terms: readonly string[] | undefined): readonly string[] =>
    terms === undefined ? [] : [keys.followsWith + longestOf(terms)];

  return {
    named: read,
    follow: async (chat, { key, ...what }) => {
      const own = [keys.followsOf + chat, keys.followersOf + key];
      const all = [keys.follows, keys.mostFollowed, ...topicKey(what.terms)];
      const scriptKeys = [bucketOf(chat), keys.activeSubscribers, ...own, ...all];
      const reply = await followScript(scriptKeys, [
        chat,
        key,
        JSON.stringify(what),
        clock.now(),
        MOST_FOLLOWS,
      ]);
      const answer = ANSWERS.find((known) => known === reply);
      if (answer === undefined) throw new Error('Redis gave an unknown answer about a follow');
      return answer;
    },
    unfollow: async (chat, key) => {
      const [known] = await read([key]);
      const own = [keys.followsOf + chat, keys.followersOf + key];
      const all = [keys.follows, keys.mostFollowed, ...topicKey(known?.terms)];
      return (await unfollowScript([bucketOf(chat), ...own, ...all], [chat, key])) === 1;
    },
    of: async (chat) => read(await redis.zrange(keys.followsOf + chat, 0, '-1')),
    about: async ({ names, words }) => {
      const sets = [...words].map((word) => keys.followsWith + word);
      const topics = sets.length === 0 ? [] : await redis.sunion(...sets);
      const found = await read([...names, ...topics]);
      return found.filter(({ terms = [] }) => terms.every((term) => words.has(term)));
    },
    most: async (limit) => (limit < 1 ? [] : read(await redis.zrevrange(keys.mostFollowed, 0, limit - 1))),
  };
}

/** The rarest words are long ones: fewer stories have to look at the topic. */
function longestOf(terms: readonly string[]): string {
  return terms.reduce((longest, term) => (term.length > longest.length ? term : longest), '');
}

function toFollow(key: string, json: string | null | undefined): readonly Follow[] {
  if (typeof json !== 'string') return [];
  // Written by this store alone.
  return [{ key, ...(JSON.parse(json) as Omit<Follow, 'key'>) }];
}
