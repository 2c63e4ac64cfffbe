import type { Clock } from '../clock.ts';
import type { Bot, QueuedUpdate } from '../world/state.ts';
import { dropExpired } from './queue.ts';
import { postUpdate } from './webhook-post.ts';
import { queueOf } from './webhook-queue.ts';

/** Runs the method that a webhook's answer names; its result is told to nobody. */
export type RunReply = (bot: Bot, fields: Record<string, unknown>) => void;

/** Sends a bot's updates to its webhook: one after the other within a queue, queues side by side. */
export type WebhookSender = {
  /** A new update has come, or the webhook was set. */
  readonly wake: () => void;
  /** Forgets retries, since the webhook was changed. */
  readonly reset: () => void;
  readonly close: () => void;
};

type Attempt = { failures: number; notBeforeMs: number };

const GONE_MS = 23 * 3_600_000;
const MAX_RETRY_AFTER_MS = 3_600_000;

export function createWebhookSender(bot: Bot, clock: Clock, run: RunReply): WebhookSender {
  const busy = new Set<string>();
  const attempts = new Map<string, Attempt>();
  let goneSinceMs: number | undefined;
  let cancelWake: (() => void) | undefined;
  let closed = false;
  let generation = 0;

  /** The first update of each queue that may go now. */
  const due = (room: number): { queue: string; update: QueuedUpdate }[] => {
    const seen = new Set<string>();
    const ready: { queue: string; update: QueuedUpdate }[] = [];
    for (const update of bot.queue.items) {
      if (ready.length >= room) break;
      const queue = queueOf(update);
      if (seen.has(queue)) continue;
      seen.add(queue);
      if (!busy.has(queue) && (attempts.get(queue)?.notBeforeMs ?? 0) <= clock.now()) {
        ready.push({ queue, update });
      }
    }
    return ready;
  };

  const settle = (queue: string, update: QueuedUpdate): void => {
    attempts.delete(queue);
    goneSinceMs = undefined;
    bot.queue.items = bot.queue.items.filter((other) => other !== update);
  };

  /** First again at once, then after 2, 4, 8 … seconds, up to 60 to 120. */
  const postpone = (queue: string, retryAfterMs: number | undefined): void => {
    const failures = (attempts.get(queue)?.failures ?? 0) + 1;
    const backoffMs =
      failures === 1 ? 0 : Math.min(2 ** (failures - 1) * 1000, 60_000 + Math.random() * 60_000);
    const waitMs = retryAfterMs === undefined ? backoffMs : Math.min(retryAfterMs, MAX_RETRY_AFTER_MS);
    attempts.set(queue, { failures, notBeforeMs: clock.now() + waitMs });
    clock.later(waitMs, wake);
  };

  const send = async (queue: string, update: QueuedUpdate): Promise<void> => {
    const { webhook } = bot;
    const mine = generation;
    if (webhook === undefined) return;
    busy.add(queue);
    const outcome = await postUpdate(webhook, update);
    if (closed || mine !== generation) return;
    busy.delete(queue);
    if (outcome.kind === 'accepted') {
      settle(queue, update);
      if (outcome.reply !== undefined) run(bot, outcome.reply);
      wake();
      return;
    }
    webhook.lastErrorDate = Math.floor(clock.now() / 1000);
    webhook.lastErrorMessage = outcome.reason;
    if (outcome.kind === 'gone') {
      goneSinceMs ??= clock.now();
      if (clock.now() - goneSinceMs >= GONE_MS) {
        bot.webhook = undefined;
        return;
      }
    }
    postpone(queue, outcome.retryAfterMs);
  };

  const wake = (): void => {
    if (closed || cancelWake !== undefined) return;
    cancelWake = clock.later(0, () => {
      cancelWake = undefined;
      if (bot.webhook === undefined) return;
      dropExpired(bot.queue, clock.now());
      for (const { queue, update } of due(bot.webhook.maxConnections - busy.size)) {
        void send(queue, update);
      }
    });
  };

  return {
    wake,
    reset: () => {
      generation += 1;
      busy.clear();
      attempts.clear();
      goneSinceMs = undefined;
    },
    close: () => {
      closed = true;
    },
  };
}
