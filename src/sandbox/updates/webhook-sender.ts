import type { Clock } from '../clock.ts';
import type { Bot, QueuedUpdate } from '../world/state.ts';
import { dropExpired } from './queue.ts';
import { postUpdate, type WebhookOutcome } from './webhook-post.ts';
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

type Attempt = { readonly failures: number; readonly notBeforeMs: number };

/** What is known of a bot's webhook between two updates. */
type Sending = {
  readonly bot: Bot;
  readonly clock: Clock;
  readonly run: RunReply;
  /** Queues of which an update is on its way. */
  readonly busy: Set<string>;
  readonly attempts: Map<string, Attempt>;
  goneSinceMs: number | undefined;
  isWoken: boolean;
  isClosed: boolean;
  /** Counts the changes of the webhook: an answer to the one before does not count. */
  generation: number;
};

type Due = { readonly queue: string; readonly update: QueuedUpdate };

const GONE_MS = 23 * 3_600_000;
const MAX_RETRY_AFTER_MS = 3_600_000;

export function createWebhookSender(bot: Bot, clock: Clock, run: RunReply): WebhookSender {
  const sending: Sending = {
    bot,
    clock,
    run,
    busy: new Set(),
    attempts: new Map(),
    goneSinceMs: undefined,
    isWoken: false,
    isClosed: false,
    generation: 0,
  };
  return {
    wake: () => wake(sending),
    reset: () => {
      sending.generation += 1;
      sending.busy.clear();
      sending.attempts.clear();
      sending.goneSinceMs = undefined;
    },
    close: () => {
      sending.isClosed = true;
    },
  };
}

/** Sends all that is due, once for all that came at the same time. */
function wake(sending: Sending): void {
  const { bot, clock, busy } = sending;
  if (sending.isClosed || sending.isWoken) return;
  sending.isWoken = true;
  clock.later(0, () => {
    sending.isWoken = false;
    if (bot.webhook === undefined) return;
    dropExpired(bot.queue, clock.now());
    for (const next of due(sending, bot.webhook.maxConnections - busy.size)) void send(sending, next);
  });
}

/** The first update of each queue that may go now. */
function due({ bot, clock, busy, attempts }: Sending, room: number): Due[] {
  const first = new Map<string, QueuedUpdate>();
  for (const update of bot.queue.items) {
    const queue = queueOf(update);
    if (!first.has(queue)) first.set(queue, update);
  }
  return [...first]
    .filter(([queue]) => !busy.has(queue) && (attempts.get(queue)?.notBeforeMs ?? 0) <= clock.now())
    .slice(0, Math.max(room, 0))
    .map(([queue, update]) => ({ queue, update }));
}

async function send(sending: Sending, { queue, update }: Due): Promise<void> {
  const { bot, generation } = sending;
  if (bot.webhook === undefined) return;
  sending.busy.add(queue);
  const outcome = await postUpdate(bot.webhook, update);
  if (sending.isClosed || generation !== sending.generation) return;
  sending.busy.delete(queue);
  if (outcome.kind !== 'accepted') {
    noteFailure(sending, queue, outcome);
    return;
  }
  sending.attempts.delete(queue);
  sending.goneSinceMs = undefined;
  bot.queue.items = bot.queue.items.filter((other) => other !== update);
  if (outcome.reply !== undefined) sending.run(bot, outcome.reply);
  wake(sending);
}

type Failure = Exclude<WebhookOutcome, { kind: 'accepted' }>;

/** A webhook that says for 23 hours that it is gone is believed. */
function noteFailure(sending: Sending, queue: string, failure: Failure): void {
  const { bot, clock } = sending;
  if (bot.webhook === undefined) return;
  bot.webhook.lastErrorDate = Math.floor(clock.now() / 1000);
  bot.webhook.lastErrorMessage = failure.reason;
  sending.goneSinceMs = failure.kind === 'gone' ? (sending.goneSinceMs ?? clock.now()) : undefined;
  if (sending.goneSinceMs !== undefined && clock.now() - sending.goneSinceMs >= GONE_MS) {
    bot.webhook = undefined;
    return;
  }
  const failures = (sending.attempts.get(queue)?.failures ?? 0) + 1;
  const waitMs =
    failure.retryAfterMs === undefined
      ? backoffMs(failures)
      : Math.min(failure.retryAfterMs, MAX_RETRY_AFTER_MS);
  sending.attempts.set(queue, { failures, notBeforeMs: clock.now() + waitMs });
  clock.later(waitMs, () => wake(sending));
}

/** First again at once, then after 2, 4, 8 … seconds, up to 60 to 120. */
function backoffMs(failures: number): number {
  if (failures === 1) return 0;
  return Math.min(2 ** (failures - 1) * 1000, 60_000 + Math.random() * 60_000);
}
