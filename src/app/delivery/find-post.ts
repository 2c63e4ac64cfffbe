import type { UnknownPost } from '../ports/ledger.ts';
import type { ChatId } from '../ports/telegram.ts';
import { chatOf, type Publishing } from './channel-plan.ts';

type Looking = Pick<Publishing, 'posts' | 'budget' | 'sender' | 'clock' | 'desk' | 'deskChat' | 'log'>;

/** Ids after the last known one that are tried: others may have posted by hand, or deleted. */
const IDS_TRIED = 5;

/** What forwarding one id showed. */
type Sight = 'a message' | 'none' | 'cannot tell';

/**
 * Looks for one post of which nobody knows whether it is in the channel. Message ids in a channel run upwards, so
 * the next ones after the last known are forwarded to the desk: what is there and is no other post of ours is it. Asks an
 * editor when that cannot tell.
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
  { channel, afterMessageId }: UnknownPost,
): Promise<Parameters<Looking['posts']['resolve']>[1]> {
  const { deskChat, posts } = world;
  if (deskChat === undefined || afterMessageId === undefined) return { kind: 'ask' };
  for (let messageId = afterMessageId + 1; messageId <= afterMessageId + IDS_TRIED; messageId++) {
    if (await posts.knowsMessage(channel, messageId)) continue;
    const sight = await see(world, deskChat, channel, messageId);
    if (sight === 'a message') return { kind: 'there', messageId };
    if (sight === 'cannot tell') return { kind: 'ask' };
  }
  // Nothing seen counts only where something can be seen: the last known message must be.
  const control = await see(world, deskChat, channel, afterMessageId);
  return { kind: control === 'a message' ? 'not there' : 'ask' };
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
        return 'a message';
      case 'rejected':
        return 'none';
      case 'rate-limited':
        await budget.hold(outcome.retryAfterMs);
        break;
      case 'unreachable':
      case 'no-answer':
        return 'cannot tell';
    }
  }
}
