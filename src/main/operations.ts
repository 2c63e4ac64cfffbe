import type { RedisClient } from '../adapters/redis/connect.ts';
import { readDurability } from '../adapters/redis/connect-durability.ts';
import type { Archive } from '../app/ports/archive.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { ItemHistory, Operations, SourceHealth } from '../app/ports/operations.ts';
import type { Fate, Fates, Source, SourceStore } from '../app/ports/sources.ts';
import type { ArticleId } from '../domain/article/article.ts';
import { comingSlots } from '../domain/delivery/due-slots.ts';
import { importanceOf } from '../domain/delivery/importance.ts';
import type { ChannelConfig } from './config.ts';

/** Steps of an article that are shown. */
const STEPS = 12;

export type OperationsParts = {
  readonly redis: RedisClient;
  readonly archive: Pick<Archive, 'get'>;
  readonly sources: SourceStore;
  readonly fates: Fates;
  readonly channels: readonly ChannelConfig[];
  readonly clock: Clock;
};

/** What editors can ask about the running of the bot. */
export function createOperations(parts: OperationsParts): Operations {
  const { redis, archive, sources, fates, channels, clock } = parts;
  return {
    sources: async () => {
      const all = await sources.list();
      return Promise.all(all.map((source) => healthOf(source, sources)));
    },
    nextSlotMs: (channel) => {
      const config = channels.find(({ id }) => id === channel);
      if (config === undefined) return undefined;
      return comingSlots(config, clock.now(), 1)[0];
    },
    comingPosts: (channel, count) => {
      const config = channels.find(({ id }) => id === channel);
      if (config === undefined) return [];
      const slots = comingSlots(config, clock.now(), Math.ceil(count / config.postsPerSlot));
      return slots.flatMap((slot) => new Array<number>(config.postsPerSlot).fill(slot)).slice(0, count);
    },
    queueOrder: (channel) => {
      const order = channels.find(({ id }) => id === channel)?.order ?? 'oldest first';
      return order === 'most important first' ? 'oldest first' : order;
    },
    importance: (channel) => {
      const config = channels.find(({ id }) => id === channel);
      return config?.order === 'most important first'
        ? (article) => importanceIn(archive, channels, article, channel)
        : undefined;
    },
    needsApproval: (channel) => channels.find(({ id }) => id === channel)?.needsApproval ?? false,
    redis: async () => ({ memory: await memoryOf(redis), durability: await durabilityOf(redis) }),
    itemHistory: async (query) => historyOf(await fates.find(query, STEPS)),
  };
}

/** How much an article matters to a channel; nothing where it is gone. */
export async function importanceIn(
  archive: Pick<Archive, 'get'>,
  channels: readonly ChannelConfig[],
  id: ArticleId,
  channel: string,
): Promise<number> {
  const article = await archive.get(id);
  const words = channels.find((one) => one.id === channel)?.important ?? [];
  return article === undefined ? 0 : importanceOf(article, words);
}

async function healthOf({ id, url, title }: Source, store: SourceStore): Promise<SourceHealth> {
  const state = await store.state(id);
  return {
    source: title ?? url,
    ...(state?.lastOkAtMs === undefined ? {} : { readAtMs: state.lastOkAtMs }),
    ...(state === undefined || state.failures === 0 ? {} : { failing: state.reason ?? 'no reason is known' }),
  };
}

async function memoryOf(redis: RedisClient): Promise<string> {
  const info = await redis.info('memory');
  return /^used_memory_human:(\S+)/m.exec(info)?.[1] ?? '?';
}

async function durabilityOf(redis: RedisClient): Promise<string> {
  const { appendonly, save } = await readDurability(redis);
  if (appendonly === true) return 'append-only file';
  return save === undefined || save === '' ? 'nothing kept on disk' : 'snapshots';
}

function historyOf(fates: readonly Fate[]): ItemHistory | undefined {
  const [newest] = fates;
  if (newest === undefined) return undefined;
  // Words of a headline may fit several items: the newest is meant, with all that became of it.
  const ofIt = fates.filter(({ source, item }) => source === newest.source && item === newest.item);
  const entries = ofIt.reverse().map(({ atMs, what, reason, source }) => ({
    atMs,
    what: reason === undefined ? `${what} (${source})` : `${what} (${source}): ${reason}`,
  }));
  const { title, article } = newest;
  return {
    entries,
    ...(title === undefined ? {} : { title }),
    ...(article === undefined ? {} : { article }),
  };
}
