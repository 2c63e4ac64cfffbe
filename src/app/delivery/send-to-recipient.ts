import { type Ending, SETTLED_AS } from '../../domain/delivery/delivery-states.ts';
import type { Broadcast } from '../ports/delivery.ts';
import type { Recipient, Settlement } from '../ports/ledger.ts';
import type { SendOutcome } from '../ports/telegram.ts';
import type { RunBroadcasts } from './run-broadcasts.ts';

type Sending = Pick<RunBroadcasts, 'broadcasts' | 'subscribers' | 'budget' | 'sender' | 'clock' | 'log'>;

/**
 * Between the word that a send begins and the send itself nothing may lie. A process that was stopped there (a machine that
 * slept, a debugger) would send what the others have counted as unknown long since, and perhaps sent.
 */
export const STOOD_STILL_MS = 5_000;

/** A broadcast whose content says how it is sent: one object for all who get it, so that it is written once. */
export function readyToSend(broadcast: Broadcast): Broadcast {
  const { content, silent, paid } = broadcast;
  return { ...broadcast, content: { ...content, silent, paid } };
}

/** One message of a broadcast that is ready: waits for its moment, says that it begins, sends once, settles. */
export async function sendToRecipient(
  { broadcasts, subscribers, budget, sender, clock, log }: Sending,
  broadcast: Broadcast,
  recipient: Recipient,
): Promise<Ending | 'not begun'> {
  const { content } = broadcast;
  const { chat } = recipient;
  if (recipient.waitMs > 0) await clock.sleep(recipient.waitMs);
  const askedMs = clock.now();
  if (!(await broadcasts.begin(recipient))) return 'not begun';
  if (clock.now() - askedMs > STOOD_STILL_MS) {
    await broadcasts.settle(recipient, 'waiting', 'this process stood still');
    return 'not begun';
  }
  const outcome = await ('fromChat' in content ? sender.copy(chat, content) : sender.send(chat, content));
  if (outcome.kind === 'rate-limited') {
    log.warn(
      { broadcast: broadcast.id, chat, retryAfterMs: outcome.retryAfterMs },
      'Telegram asked for a pause',
    );
    await budget.hold(outcome.retryAfterMs);
  }
  if (outcome.kind === 'unreachable') await subscribers.remove(chat, outcome.reason);
  const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
  const counted = await broadcasts.settle(recipient, settlementOf(outcome), reason);
  if (!counted)
    log.warn({ broadcast: broadcast.id, chat, outcome: outcome.kind }, 'An answer came too late to count');
  return outcome.kind;
}

/** What becomes of a delivery after an answer, or none. */
export function settlementOf(outcome: SendOutcome): Settlement {
  // It never reached Telegram, so it may go again without a doubt.
  if (outcome.kind === 'no-answer' && outcome.neverLeft) return 'waiting';
  return SETTLED_AS[outcome.kind];
}
