import { badRequest, conflict } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { readAllowedUpdates } from '../updates/update-types.ts';
import { isLoopback } from '../updates/webhook-post.ts';
import { flag, integer, json } from '../wire/arguments.ts';
import { setWebhook } from './set-webhook.ts';

/** The list is remembered between calls and shared by both ways of receiving. */
export function rememberAllowedUpdates(call: Call): void {
  const given = json(call.args, 'allowed_updates');
  if (given === 'not json') throw badRequest("Can't parse allowed updates JSON object");
  const types = readAllowedUpdates(given.value);
  if (types !== undefined) call.bot.allowedUpdates = types;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const receiveMethods: Methods = {
  getUpdates: (call) => {
    if (call.bot.webhook !== undefined) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    rememberAllowedUpdates(call);
    return call.core.delivery.longPoll(call.bot).poll({
      offset: integer(call.args, 'offset'),
      limit: clamp(integer(call.args, 'limit', 100), 1, 100),
      timeoutSeconds: clamp(integer(call.args, 'timeout'), 0, 50),
      onHangUp: call.onHangUp,
    });
  },
  setWebhook,
  deleteWebhook: (call) => {
    const had = call.bot.webhook !== undefined;
    call.bot.webhook = undefined;
    call.core.delivery.webhook(call.bot).reset();
    if (flag(call.args, 'drop_pending_updates')) call.bot.queue.items = [];
    call.core.touch();
    return ok(true, had ? 'Webhook was deleted' : 'Webhook is already deleted');
  },
  getWebhookInfo: (call) => {
    const { webhook, queue, allowedUpdates } = call.bot;
    if (webhook === undefined) {
      return ok({ url: '', has_custom_certificate: false, pending_update_count: queue.items.length });
    }
    const failed =
      webhook.lastErrorDate === undefined
        ? {}
        : { last_error_date: webhook.lastErrorDate, last_error_message: webhook.lastErrorMessage };
    return ok({
      url: webhook.url,
      has_custom_certificate: false,
      pending_update_count: queue.items.length,
      max_connections: webhook.maxConnections,
      ...(isLoopback(new URL(webhook.url).hostname) ? { ip_address: '127.0.0.1' } : {}),
      ...failed,
      ...(allowedUpdates === undefined ? {} : { allowed_updates: allowedUpdates }),
    });
  },
  close: () => ok(true),
  logOut: () => ok(true),
};
