import { existsSync } from 'node:fs';
import type { LinkPreview } from '../app/compose-channel-post.ts';
import type { ChannelOrder } from '../app/delivery/channel-plan.ts';
import type { Route } from '../domain/article/route.ts';
import { MISSED_SLOTS, type MissedSlots } from '../domain/delivery/due-slots.ts';
import type { QuietHours } from '../domain/delivery/quiet-hours.ts';
import type { Schedule } from '../domain/delivery/schedule.ts';
import type { Timezone } from '../domain/delivery/wall-time.ts';
import { type ChannelSettings, type FileSettings, readConfigFile } from './config-file.ts';
import * as read from './config-values.ts';

/** One channel and when it is posted to. */
export type ChannelConfig = {
  /** `@name` or `-100…`. */
  readonly id: string;
  readonly schedule: Schedule;
  readonly postsPerSlot: number;
  readonly timezone: Timezone;
  readonly quietHours?: QuietHours;
  /** Of the words round an article: `en`. */
  readonly language: string;
  readonly order?: ChannelOrder;
  /** Words that make an article important to this channel. */
  readonly important?: readonly string[];
  /** Between two posts, in milliseconds. */
  readonly minGapMs?: number;
  /** Older news is no news. */
  readonly maxAgeMs?: number;
  readonly missed?: MissedSlots;
  /** Nothing goes out before an editor has approved it. */
  readonly needsApproval?: boolean;
  /** Whether posts come with the article's picture; they do, without a word. */
  readonly photo?: boolean;
  /** Of the article's page, in posts without a picture. */
  readonly linkPreview?: LinkPreview;
  /** Which articles it takes; all, without one. */
  readonly route?: Route;
};

export type ModelConfig = { readonly url: string; readonly model: string; readonly key?: string };

export type Config = {
  readonly token?: string;
  readonly apiRoot?: string;
  readonly channels: readonly ChannelConfig[];
  readonly admins: readonly number[];
  readonly deskChat?: number | string;
  readonly feeds: readonly string[];
  readonly feedIntervalMs: number;
  /** What a feed holds when it is read for the first time is archive, not news. */
  readonly backlogIsArchive: boolean;
  readonly articlesDir?: string;
  readonly timezone: Timezone;
  readonly redisUrl?: string;
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly port?: number;
  /** Where an outside source is asked for people, with `{language}` in it. */
  readonly wikipediaRoot?: string;
  /** The language model that writes summaries, when the newsroom wants one. */
  readonly model?: ModelConfig;
  readonly messagesPerSecond: number;
  /** Of broadcasts that an editor wants to pay for. */
  readonly paidMessagesPerSecond?: number;
  readonly logLevel: string;
};

export type ConfigReading = { readonly config: Config } | { readonly problems: readonly string[] };

const HOUR_MS = 3_600_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment, and the YAML file where there is one. All that is wrong is told at once. */
export function readConfig(env: Environment): ConfigReading {
  const problems: string[] = [];
  const one = <T>(name: string, reader: read.Reader<T>, fallback?: string): T | undefined => {
    const text = env[name]?.trim() || fallback;
    if (text === undefined) return undefined;
    const value = reader(text);
    if (!read.isProblem(value)) return value;
    const shown = read.isSecret(name) ? 'is not right' : `is "${text}"`;
    problems.push(`${name} ${shown}: ${value.problem}`);
    return undefined;
  };
  const file = readFile(env, problems);
  const timezone = one('TIMEZONE', read.timezone, 'UTC') ?? read.UTC;
  const channels = readChannels(one, file, timezone, problems);
  const webhook = readWebhook(one, problems);
  const config: Config = {
    channels,
    timezone,
    admins: one('ADMIN_IDS', read.userIds) ?? [],
    feeds: [...new Set([...(one('FEEDS', read.feeds) ?? []), ...(file.feeds ?? [])])],
    feedIntervalMs: (one('FEED_INTERVAL', read.positive, '300') ?? 300) * 1000,
    backlogIsArchive: one('FEED_BACKLOG', read.backlog, 'post') === 'archive',
    messagesPerSecond: one('MESSAGES_PER_SECOND', read.positive, '28') ?? 28,
    logLevel: one('LOG_LEVEL', read.logLevel, 'info') ?? 'info',
    ...present('paidMessagesPerSecond', one('PAID_MESSAGES_PER_SECOND', read.paidRate)),
    ...present('token', one('BOT_TOKEN', read.token)),
    ...present('apiRoot', one('TELEGRAM_API_ROOT', read.httpUrl)),
    ...present('deskChat', one('DESK_CHAT_ID', read.chat)),
    ...present('articlesDir', one('ARTICLES_DIR', read.folder)),
    ...present('redisUrl', one('REDIS_URL', read.redisUrl)),
    ...present('port', one('PORT', read.port)),
    ...present('webhook', webhook),
    ...present('wikipediaRoot', one('WIKIPEDIA_URL', read.httpUrl)),
    ...present('model', readModel(one, problems)),
  };
  return problems.length > 0 ? { problems } : { config };
}

type One = <T>(name: string, reader: read.Reader<T>, fallback?: string) => T | undefined;

function present<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function readFile(env: Environment, problems: string[]): FileSettings {
  const named = env['DATELINE_CONFIG']?.trim();
  if (!named && !existsSync('dateline.yaml')) return {};
  const reading = readConfigFile(named || 'dateline.yaml');
  if ('problems' in reading) problems.push(...reading.problems);
  return 'settings' in reading ? reading.settings : {};
}

/** The channels of the file, each with the environment's word for what it leaves open; else the one of `CHANNEL_ID`. */
function readChannels(
  one: One,
  file: FileSettings,
  timezone: Timezone,
  problems: string[],
): readonly ChannelConfig[] {
  const id = one('CHANNEL_ID', read.chat);
  const quietHours = one('QUIET_HOURS', read.quietHours);
  const common = {
    timezone,
    schedule: one('POST_SCHEDULE', read.schedule, '*/10 * * * *') ?? read.EVERY_TEN_MINUTES,
    postsPerSlot: one('POSTS_PER_SLOT', read.positive, '1') ?? 1,
    language: one('CHANNEL_LANGUAGE', read.language, 'en') ?? 'en',
    ...present('quietHours', quietHours),
  };
  if (file.channels !== undefined)
    return file.channels.map((channel) => channelOf(channel, common, file.topics ?? {}, problems));
  return id === undefined ? [] : [{ id: String(id), ...common }];
}

function channelOf(
  settings: ChannelSettings,
  common: Omit<ChannelConfig, 'id'>,
  topics: NonNullable<FileSettings['topics']>,
  problems: string[],
): ChannelConfig {
  const own = <T>(key: string, text: string | undefined, reader: read.Reader<T>): T | undefined => {
    if (text === undefined) return undefined;
    const value = reader(text);
    if (!read.isProblem(value)) return value;
    problems.push(`${key} of channel ${settings.id} is "${text}": ${value.problem}`);
    return undefined;
  };
  return {
    ...common,
    id: settings.id,
    ...present('schedule', own('schedule', settings.schedule, read.schedule)),
    ...present('timezone', own('timezone', settings.timezone, read.timezone)),
    ...present('quietHours', own('quietHours', settings.quietHours, read.quietHours)),
    ...present('language', settings.language),
    ...present('postsPerSlot', settings.postsPerSlot),
    ...present('order', settings.order),
    ...present('important', settings.important),
    ...present('minGapMs', inMs(settings.minGap, 1000)),
    ...present('maxAgeMs', inMs(settings.maxAge, HOUR_MS)),
    ...present('missed', settings.missed && { ...MISSED_SLOTS, makeUp: settings.missed }),
    ...present('needsApproval', settings.approval === 'required' ? true : undefined),
    ...present('photo', settings.photo),
    ...present('linkPreview', settings.linkPreview),
    ...present('route', routeOf(settings, topics, problems)),
  };
}

function inMs(count: number | undefined, unitMs: number): number | undefined {
  return count === undefined ? undefined : count * unitMs;
}

function routeOf(
  { id, sources, languages, topics: names, words, without }: ChannelSettings,
  topics: NonNullable<FileSettings['topics']>,
  problems: string[],
): Route | undefined {
  for (const name of names ?? []) {
    if (!Object.hasOwn(topics, name))
      problems.push(
        `topics of channel ${id} has "${name}": write its words under topics at the top of the file`,
      );
  }
  const route: Route = {
    ...present(
      'topics',
      names?.map((name) => topics[name] ?? []),
    ),
    ...present('sources', sources),
    ...present('languages', languages),
    ...present('words', words),
    ...present('without', without),
  };
  return Object.keys(route).length === 0 ? undefined : route;
}

function readModel(one: One, problems: string[]): ModelConfig | undefined {
  const url = one('SUMMARY_MODEL_URL', read.httpUrl);
  const model = one('SUMMARY_MODEL', read.anything);
  const key = one('SUMMARY_MODEL_KEY', read.anything);
  if (url === undefined) return undefined;
  if (model === undefined) {
    problems.push(
      'SUMMARY_MODEL is not set: with SUMMARY_MODEL_URL write the name of the model that is asked',
    );
    return undefined;
  }
  return { url, model, ...present('key', key) };
}

function readWebhook(one: One, problems: string[]): Config['webhook'] {
  const url = one('WEBHOOK_URL', read.httpUrl);
  const secret = one('WEBHOOK_SECRET', read.webhookSecret);
  if (url === undefined) return undefined;
  if (secret === undefined) {
    problems.push(
      'WEBHOOK_SECRET is not set: with WEBHOOK_URL write 16 to 256 characters of A-Z a-z 0-9 _ -',
    );
    return undefined;
  }
  return { url, secret };
}
