import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { stopAnalyzing } from '../adapters/analysis/analyze-in-turn.ts';
import { createWikipedia } from '../adapters/encyclopedia/wikipedia.ts';
import { stopReadingItems } from '../adapters/feeds/items-workers.ts';
import { stopReadingPages } from '../adapters/feeds/read-page.ts';
import { createMetrics, type Metrics } from '../adapters/http/metrics.ts';
import { readMessages } from '../adapters/messages/fluent-messages.ts';
import { createArchive } from '../adapters/redis/archive/archive.ts';
import { cachedEncyclopedia } from '../adapters/redis/cached-encyclopedia.ts';
import { connectRedis, type RedisClient } from '../adapters/redis/connect.ts';
import { createBroadcasts } from '../adapters/redis/delivery/broadcasts.ts';
import { createBudget } from '../adapters/redis/delivery/budget.ts';
import { createFollows } from '../adapters/redis/delivery/follows.ts';
import { createPosts } from '../adapters/redis/delivery/posts.ts';
import { createSubscribers } from '../adapters/redis/delivery/subscribers.ts';
import { createUpdateLog } from '../adapters/redis/delivery/update-log.ts';
import { createDeskDrafts } from '../adapters/redis/desk-drafts.ts';
import { createFates } from '../adapters/redis/fates.ts';
import { createFurnitureBook } from '../adapters/redis/furniture-book.ts';
import { botOf, redisKeys } from '../adapters/redis/keys.ts';
import { createPageWatch } from '../adapters/redis/page-watch.ts';
import { createSourceStore } from '../adapters/redis/source-store.ts';
import { createBotApi } from '../adapters/telegram/bot-api.ts';
import { createPresses, createSender } from '../adapters/telegram/sender.ts';
import type { Conversation, Identity } from '../app/conversation/conversation.ts';
import { keepAnswers } from '../app/conversation/kept-answers.ts';
import type { Performing } from '../app/conversation/perform.ts';
import type { Archive, ArchiveDesk } from '../app/ports/archive.ts';
import type { Clock, Log } from '../app/ports/clock.ts';
import type { Subscribers, UpdateLog } from '../app/ports/delivery.ts';
import type { Follows } from '../app/ports/follows.ts';
import type { FurnitureBook } from '../app/ports/furniture.ts';
import type { BroadcastLedger, PostLedger } from '../app/ports/ledger.ts';
import type { Messages } from '../app/ports/messages.ts';
import type { PageWatch } from '../app/ports/page-watch.ts';
import type { Fates, SourceStore } from '../app/ports/sources.ts';
import type { ChatId, Sender } from '../app/ports/telegram.ts';
import { type Desk, type DeskNews, tellDesk } from '../app/tell-desk.ts';
import type { ArticleId } from '../domain/article/article.ts';
import { newArticleId } from './article-id.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { countedSender } from './counted-sender.ts';
import { editorIntake } from './editor-intake.ts';
import { USER_AGENT } from './fetching.ts';
import { askIdentity } from './identity.ts';
import { createOperations } from './operations.ts';
import { createPostChanges } from './post-changes.ts';
import { postFor } from './posts-of-channels.ts';
import { requireRedis } from './require-redis.ts';
import { createSourceDesk } from './source-desk.ts';

/** A configuration with which the bot can run. */
export type LiveConfig = Config & { readonly token: string; readonly redisUrl: string };

/** All parts of the bot, wired. */
export type Parts = {
  readonly config: LiveConfig;
  readonly clock: Clock;
  readonly log: Log;
  readonly redis: RedisClient;
  readonly api: Api;
  readonly identity: Identity;
  readonly messages: Messages;
  readonly archive: Archive & ArchiveDesk;
  readonly subscribers: Subscribers;
  readonly follows: Follows;
  readonly broadcasts: BroadcastLedger;
  readonly posts: PostLedger;
  readonly updates: UpdateLog<Update>;
  readonly sources: SourceStore;
  readonly fates: Fates;
  readonly pages: PageWatch;
  readonly furniture: FurnitureBook;
  readonly sender: Sender;
  readonly performing: Performing;
  readonly conversation: Conversation;
  readonly metrics: Metrics;
  readonly deskChat: ChatId | undefined;
  readonly tellDesk: (news: DeskNews) => Promise<void>;
  readonly newId: () => ArticleId;
  readonly close: () => Promise<void>;
};

/**
 * Connects to Redis and Telegram and puts the bot together.
 * @throws with a sentence for the operator when Redis cannot be reached or would throw data away, or the token is refused.
 */
export async function openParts(config: LiveConfig, log: Log, signal: AbortSignal): Promise<Parts> {
  const redis = connectRedis(config.redisUrl, { log });
  try {
    return await assemble(config, redis, log, signal);
  } catch (error) {
    // An open connection would keep the process, and its private Redis, alive.
    redis.disconnect();
    throw error;
  }
}

async function assemble(
  config: LiveConfig,
  redis: RedisClient,
  log: Log,
  signal: AbortSignal,
): Promise<Parts> {
  const clock = systemClock;
  const findings = await requireRedis(redis, clock, signal);
  const botId = botOf(config.token);
  const store = { redis, botId, log, clock };
  const api = createBotApi(config.token, config.apiRoot);
  const identity = await askIdentity(api, config, { clock, log }, signal);
  const messages = readMessages(new URL('../../messages/', import.meta.url));
  const { messagesPerSecond, paidMessagesPerSecond } = config;
  const paid = paidMessagesPerSecond === undefined ? {} : { paidMessagesPerSecond };
  const kept = inRedis({ ...store, messagesPerSecond, ...paid });
  const { archive, subscribers, posts, sources, fates, furniture } = kept;
  const metrics = createMetrics({
    subscribers: () => subscribers.count(),
    waiting: () => waitingIn(posts, identity.channels),
  });
  const sender = countedSender(createSender(api), metrics);
  const performing: Performing = {
    sender,
    presses: createPresses(api, (err) => log.debug({ err }, 'A press could not be answered')),
    budget: createBudget({ ...store, messagesPerSecond }),
    subscribers,
    clock,
    log,
  };
  const deskChat = config.deskChat ?? config.admins[0];
  const language = messages.languageFor(config.channels[0]?.language);
  const preview: Desk['preview'] = (article, channel) =>
    postFor({ config, identity, messages }, article, channel);
  const desk: Desk = { performing, archive, say: messages.in(language), chat: deskChat, preview };
  const tell = (news: DeskNews): Promise<void> => tellDesk(desk, news);
  for (const finding of findings) void tell({ kind: 'redis forgets', finding });
  const newId = newArticleId;
  const conversation: Conversation = {
    ...{ ...kept, messages, identity, clock, log },
    keptAnswers: keepAnswers({ archive, clock }),
    previewPost: preview,
    postChanges: createPostChanges({ config, identity, messages, archive, posts, sender, performing }),
    drafts: createDeskDrafts(redis, redisKeys(botId).own),
    operations: createOperations({ redis, archive, sources, fates, channels: config.channels, clock }),
    sources: createSourceDesk(sources, config.feeds),
    intake: editorIntake({ archive, clock, log, newId, metrics, config, furniture, fates, api }),
    ...paid,
    ...outsideSource(config, redis, log),
  };
  return {
    ...{ ...kept, config, clock, log, redis, api, identity, messages },
    ...{ sender, performing, conversation, metrics, deskChat },
    updates: createUpdateLog<Update>({
      ...store,
      onAside: (_update, reason) => tell({ kind: 'update set aside', reason }),
    }),
    tellDesk: tell,
    newId,
    close: async () => {
      await Promise.all([stopReadingPages(), stopReadingItems(), stopAnalyzing()]);
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** What Redis keeps for all processes. */
type Kept = Pick<
  Parts,
  'archive' | 'subscribers' | 'follows' | 'broadcasts' | 'posts' | 'sources' | 'fates' | 'pages' | 'furniture'
>;

function inRedis(store: Parameters<typeof createBroadcasts>[0] & Pick<Parts, 'log' | 'clock'>): Kept {
  return {
    archive: createArchive({ ...store, bot: store.botId }),
    subscribers: createSubscribers(store),
    follows: createFollows(store),
    broadcasts: createBroadcasts(store),
    posts: createPosts(store),
    sources: createSourceStore(store),
    fates: createFates(store),
    pages: createPageWatch(store),
    furniture: createFurnitureBook(store),
  };
}

/** Wikipedia, where the operator wants it. */
function outsideSource(
  { token, wikipediaRoot }: LiveConfig,
  redis: RedisClient,
  log: Log,
): Pick<Conversation, 'encyclopedia'> {
  if (wikipediaRoot === undefined) return {};
  const wikipedia = createWikipedia({ root: wikipediaRoot, userAgent: USER_AGENT, log });
  return { encyclopedia: cachedEncyclopedia(wikipedia, redis, redisKeys(botOf(token)).own) };
}

async function waitingIn(posts: PostLedger, channels: readonly string[]): Promise<number> {
  const counts = await Promise.all(channels.map((channel) => posts.waiting(channel, 1)));
  return counts.reduce((sum, { total }) => sum + total, 0);
}
