import type { Api } from 'grammy';
import { shownAddress } from '../adapters/feeds/fetch-reading.ts';
import { createFetcher } from '../adapters/feeds/fetcher.ts';
import { parseFeed } from '../adapters/feeds/parse-feed.ts';
import { connectRedis } from '../adapters/redis/connect.ts';
import { createBotApi } from '../adapters/telegram/bot-api.ts';
import { outcomeOfError, refusesToken } from '../adapters/telegram/send-outcome.ts';
import { systemClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import type { Environment } from './environment.ts';
import { hostOf, USER_AGENT } from './fetching.ts';
import { REDIS_FOLDER, startPrivateRedis } from './private-redis.ts';
import { requireRedis } from './require-redis.ts';

/** What one part was found to be; `mend` says what to do. */
type Finding = {
  readonly ok: boolean;
  readonly part: string;
  readonly found: string;
  readonly mend?: string;
};

/** `dateline check`: reads the configuration and tries each part. One line each. Answers the exit code. */
export async function check(env: Environment): Promise<number> {
  const reading = readConfig(env);
  const findings =
    'problems' in reading
      ? reading.problems.map((found): Finding => ({ ok: false, part: 'configuration', found }))
      : await tryParts(reading.config);
  for (const { ok, part, found, mend } of findings) {
    process.stdout.write(
      `${ok ? 'ok   ' : 'wrong'}  ${part}: ${found}${mend === undefined ? '' : ` – ${mend}`}\n`,
    );
  }
  return findings.every(({ ok }) => ok) ? 0 : 1;
}

async function tryParts(config: Config): Promise<readonly Finding[]> {
  const [telegram, redis, feeds] = await Promise.all([
    tryTelegram(config),
    tryRedis(config.redisUrl),
    Promise.all(config.feeds.map(tryFeed)),
  ]);
  const sources = config.feeds.length === 0 && config.articlesDir === undefined;
  return [
    { ok: true, part: 'configuration', found: 'can be read' },
    ...telegram,
    redis,
    ...feeds,
    ...(sources ? [wrong('sources', 'there are none', 'set FEEDS or ARTICLES_DIR')] : []),
  ];
}

function wrong(part: string, found: string, mend: string): Finding {
  return { ok: false, part, found, mend };
}

async function tryTelegram({ token, apiRoot, channels, admins }: Config): Promise<readonly Finding[]> {
  if (token === undefined)
    return [wrong('token', 'BOT_TOKEN is not set', 'write the token that @BotFather gave you')];
  const api = createBotApi(token, apiRoot);
  try {
    const me = await api.getMe();
    const noAdmins = wrong(
      'editors',
      'ADMIN_IDS is not set',
      'write your Telegram user id, so that someone hears of failures',
    );
    const noChannel = wrong('channel', 'CHANNEL_ID is not set', 'write @name of your channel');
    return [
      { ok: true, part: 'token', found: `is that of @${me.username}` },
      ...(await Promise.all(channels.map(({ id }) => tryChannel(api, id, me.id)))),
      ...(channels.length === 0 ? [noChannel] : []),
      ...(admins.length === 0 ? [noAdmins] : []),
    ];
  } catch (error) {
    const outcome = outcomeOfError(error);
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
    const isRefused = refusesToken(error) || outcome.kind === 'rejected' || outcome.kind === 'unreachable';
    return [
      wrong('token', reason, isRefused ? 'ask @BotFather for it again' : 'see that Telegram can be reached'),
    ];
  }
}

async function tryChannel(api: Api, channel: string, bot: number): Promise<Finding> {
  const part = `channel ${channel}`;
  try {
    const member = await api.getChatMember(channel, bot);
    if (member.status === 'administrator' && member.can_post_messages) {
      return { ok: true, part, found: 'the bot may post there' };
    }
    return wrong(
      part,
      'the bot may not post there',
      'make it an administrator that may post, edit and delete messages',
    );
  } catch (error) {
    const outcome = outcomeOfError(error);
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
    return wrong(part, reason, 'see that the name is right and that the bot is its administrator');
  }
}

async function tryRedis(redisUrl: string | undefined): Promise<Finding> {
  const quiet = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const own = redisUrl === undefined ? startPrivateRedis(REDIS_FOLDER) : undefined;
  try {
    const url = redisUrl ?? (await own)?.url ?? '';
    const redis = connectRedis(url, { log: quiet });
    const warnings = await requireRedis(redis, systemClock);
    redis.disconnect();
    const whose = redisUrl === undefined ? 'a private one runs' : 'can be reached';
    return {
      ok: true,
      part: 'Redis',
      found: [`${whose} and keeps what it is told`, ...warnings].join('; but '),
    };
  } catch (error) {
    return { ok: false, part: 'Redis', found: error instanceof Error ? error.message : String(error) };
  } finally {
    await own?.then(({ stop }) => stop()).catch(() => undefined);
  }
}

async function tryFeed(url: string): Promise<Finding> {
  const part = `feed ${shownAddress(url)}`;
  const fetcher = createFetcher({ userAgent: USER_AGENT, allowHosts: [hostOf(url)] });
  try {
    const reading = await fetcher.fetch({ url, kind: 'feed' });
    if (reading.kind !== 'fetched') {
      const reason = reading.kind === 'failed' ? reading.reason : 'gave nothing';
      return wrong(part, reason, 'see that the address is right');
    }
    const feed = parseFeed(reading.bytes, reading.contentType, reading.url);
    if (feed.kind === 'failed') return wrong(part, feed.reason, 'see that it is the address of a feed');
    return { ok: true, part, found: `has ${feed.items.length} items` };
  } finally {
    fetcher.close();
  }
}
