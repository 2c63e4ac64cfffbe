import { randomBytes } from 'node:crypto';
import type { PostEnding, PostLedger } from '../../../app/ports/ledger.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, timeArgument, toTexts } from './delivery-store.ts';
import { createPostApproval } from './post-approval.ts';
import { createPostDesk } from './post-desk.ts';
import { createPostQueue } from './post-queue.ts';
import { createPostReading } from './post-reading.ts';
import { createUnknownPosts } from './post-unknown.ts';
import { createUntoldPosts } from './post-untold.ts';

export type PostTimes = {
  /** Until a claim that was not begun goes back to the queue, in ms. */
  readonly claimMs?: number;
  /** Longer than any send can take: after it nobody knows, in ms. */
  readonly sendMs?: number;
  /** From a send without an answer until the post is looked for, in ms: Telegram may still be at it. */
  readonly lookAfterMs?: number;
};

const CLAIM_MS = 60_000;
const SEND_MS = 40_000;
const LOOK_AFTER_MS = 10_000;

/** The ledger of all posts to channels. */
export function createPosts(store: DeliveryStore & PostTimes): PostLedger {
  const { redis, botId, claimMs = CLAIM_MS, sendMs = SEND_MS, lookAfterMs = LOOK_AFTER_MS } = store;
  const keys = deliveryKeys(botId);
  const claim = loadScript(redis, 'delivery-post-claim');
  const settle = loadScript(redis, 'delivery-post-settle');
  const shared = (channel: string): readonly string[] => [
    keys.channel(channel),
    keys.channel(channel, 'slots'),
    keys.waiting(channel),
    keys.channel(channel, 'breaking'),
    keys.channel(channel, 'in-flight'),
    keys.channel(channel, 'unknown'),
    keys.channel(channel, 'posts'),
  ];
  const take = async (
    { channel, article, token }: Parameters<PostLedger['begin']>[0],
    step: string,
    value: number,
    what: string,
    mark = '',
  ): Promise<boolean> => {
    const own = [keys.post(channel, article), keys.channel(channel, 'messages'), keys.untoldPosts];
    const line = what.replaceAll(/\s+/g, ' ');
    const args = [timeArgument(store), token, article, step, value, line, channel, mark];
    return (await settle([...shared(channel), ...own], args)) === 1;
  };

  return {
    ...createPostReading(store),
    ...createPostQueue(store),
    ...createUnknownPosts(store),
    ...createPostDesk(store),
    ...createPostApproval(store),
    ...createUntoldPosts(store),
    claim: async (channel, { order, minGapMs, breakingOnly, approvedOnly = false, preferred = [] }) => {
      const token = randomBytes(9).toString('base64url');
      const [beginning, end] = keys.aroundPost(channel);
      const scriptKeys = [...shared(channel), beginning, keys.hold];
      const options = [
        order,
        minGapMs,
        breakingOnly ? '1' : '0',
        approvedOnly ? '1' : '0',
        end,
        ...preferred,
      ];
      const reply = await claim(scriptKeys, [timeArgument(store), token, claimMs, ...options]);
      const [article, sortAtMs, lane] = toTexts(reply);
      if (article === undefined) return { kind: 'nothing' };
      const post = { channel, token, sortAtMs: Number(sortAtMs) };
      const isBreaking = lane === 'breaking';
      return {
        kind: 'claimed',
        post: { ...post, article: article as ArticleId, lane: isBreaking ? 'breaking' : 'slot' },
      };
    },
    begin: (post, mark) => take(post, 'begin', sendMs, 'being sent', mark),
    settle: (post, ending) => take(post, ...stepOf(ending, lookAfterMs)),
  };
}

/** The step, what it needs, and what the history says. */
function stepOf(ending: PostEnding, lookAfterMs: number): [step: string, value: number, what: string] {
  switch (ending.kind) {
    case 'sent':
      return ['sent', ending.messageId, `sent as message ${ending.messageId}`];
    case 'unknown':
      return ['unknown', lookAfterMs, `no answer: ${ending.reason}`];
    case 'failed':
      return ['failed', 0, `refused: ${ending.reason}`];
    case 'dropped':
      return ['dropped', 0, `dropped: ${ending.reason}`];
    case 'waiting':
      return ['waiting', ending.pauseMs, `put back: ${ending.reason}`];
  }
}
