import type { Clock } from '../clock.ts';
import type { Bot, QueuedUpdate, World } from '../world/state.ts';
import { createLongPoll, type LongPoll } from './long-poll.ts';
import { DEFAULT_TYPES, lifetimeMs } from './update-types.ts';
import { createWebhookSender, type RunReply, type WebhookSender } from './webhook-sender.ts';

/** How updates reach the bots. */
export type Delivery = {
  /** Queues an update for a bot that wants its type. */
  readonly update: (bot: Bot, type: string, value: Record<string, unknown>) => void;
  /** How many were queued for a bot within the last minute. */
  readonly recentUpdates: (bot: Bot) => number;
  readonly longPoll: (bot: Bot) => LongPoll;
  readonly webhook: (bot: Bot) => WebhookSender;
  readonly close: () => void;
};

type PerBot = { readonly longPoll: LongPoll; readonly webhook: WebhookSender; queuedAtMs: number[] };

const MINUTE_MS = 60_000;
/** Updates after which those of more than a minute ago are forgotten. */
const FORGET_EVERY = 1000;

function forgetOld(mine: PerBot, nowMs: number): void {
  const kept = mine.queuedAtMs.findIndex((at) => at >= nowMs - MINUTE_MS);
  if (kept !== 0) mine.queuedAtMs = kept < 0 ? [] : mine.queuedAtMs.slice(kept);
}

/** @param run calls a method that a webhook's answer names. */
export function createDelivery(world: World, clock: Clock, run: RunReply): Delivery {
  const perBot = new Map<number, PerBot>();
  const of = (bot: Bot): PerBot => {
    const known = perBot.get(bot.id);
    if (known !== undefined) return known;
    const made: PerBot = {
      longPoll: createLongPoll(bot, clock),
      webhook: createWebhookSender(bot, clock, run),
      queuedAtMs: [],
    };
    perBot.set(bot.id, made);
    return made;
  };
  for (const bot of world.bots.values()) if (bot.webhook !== undefined) of(bot).webhook.wake();

  return {
    update: (bot, type, value) => {
      if (!(bot.allowedUpdates ?? DEFAULT_TYPES).includes(type)) return;
      const update: QueuedUpdate = {
        update_id: bot.queue.nextId,
        type,
        value,
        expiresAtMs: clock.now() + lifetimeMs(type),
      };
      bot.queue.nextId += 1;
      bot.queue.items.push(update);
      const mine = of(bot);
      mine.queuedAtMs.push(clock.now());
      if (mine.queuedAtMs.length % FORGET_EVERY === 0) forgetOld(mine, clock.now());
      if (bot.webhook === undefined) mine.longPoll.wake();
      else mine.webhook.wake();
    },
    recentUpdates: (bot) => {
      const mine = of(bot);
      forgetOld(mine, clock.now());
      return mine.queuedAtMs.length;
    },
    longPoll: (bot) => of(bot).longPoll,
    webhook: (bot) => of(bot).webhook,
    close: () => {
      for (const { webhook } of perBot.values()) webhook.close();
    },
  };
}
