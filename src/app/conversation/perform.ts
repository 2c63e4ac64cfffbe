import type { Clock, Log } from '../ports/clock.ts';
import type { Budget, Subscribers } from '../ports/delivery.ts';
import type { ChatId, Presses, Sender, SendOutcome } from '../ports/telegram.ts';
import type { Action } from './conversation.ts';

export type Performing = {
  readonly sender: Sender;
  readonly presses: Presses;
  readonly budget: Budget;
  readonly subscribers: Subscribers;
  readonly clock: Clock;
  readonly log: Log;
};

/** A reply that got no answer is sent again this often: a reader would rather read it twice than never. */
const TRIES_WITHOUT_ANSWER = 7;
/** A 429 says for certain that nothing was sent, so waiting it out is safe; this bounds a server gone mad. */
const TRIES_WHEN_LIMITED = 10;
/** Between two tries, doubled each time: an outage of a minute is no reason to give a reader up. */
const PAUSE_MS = { first: 500, longest: 15_000 } as const;

/** Does what an answer asks for, in order. Throws when a reply could not be brought out, so that it is tried again. */
export async function perform(world: Performing, actions: readonly Action[]): Promise<void> {
  for (const action of actions) {
    const instead = await performOne(world, action);
    if (instead !== undefined) return perform(world, instead);
  }
}

/** Answers what is to be done instead of the rest, where that has lost its ground. */
async function performOne(world: Performing, action: Action): Promise<readonly Action[] | undefined> {
  const { sender, presses } = world;
  switch (action.kind) {
    case 'answer press':
      await presses.answer(
        action.queryId,
        action.note === undefined ? undefined : { text: action.note, alert: action.alert ?? false },
      );
      return undefined;
    case 'send': {
      const outcome = await untilSettled(world, action.chat, () => sender.send(action.chat, action.message));
      if (outcome.kind === 'sent') await action.sent?.(outcome.messageId);
      return undefined;
    }
    case 'send file':
      await untilSettled(world, action.chat, () => sender.sendFile(action.chat, action.file));
      return undefined;
    case 'copy': {
      const { chat, message, orElse } = action;
      const outcome = await untilSettled(world, chat, () => sender.copy(chat, message));
      return outcome.kind === 'rejected' && orElse !== undefined
        ? [{ kind: 'send', chat, message: orElse }]
        : undefined;
    }
    case 'edit':
      await untilSettled(world, action.chat, () =>
        sender.edit(action.chat, action.messageId, action.message),
      );
      return undefined;
  }
}

type Unsettled = Extract<SendOutcome, { kind: 'rate-limited' | 'no-answer' }>;

type Tries = { limited: number; unanswered: number; unconnected: number };

async function untilSettled(
  world: Performing,
  chat: ChatId,
  send: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const { budget, clock, subscribers, log } = world;
  const tries: Tries = { limited: 0, unanswered: 0, unconnected: 0 };
  for (;;) {
    const waitMs = await budget.reserve({ lane: 'reply', chat, isGroup: isGroup(chat) });
    // Even no time at all is a millisecond of a timer.
    if (waitMs > 0) await clock.sleep(waitMs);
    const outcome = await send();
    switch (outcome.kind) {
      case 'sent':
        return outcome;
      case 'unreachable':
        if (typeof chat === 'number') await subscribers.remove(chat, outcome.reason);
        return outcome;
      case 'rejected':
        log.error({ chat, reason: outcome.reason }, 'Telegram refused a reply');
        return outcome;
      case 'rate-limited':
      case 'no-answer':
        await waitOut(world, outcome, tries);
        break;
    }
  }
}

/** Waits until a reply may be tried again. @throws when it was tried often enough. */
async function waitOut({ budget, clock }: Performing, outcome: Unsettled, tries: Tries): Promise<void> {
  if (outcome.kind === 'rate-limited') {
    await budget.hold(outcome.retryAfterMs);
    tries.limited++;
    if (tries.limited >= TRIES_WHEN_LIMITED) throw new Error('Telegram kept asking for a pause');
    return;
  }
  // What never reached Telegram is nobody's fault here, and waits for as long as Telegram is away.
  if (outcome.neverLeft) tries.unconnected++;
  else tries.unanswered++;
  if (tries.unanswered >= TRIES_WITHOUT_ANSWER) {
    throw new Error(`Telegram gave no answer: ${outcome.reason}`);
  }
  await clock.sleep(pauseMs(tries.unanswered + tries.unconnected));
}

function pauseMs(tries: number): number {
  return Math.min(PAUSE_MS.first * 2 ** tries, PAUSE_MS.longest);
}

/** Of the ids that Telegram gives, those of people alone are positive. */
function isGroup(chat: ChatId): boolean {
  return typeof chat === 'string' || chat < 0;
}
