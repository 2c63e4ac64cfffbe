import { type Answer, badRequest, tooManyRequests } from '../answer.ts';
import type { Call } from '../call.ts';
import { ok } from '../call.ts';
import { readAllowedUpdates } from '../updates/update-types.ts';
import { isLoopback } from '../updates/webhook-post.ts';
import { flag, has, integer, json, text } from '../wire/arguments.ts';
import type { Bot, Webhook } from '../world/state.ts';

const PORTS = ['', '80', '88', '443', '8443'];
/** One change a second. */
const MIN_INTERVAL_MS = 1000;
const changedAtMs = new WeakMap<Bot, number>();

/** Sets the webhook, or removes it where the address is empty. */
export function setWebhook(call: Call): Answer {
  const { bot, core } = call;
  const url = text(call.args, 'url');
  const secret = text(call.args, 'secret_token');
  const given = json(call.args, 'allowed_updates');
  if (given === 'not json') throw badRequest("Can't parse allowed updates JSON object");
  if (url === '') return remove(call);
  if (secret.length > 256) throw badRequest('Secret token is too long');
  if (/[^A-Za-z0-9_-]/.test(secret)) throw badRequest('Secret token contains unallowed characters');
  const webhook = toWebhook(url, secret, integer(call.args, 'max_connections', 40));
  const isSame =
    JSON.stringify([bot.webhook?.url, bot.webhook?.secretToken]) ===
    JSON.stringify([webhook.url, webhook.secretToken]);
  const now = core.clock.now();
  const isChange = !isSame || has(call.args, 'allowed_updates') || has(call.args, 'certificate');
  if (isChange && now - (changedAtMs.get(bot) ?? Number.NEGATIVE_INFINITY) < MIN_INTERVAL_MS) {
    throw tooManyRequests(1);
  }
  const types = readAllowedUpdates(given.value);
  if (types !== undefined) bot.allowedUpdates = types;
  if (flag(call.args, 'drop_pending_updates')) bot.queue.items = [];
  if (!isChange) return ok(true, 'Webhook is already set');
  changedAtMs.set(bot, now);
  bot.webhook = webhook;
  core.delivery.longPoll(bot).end('Terminated by setWebhook request');
  core.delivery.webhook(bot).reset();
  core.delivery.webhook(bot).wake();
  core.touch();
  return ok(true, 'Webhook was set');
}

function remove({ bot, core, args }: Call): Answer {
  const had = bot.webhook !== undefined;
  bot.webhook = undefined;
  core.delivery.webhook(bot).reset();
  if (flag(args, 'drop_pending_updates')) bot.queue.items = [];
  core.touch();
  return ok(true, had ? 'Webhook was deleted' : 'Webhook is already deleted');
}

/** On this machine anything goes, as with a Bot API server of one's own; elsewhere what the cloud allows. */
function toWebhook(url: string, secret: string, maxConnections: number): Webhook {
  const bad = (why: string): Error => badRequest(`bad webhook: ${why}`);
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) {
    throw bad('invalid webhook URL specified');
  }
  if (!isLoopback(address.hostname)) {
    if (address.protocol !== 'https:') throw bad('An HTTPS URL must be provided for webhook');
    if (!PORTS.includes(address.port)) {
      throw bad('Webhook can be set up only on ports 80, 88, 443 or 8443');
    }
  }
  return {
    url,
    maxConnections: Math.min(Math.max(maxConnections, 1), 100),
    ...(secret === '' ? {} : { secretToken: secret }),
  };
}
