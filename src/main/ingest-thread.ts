import { once } from 'node:events';
import { MessageChannel, parentPort, type Transferable, workerData } from 'node:worker_threads';
import { readMessages } from '../adapters/messages/fluent-messages.ts';
import { createArchive } from '../adapters/redis/archive/archive.ts';
import { connectRedis } from '../adapters/redis/connect.ts';
import { createPosts } from '../adapters/redis/delivery/posts.ts';
import { createFates } from '../adapters/redis/fates.ts';
import { createFurnitureBook } from '../adapters/redis/furniture-book.ts';
import { botOf } from '../adapters/redis/keys.ts';
import { createPageWatch } from '../adapters/redis/page-watch.ts';
import { createSourceStore } from '../adapters/redis/source-store.ts';
import type { DeskNews } from '../app/tell-desk.ts';
import { newArticleId } from './article-id.ts';
import { systemClock as clock } from './clock.ts';
import type { FromIngest, IngestTask } from './ingest-wire.ts';
import { ingesting } from './ingesting.ts';
import { postFor } from './posts-of-channels.ts';
import { forwardingLog } from './thread-log.ts';

const ALIVE_EVERY_MS = 5_000;

const { config, identity } = workerData as IngestTask;

setInterval(() => say({ kind: 'alive' }), ALIVE_EVERY_MS).unref();
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
await run(stopping.signal);

/** Takes in articles over a connection of its own, so that nothing of it stands before what is asked for people. */
async function run(signal: AbortSignal): Promise<void> {
  const botId = botOf(config.token);
  const log = forwardingLog(config.logLevel, (line) => say({ kind: 'log', line }));
  const redis = connectRedis(config.redisUrl, { log });
  const messages = readMessages(new URL('../../messages/', import.meta.url));
  const ingest = ingesting({
    ...{ config, clock, log, redis, tellDesk, newId: newArticleId },
    archive: createArchive({ redis, bot: botId, clock, log }),
    posts: createPosts({ redis, botId, log, clock }),
    sources: createSourceStore({ redis, botId }),
    fates: createFates({ redis, botId }),
    pages: createPageWatch({ redis, botId }),
    furniture: createFurnitureBook({ redis, botId }),
    metrics: { articles: { inc: ({ admission }) => say({ kind: 'admitted', admission }) } },
    previewPost: (article, channel) => postFor({ config, identity, messages }, article, channel),
  });
  try {
    await ingest.run(signal);
  } finally {
    await redis.quit().catch(() => redis.disconnect());
  }
}

function say(message: FromIngest, transfer: readonly Transferable[] = []): void {
  parentPort?.postMessage(message, transfer);
}

/** The process tells the desk; it has the connection to Telegram. */
async function tellDesk(news: DeskNews): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  say({ kind: 'desk', news, told: port2 }, [port2]);
  await once(port1, 'message');
  port1.close();
}
