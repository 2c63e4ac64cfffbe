import { createHash } from 'node:crypto';
import type { Update } from 'grammy/types';
import * as v from 'valibot';
import { type HttpServer, startHttpServer } from '../adapters/http/http-server.ts';
import { ALLOWED_UPDATES } from '../adapters/telegram/read-update.ts';
import { untilAnswered } from './identity.ts';
import type { Parts } from './parts.ts';

const READY_WITHIN_MS = 3_000;
const DEFAULT_PORT = 8080;
const REFUSED_WEBHOOK = (reason: string): string => `Telegram refuses WEBHOOK_URL (${reason})`;

const UPDATE = v.looseObject({ update_id: v.pipe(v.number(), v.integer()) });

/** Serves health, metrics and the webhook where the process needs them; undefined where nothing is to be served. */
export async function serveHttp(
  parts: Parts,
  process_: 'start' | 'web' | 'worker',
  signal: AbortSignal,
): Promise<HttpServer | undefined> {
  const { config, updates, api, log, metrics, clock } = parts;
  const { webhook } = config;
  const takesWebhook = webhook !== undefined && process_ !== 'worker';
  if (config.port === undefined && process_ !== 'web' && !takesWebhook) return undefined;
  const path = webhook === undefined ? undefined : webhookPath(webhook.url, config.token);
  const server = await startHttpServer({
    port: config.port ?? DEFAULT_PORT,
    keep: async (data) => updates.append([v.parse(UPDATE, data) as unknown as Update]),
    notReady: () => notReady(parts),
    registry: metrics.registry,
    log,
    ...(webhook === undefined || path === undefined ? {} : { webhook: { path, secret: webhook.secret } }),
  });
  log.info({ port: server.port }, 'Health and metrics are served over HTTP');
  if (takesWebhook && path !== undefined) {
    const url = new URL(path, webhook.url).href;
    const options = { secret_token: webhook.secret, allowed_updates: [...ALLOWED_UPDATES] };
    await untilAnswered(() => api.setWebhook(url, options), { clock, log }, signal, REFUSED_WEBHOOK).catch(
      async (error: unknown) => {
        if (signal.aborted) return;
        await server.close();
        throw error;
      },
    );
  }
  return server;
}

/** The path of the address where it has one of its own, else one that nobody can guess. */
function webhookPath(url: string, token: string): string {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/telegram/') && pathname.length > '/telegram/'.length) return pathname;
  return `/telegram/${createHash('sha256').update(token).digest('hex').slice(0, 32)}`;
}

async function notReady({ redis, api, clock }: Parts): Promise<readonly string[]> {
  const answered = new AbortController();
  const silence = clock.sleep(READY_WITHIN_MS, answered.signal).then(() => false);
  const within = <T>(asked: Promise<T>): Promise<boolean> =>
    Promise.race([asked.then(() => true), silence]).catch(() => false);
  const [hasRedis, hasTelegram] = await Promise.all([within(redis.ping()), within(api.getMe())]);
  answered.abort();
  return [
    ...(hasRedis ? [] : ['Redis cannot be reached']),
    ...(hasTelegram ? [] : ['Telegram cannot be reached']),
  ];
}
