import { wordMark } from '../../domain/post/word-mark.ts';
import type { ClaimedPost, PostEnding } from '../ports/ledger.ts';
import type { OutgoingMessage, SendOutcome } from '../ports/telegram.ts';
import { type ChannelPlan, chatOf, type Publishing } from './channel-plan.ts';
import { STOOD_STILL_MS } from './send-to-recipient.ts';

/** The channel waits this long after Telegram said that the bot may not write there, in ms. */
const UNREACHABLE_PAUSE_MS = 5 * 60_000;
/** No connection to Telegram could be made, in ms until the next attempt. */
const UNCONNECTED_PAUSE_MS = 2_000;
/** When an article could not be composed, which is our own fault and may mend, in ms. */
const COMPOSE_PAUSE_MS = 30_000;

/** One post in hand: composed, sent once within the budget, settled, told. */
export async function sendPost(world: Publishing, plan: ChannelPlan, post: ClaimedPost): Promise<void> {
  const { posts, log } = world;
  const ending = await endingOf(world, plan, post);
  if (ending === undefined) return; // the claim is lost: whoever expired it says what is known
  const counted = await posts.settle(post, ending);
  const { article, channel } = post;
  if (!counted) {
    log.warn({ article, channel, ending: ending.kind }, 'The answer to a post came too late to count');
    return;
  }
  if (ending.kind === 'sent') log.info({ article, channel, messageId: ending.messageId }, 'Posted');
  else
    log.warn({ article, channel, ending: ending.kind, reason: ending.reason }, 'An article was not posted');
  if (ending.kind === 'failed') {
    await world.desk({ kind: 'post failed', channel, article, reason: ending.reason });
  }
}

async function endingOf(
  world: Publishing,
  plan: ChannelPlan,
  post: ClaimedPost,
): Promise<PostEnding | undefined> {
  const { clock, compose, log } = world;
  if (plan.maxAgeMs !== undefined && post.lane === 'slot' && clock.now() - post.sortAtMs > plan.maxAgeMs) {
    return { kind: 'dropped', reason: 'it waited for so long that it is no news any more' };
  }
  const message = await compose(post.article, post.channel).catch((error: unknown) => {
    log.error({ err: error, article: post.article }, 'A post could not be composed');
    return error instanceof Error ? error : new Error(String(error));
  });
  if (message === undefined) return { kind: 'dropped', reason: 'there is nothing of it to post' };
  if (message instanceof Error) {
    return { kind: 'waiting', reason: 'it could not be composed', pauseMs: COMPOSE_PAUSE_MS };
  }
  return sendComposed(world, post, message);
}

async function sendComposed(
  world: Publishing,
  post: ClaimedPost,
  message: OutgoingMessage,
): Promise<PostEnding | undefined> {
  const outcome = await sendOnce(world, post, message);
  if (outcome?.kind !== 'rejected' || message.photoUrl === undefined) {
    return outcome && settled(world, post, outcome);
  }
  // The picture is refused for many reasons that are not the text's: the news goes without it.
  const { photoUrl, ...text } = message;
  world.log.warn({ article: post.article, photoUrl, reason: outcome.reason }, 'A picture was refused');
  const second = await sendOnce(world, post, text);
  return second && settled(world, post, second);
}

async function sendOnce(
  { posts, budget, sender, clock }: Publishing,
  post: ClaimedPost,
  message: OutgoingMessage,
): Promise<SendOutcome | undefined> {
  const chat = chatOf(post.channel);
  await budget.reserve({ lane: 'post', chat, isGroup: true });
  const askedMs = clock.now();
  if (!(await posts.begin(post, wordMark(message.text)))) return undefined;
  if (clock.now() - askedMs > STOOD_STILL_MS) {
    return { kind: 'no-answer', reason: 'this process stood still before it sent', neverLeft: true };
  }
  return sender.send(chat, message);
}

async function settled(world: Publishing, post: ClaimedPost, outcome: SendOutcome): Promise<PostEnding> {
  switch (outcome.kind) {
    case 'sent':
      return { kind: 'sent', messageId: outcome.messageId };
    case 'rejected':
      return { kind: 'failed', reason: outcome.reason };
    case 'rate-limited':
      await world.budget.hold(outcome.retryAfterMs);
      return { kind: 'waiting', reason: 'Telegram asked for a pause', pauseMs: outcome.retryAfterMs };
    case 'unreachable':
      // The article is not to blame: it waits until the bot may write again.
      await tellUnreachable(world, post, outcome.reason);
      return { kind: 'waiting', reason: outcome.reason, pauseMs: UNREACHABLE_PAUSE_MS };
    case 'no-answer':
      return outcome.neverLeft
        ? { kind: 'waiting', reason: outcome.reason, pauseMs: UNCONNECTED_PAUSE_MS }
        : { kind: 'unknown', reason: outcome.reason };
  }
}

/** Once for each article that meets the closed door, not at every attempt. */
async function tellUnreachable(
  { posts, desk }: Publishing,
  { channel, article }: ClaimedPost,
  reason: string,
): Promise<void> {
  const record = await posts.get(channel, article);
  const wasTold = record?.history.some(({ what }) => what.includes(reason)) ?? false;
  if (!wasTold) await desk({ kind: 'channel unreachable', channel, reason });
}
