import { wordMark } from '../../domain/post/word-mark.ts';
import type { UnknownPost } from '../ports/ledger.ts';
import type { ChatId } from '../ports/telegram.ts';
import { chatOf, type Publishing } from './channel-plan.ts';

type Looking = Pick<Publishing, 'posts' | 'budget' | 'sender' | 'clock' | 'desk' | 'deskChat' | 'log'>;

/** Ids after the last known one that are tried: others may have posted by hand, or deleted. */
const IDS_TRIED = 5;

/** What forwarding one id showed; `text` where the message has words. */
type Sight =
  | { readonly kind: 'a message'; readonly text?: string }
  | { readonly kind: 'none' | 'cannot tell' };

/**
 * Looks for one post of which nobody knows whether it is in the channel. Message ids in a channel run upwards, so
 * the next ones after the last known are forwarded to the desk: the one that says what was sent is it. Another may be
 * unknown too, and stand there in its place. Asks an editor when that cannot tell.
 */
export async function findPost(world: Looking, channel: string): Promise<void> {
  const unknown = await world.posts.takeUnknown(channel);
  if (unknown === undefined) return;
  const { article } = unknown;
  const found = await look(world, unknown);
  const settled = await world.posts.resolve(unknown, found);
  if (!settled) return;
  world.log.info({ channel, article, found: found.kind }, 'A post without an answer was looked for');
  if (found.kind === 'ask') await world.desk({ kind: 'post unknown', channel, article });
  if (found.kind === 'there') {
    await world.desk({ kind: 'post found', channel, article, messageId: found.messageId });
  }
}

async function look(
  world: Looking,
  { channel, afterMessageId, mark }: UnknownPost,
): Promise<Parameters<Looking['posts']['resolve']>[1]> {
  const { deskChat, posts } = world;
  if (deskChat === undefined || afterMessageId === undefined) return { kind: 'ask' };
  for (let messageId = afterMessageId + 1; messageId <= afterMessageId + IDS_TRIED; messageId++) {
    if (await posts.knowsMessage(channel, messageId)) continue;
    const sight = await see(world, deskChat, channel, messageId);
    if (sight.kind === 'cannot tell') return { kind: 'ask' };
    if (sight.kind === 'a message' && isMarked(sight.text, mark)) return { kind: 'there', messageId };
  }
  // Nothing seen counts only where something can be seen: the last known message must be.
  const control = await see(world, deskChat, channel, afterMessageId);
  return { kind: control.kind === 'a message' ? 'not there' : 'ask' };
}

/** Where either is not known (a post that an older version began, a message without words) a message is taken for it. */
function isMarked(text: string | undefined, mark: string | undefined): boolean {
  return mark === undefined || text === undefined || wordMark(text) === mark;
}

async function see(
  { sender, budget, clock }: Looking,
  deskChat: ChatId,
  channel: string,
  messageId: number,
): Promise<Sight> {
  for (;;) {
    await clock.sleep(await budget.reserve({ lane: 'post', chat: deskChat, isGroup: false }));
    const outcome = await sender.forward(deskChat, chatOf(channel), messageId);
    switch (outcome.kind) {
      case 'sent':
        return { kind: 'a message', ...(outcome.text === undefined ? {} : { text: outcome.text }) };
      case 'rejected':
        return { kind: 'none' };
      case 'rate-limited':
        await budget.hold(outcome.retryAfterMs);
        break;
      case 'unreachable':
      case 'no-answer':
        return { kind: 'cannot tell' };
    }
  }
}
