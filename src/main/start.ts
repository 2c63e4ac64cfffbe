import type { Logger } from 'pino';
import { registerCommands } from '../adapters/telegram/register-commands.ts';
import { broadcasting } from './broadcasting.ts';
import { readConfig } from './config.ts';
import { type Demo, startDemo } from './demo.ts';
import type { Environment } from './environment.ts';
import { ingestingAside } from './ingesting-aside.ts';
import { type Role, runUntilStopped, stopSignal } from './lifetime.ts';
import { createLog } from './log.ts';
import { type LiveConfig, openParts, type Parts } from './parts.ts';
import { REDIS_FOLDER, startPrivateRedis } from './private-redis.ts';
import { answering, polling, publishing, tellingFollowers } from './roles.ts';
import { serveHttp } from './serve-http.ts';

type Process = 'start' | 'web' | 'worker';

/** `dateline start`: everything in one process; without a token, with the sandbox and the demo newsroom. */
export async function start(env: Environment): Promise<void> {
  const wantsDemo = !env['BOT_TOKEN']?.trim() && !env['TELEGRAM_API_ROOT']?.trim();
  if (!wantsDemo) return run('start', env);
  const demo = await startDemo(env);
  try {
    await run('start', demo.env, demo);
  } finally {
    await demo.close();
  }
}

/** `dateline web`: takes updates and answers them; health and metrics. */
export function web(env: Environment): Promise<void> {
  return run('web', env);
}

/** `dateline worker`: ingest, schedule, deliveries. */
export function worker(env: Environment): Promise<void> {
  return run('worker', env);
}

async function run(process_: Process, env: Environment, demo?: Demo): Promise<void> {
  const { live, stop } = await prepare(env, demo?.minGapMs);
  const log = createLog(live.logLevel, secretsOf(live));
  const stopping = stopSignal();
  try {
    const parts = await openedUnlessStopped(live, log, stopping.signal);
    if (parts === undefined) return;
    try {
      await work(process_, parts, stopping, log, demo);
    } finally {
      await parts.close();
    }
  } finally {
    await stop();
  }
}

/** Undefined when it was told to stop before it had begun, which is no failure. */
async function openedUnlessStopped(
  live: LiveConfig,
  log: Logger,
  signal: AbortSignal,
): Promise<Parts | undefined> {
  try {
    return await openParts(live, log, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    log.info({}, 'Stopped before it had begun');
    return undefined;
  }
}

async function work(
  process_: Process,
  parts: Parts,
  stopping: AbortController,
  log: Logger,
  demo: Demo | undefined,
): Promise<void> {
  const http = await serveHttp(parts, process_, stopping.signal);
  try {
    await registerCommands(parts.api, parts.messages, parts.config.admins).catch((err: unknown) => {
      log.warn({ err }, 'The commands could not be put into the menu');
    });
    log.info({ bot: parts.identity.botUsername, process: process_ }, 'Dateline is running');
    if (demo !== undefined) announce(demo);
    await runUntilStopped(rolesOf(process_, parts), stopping, log);
  } finally {
    await http?.close();
  }
  log.info({}, 'Stopped: everything is settled');
}

function announce({ address }: Demo): void {
  const lines = [
    '',
    '  Dateline is at work, with a Telegram in memory and an invented newspaper.',
    `  Watch it at  ${address}/`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function rolesOf(process_: Process, parts: Parts): readonly Role[] {
  const takesUpdates = parts.config.webhook === undefined ? [polling(parts)] : [];
  const forUpdates = [...takesUpdates, answering(parts)];
  const forArticles = [
    ingestingAside(parts),
    publishing(parts),
    tellingFollowers(parts),
    broadcasting(parts),
  ];
  switch (process_) {
    case 'start':
      return [...forUpdates, ...forArticles];
    case 'web':
      return forUpdates;
    case 'worker':
      return forArticles;
  }
}

/** The configuration, complete: a private Redis stands in for the one that is not named. */
async function prepare(
  env: Environment,
  minGapMs?: number,
): Promise<{ live: LiveConfig; stop: () => Promise<void> }> {
  const reading = readConfig(env);
  const problems = 'problems' in reading ? [...reading.problems] : [];
  if (!env['BOT_TOKEN']?.trim()) {
    problems.unshift(
      'BOT_TOKEN is not set: write the token that @BotFather gave you, or run npm start without any',
    );
  }
  if ('problems' in reading || reading.config.token === undefined) {
    throw new Error(`The configuration is wrong:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
  const channels = reading.config.channels.map((channel) =>
    minGapMs === undefined ? channel : { minGapMs, ...channel },
  );
  const config = { ...reading.config, channels };
  const { token, redisUrl } = config;
  if (token !== undefined && redisUrl !== undefined) {
    return { live: { ...config, token, redisUrl }, stop: () => Promise.resolve() };
  }
  const redis = await startPrivateRedis(REDIS_FOLDER);
  return { live: { ...config, token: token ?? '', redisUrl: redis.url }, stop: redis.stop };
}

/** What must never be read in a log: the token, and what stands before the @ of an address. */
function secretsOf({ token, redisUrl, webhook, model }: LiveConfig): readonly string[] {
  const login = /\/\/(?:[^:@/]*:)?([^@/]+)@/.exec(redisUrl)?.[1];
  const secret = token.split(':')[1] ?? token;
  const logins = login === undefined ? [] : [login, decodeURIComponent(login)];
  return [secret, ...logins, webhook?.secret ?? '', model?.key ?? ''];
}
