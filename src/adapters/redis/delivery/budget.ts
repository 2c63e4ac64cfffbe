import type { Budget, Lane } from '../../../app/ports/delivery.ts';
import { loadScript } from '../load-scripts.ts';
import { deliveryKeys } from './delivery-keys.ts';
import { type DeliveryStore, SYSTEM_CLOCK, timeArgument, toTexts } from './delivery-store.ts';

export type BudgetLimits = {
  /** Of everything the token sends. Telegram allows about 30 messages a second. */
  readonly messagesPerSecond: number;
  /** Of broadcasts that are paid for: up to 1,000. Default: no more than of others. */
  readonly paidMessagesPerSecond?: number;
};

/** How far ahead a lane may reserve, in µs: broadcasts leave room for posts, and both for replies. */
export const LANE_AHEAD_US: Readonly<Record<Lane, number>> = { reply: -1, post: 400_000, broadcast: 100_000 };

/** Telegram asks for one message a second in a chat and 20 a minute in a group or channel (Bot API FAQ). */
export const CHAT_SPACING_US = 1_000_000;
const GROUP_SPACING_US = 3_000_000;
/** A reply may be two messages, or three. */
const REPLY_BURST = 2;

export function spacingUs({ messagesPerSecond }: BudgetLimits): number {
  return Math.max(1, Math.round(1_000_000 / messagesPerSecond));
}

export function paidSpacingUs(limits: BudgetLimits): number {
  const { paidMessagesPerSecond = limits.messagesPerSecond } = limits;
  return spacingUs({ messagesPerSecond: paidMessagesPerSecond });
}

type Moment = { readonly what: '0' | '1' | '2'; readonly waitMs: number; readonly hold: string };

type Step = 'both' | 'token' | 'done';

/**
 * The shared budget. `reserve` waits for as long as the budget itself makes it wait, so that a hold set meanwhile is
 * obeyed too; what it answers is always 0.
 */
export function createBudget(store: DeliveryStore & BudgetLimits): Budget {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const reserveScript = loadScript(redis, 'delivery-reserve');
  const holdScript = loadScript(redis, 'delivery-hold');
  const spacing = spacingUs(store);

  const ask = async (
    { lane, chat, isGroup }: Parameters<Budget['reserve']>[0],
    step: 'both' | 'token',
  ): Promise<Moment> => {
    const chatSpacing = isGroup ? GROUP_SPACING_US : CHAT_SPACING_US;
    const burst = lane === 'reply' ? REPLY_BURST : 0;
    const reply = await reserveScript(
      [keys.budget, keys.hold, `${keys.chatBudget}${chat}`],
      [timeArgument(store), spacing, LANE_AHEAD_US[lane], chatSpacing, burst, step],
    );
    return toMoment(reply);
  };

  const stepAfter = async ({ what, waitMs, hold }: Moment, step: 'both' | 'token'): Promise<Step> => {
    if (what === '0') return step;
    if (what === '2') return 'token';
    // Whoever slept through a hold has no moment any more: all of them at once would bring the next 429.
    const isHeld = waitMs > 0 && ((await redis.get(keys.hold)) ?? '0') !== hold;
    return isHeld ? 'token' : 'done';
  };

  const reserve: Budget['reserve'] = async (request) => {
    let step: Step = 'both';
    while (step !== 'done') {
      const moment = await ask(request, step);
      await clock.sleep(moment.waitMs);
      step = await stepAfter(moment, step);
    }
    return 0;
  };

  return {
    reserve,
    hold: async (ms) => {
      await holdScript([keys.hold], [timeArgument(store), Math.ceil(ms)]);
    },
  };
}

function toMoment(reply: unknown): Moment {
  const [what, waitUs, hold = '0'] = toTexts(reply);
  if (what !== '0' && what !== '1' && what !== '2') throw new Error('Redis answered an unknown reservation');
  return { what, waitMs: Math.ceil(Number(waitUs) / 1000), hold };
}
