import type { Budget, Lane } from '../../../app/ports/delivery.ts';
import { gather } from '../gather.ts';
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

/**
 * Telegram asks for one message a second in a chat and 20 a minute in a group or channel (Bot API FAQ). A little more lies
 * between two: else one that is late and the twenty that follow on time would be one too many for a minute.
 */
export const CHAT_SPACING_US = 1_050_000;
const GROUP_SPACING_US = 3_050_000;
/**
 * A timer fires late and an answer of Redis waits while a process is busy. By so much a moment may be missed, at 30 messages a
 * second half of what lies between two; who is later lets it pass and takes another, or the next would be at their heels.
 */
export const LATE_MS = 15;
/** On a machine that is late each time nobody would ever go. */
const PUT_OFF_AT_MOST = 2;

/** A reply may be two messages, or three. */
const REPLY_BURST = 2;

export function spacingUs({ messagesPerSecond }: BudgetLimits): number {
  return Math.max(1, Math.round(1_000_000 / messagesPerSecond));
}

export function paidSpacingUs(limits: BudgetLimits): number {
  const { paidMessagesPerSecond = limits.messagesPerSecond } = limits;
  return spacingUs({ messagesPerSecond: paidMessagesPerSecond });
}

/** Moments that are asked for in one trip. */
const MOST_AT_ONCE = 100;
const UNDER_WAY = 2;

type Moment = { readonly what: '0' | '1' | '2'; readonly waitMs: number; readonly hold: string };

type Step = 'both' | 'token' | 'done';

type Asked = Parameters<Budget['reserve']>[0] & { readonly step: 'both' | 'token' };

/**
 * The shared budget. `reserve` waits for as long as the budget itself makes it wait, so that a hold set meanwhile is
 * obeyed too; what it answers is always 0.
 */
export function createBudget(store: DeliveryStore & BudgetLimits): Budget {
  const { redis, botId, clock = SYSTEM_CLOCK } = store;
  const keys = deliveryKeys(botId);
  const holdScript = loadScript(redis, 'delivery-hold');
  const ask = gather(askTogether(store), { most: MOST_AT_ONCE, underWay: UNDER_WAY });

  const stepAfter = async ({ what, waitMs, hold }: Moment, step: 'both' | 'token'): Promise<Step> => {
    if (what === '0') return step;
    if (what === '2') return 'token';
    // Whoever slept through a hold has no moment any more: all of them at once would bring the next 429.
    const isHeld = waitMs > 0 && ((await redis.get(keys.hold)) ?? '0') !== hold;
    return isHeld ? 'token' : 'done';
  };

  const reserve: Budget['reserve'] = async (request) => {
    let step: Step = 'both';
    let putOff = 0;
    while (step !== 'done') {
      const askedMs = clock.now();
      const moment = await ask({ ...request, step });
      if (moment.waitMs === 0 && moment.what === '1') break;
      await clock.sleep(moment.waitMs);
      step = await stepAfter(moment, step);
      const isLate = moment.waitMs > 0 && clock.now() - askedMs > moment.waitMs + LATE_MS;
      if (step === 'done' && isLate && putOff++ < PUT_OFF_AT_MOST) step = 'token';
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

/** The moments of several messages, reserved in one step in the order in which they were asked for. */
function askTogether(
  store: DeliveryStore & BudgetLimits,
): (asked: readonly Asked[]) => Promise<readonly Moment[]> {
  const keys = deliveryKeys(store.botId);
  const script = loadScript(store.redis, 'delivery-reserve');
  const spacing = spacingUs(store);
  return async (asked) => {
    const reply = await script(
      [keys.budget, keys.hold, ...asked.map(({ chat }) => `${keys.chatBudget}${chat}`)],
      [timeArgument(store), spacing, ...asked.map(wordsOf)],
    );
    const [hold = '0', ...moments] = toTexts(reply);
    return asked.map((_, at) => toMoment(hold, moments[2 * at], moments[2 * at + 1]));
  };
}

function wordsOf({ lane, isGroup, step }: Asked): string {
  const chatSpacing = isGroup ? GROUP_SPACING_US : CHAT_SPACING_US;
  return `${LANE_AHEAD_US[lane]} ${chatSpacing} ${lane === 'reply' ? REPLY_BURST : 0} ${step}`;
}

function toMoment(hold: string, what: string | undefined, waitUs: string | undefined): Moment {
  if (what !== '0' && what !== '1' && what !== '2') throw new Error('Redis answered an unknown reservation');
  return { what, waitMs: Math.ceil(Number(waitUs) / 1000), hold };
}
