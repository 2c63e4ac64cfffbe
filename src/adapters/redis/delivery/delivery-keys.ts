import { redisKeys } from '../keys.ts';

/** Every key of the ledger, the budget and the update log. All share the hash tag of their bot. */
export type DeliveryKeys = {
  /** zset: what waits for a slot of a channel; the archive fills it. */
  readonly waiting: (channel: string) => string;
  /** string: next free moment of the token, µs. */
  readonly budget: string;
  /** string: end of the hold that a 429 asked for, µs. */
  readonly hold: string;
  /** string: next free moment of a chat, µs; the chat's id follows. */
  readonly chatBudget: string;
  /** hash: the highest number given, how many are active. */
  readonly subscribers: string;
  /** bitmap by number. */
  readonly activeSubscribers: string;
  /** hash: number → chat, since, language, and the end where there was one; the bucket follows. */
  readonly subscribersByNumber: string;
  /** hash: chat → number; the bucket follows. */
  readonly subscribersByChat: string;
  /** bitmap by number; the language follows. */
  readonly subscribersByLanguage: string;
  /** bitmap by number, expiring: who was active on a day; its number since 1970 follows. */
  readonly seenOn: string;
  /** zset: what a chat follows → since when, ms; the chat follows. */
  readonly followsOf: string;
  /** set: numbers of subscribers; the key of what they follow follows. */
  readonly followersOf: string;
  /** hash: all that is followed → what it is. */
  readonly follows: string;
  /** zset: all that is followed → by how many. */
  readonly mostFollowed: string;
  /** set: followed topics that have a word; the word follows. */
  readonly followsWith: string;
  /** zset: posts that followers are to be told of → when they may be taken. */
  readonly untoldPosts: string;
  /** bitmap by number that is gone soon; a name of its own follows. */
  readonly passingNumbers: string;
  /** zset: id of a broadcast → when it was drafted. */
  readonly broadcasts: string;
  /** set: broadcasts with work left. */
  readonly liveBroadcasts: string;
  /** set: broadcasts whose editor is to be told. */
  readonly untoldBroadcasts: string;
  /** zset: id of a draft → when it starts. */
  readonly plannedBroadcasts: string;
  /** hash, and what belongs to it under its own name: `todo`, `claims`, `expiries`, `unknown`, `failures`, `told`,
   *  `segment`. */
  readonly broadcast: (id: string, part?: string) => string;
  /** hash of a channel and its parts: `slots`, `breaking`, `held`, `approvals`, `in-flight`, `unknown`, `messages`, `posts`. */
  readonly channel: (channel: string, part?: string) => string;
  /** hash: one post to one channel. */
  readonly post: (channel: string, article: string) => string;
  /** The key of a post of the channel without the article: for scripts that find the article themselves. */
  readonly aroundPost: (channel: string) => readonly [beginning: string, end: string];
  /** The update log's parts: `turns`, `active`, `kept`, `attempts`, `aside`, `seen`, `waiting`. */
  readonly updates: (part: string) => string;
};

export function deliveryKeys(botId: string): DeliveryKeys {
  const { own, waiting } = redisKeys(botId);
  return {
    waiting,
    budget: `${own}:budget`,
    hold: `${own}:budget:hold`,
    chatBudget: `${own}:budget:chat:`,
    subscribers: `${own}:subscribers`,
    activeSubscribers: `${own}:subscribers:active`,
    subscribersByNumber: `${own}:subscribers:number:`,
    subscribersByChat: `${own}:subscribers:chat:`,
    subscribersByLanguage: `${own}:subscribers:language:`,
    seenOn: `${own}:subscribers:seen:`,
    followsOf: `${own}:follows:of:`,
    followersOf: `${own}:follows:by:`,
    follows: `${own}:follows`,
    mostFollowed: `${own}:follows:most`,
    followsWith: `${own}:follows:with:`,
    untoldPosts: `${own}:posts:untold`,
    passingNumbers: `${own}:subscribers:passing:`,
    broadcasts: `${own}:broadcasts`,
    liveBroadcasts: `${own}:broadcasts:live`,
    untoldBroadcasts: `${own}:broadcasts:untold`,
    plannedBroadcasts: `${own}:broadcasts:planned`,
    broadcast: (id, part) => `${own}:broadcast:${part === undefined ? '' : `${part}:`}${id}`,
    channel: (channel, part) => `${own}:channel:${part === undefined ? '' : `${part}:`}${channel}`,
    post: (channel, article) => `${own}:post:${article}:${channel}`,
    aroundPost: (channel) => [`${own}:post:`, `:${channel}`],
    updates: (part) => `${own}:updates:${part}`,
  };
}
