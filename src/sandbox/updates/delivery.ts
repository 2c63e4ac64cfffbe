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
      of(bot).queuedAtMs.push(clock.now());
      if (bot.webhook === undefined) of(bot).longPoll.wake();
      else of(bot).webhook.wake();
    },
    recentUpdates: (bot) => {
      const mine = of(bot);
      const since = clock.now() - MINUTE_MS;
      const old = mine.queuedAtMs.findIndex((at) => at >= since);
      if (old !== 0) mine.queuedAtMs = old < 0 ? [] : mine.queuedAtMs.slice(old);
      return mine.queuedAtMs.length;
    },
    longPoll: (bot) => of(bot).longPoll,
    webhook: (bot) => of(bot).webhook,
    close: () => {
      for (const { webhook } of perBot.values()) webhook.close();
    },
  };
}
