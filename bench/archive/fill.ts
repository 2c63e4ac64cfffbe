import type { Redis } from 'ioredis';
import { commitArguments } from '../src/adapters/redis/archive/admit.ts';
import { batch, type Command } from '../src/adapters/redis/archive/batch.ts';
import { archiveContext } from '../src/adapters/redis/archive/context.ts';
import { type ArchiveRecord, pack } from '../src/adapters/redis/archive/record.ts';
import { storyPlaces } from '../src/adapters/redis/archive/story-index.ts';
import { indexArticles } from '../src/adapters/redis/archive/write-indexes.ts';
import { redisKeys } from '../src/adapters/redis/keys.ts';
import { worldArticle } from './archive-world.ts';

export const BOT = 'bench';
const AT_ONCE = 250;

/** `from` and `to` count articles of the world; `last` is how many it will have in the end. */
export type FillArchive = { readonly from: number; readonly to: number; readonly last: number };

type Made = { readonly records: readonly ArchiveRecord[]; readonly commands: readonly Command[] };

/**
 * Puts articles into the archive by its own records, its admitting script and its index writer, many in one round trip;
 * only the look for the same story is left out. While Redis writes a batch, the next is made.
 */
export async function fillArchive(redis: Redis, { from, to, last }: FillArchive): Promise<void> {
  const keys = redisKeys(BOT);
  let nowMs = 0;
  const context = archiveContext({ redis, keys, clock: { now: () => nowMs } });
  const write = async ({ records, commands }: Made): Promise<void> => {
    await batch(redis, commands);
    await indexArticles(
      context,
      records.map((record) => ({ record })),
    );
  };
  let writing = Promise.resolve();
  for (let at = from; at < to; at += AT_ONCE) {
    const records: ArchiveRecord[] = [];
    const commands: Command[] = [];
    for (let n = at; n < Math.min(to, at + AT_ONCE); n++) {
      const { article, keys: storyKeys } = worldArticle(n, last);
      nowMs = article.sortAtMs;
      const record = { article, keys: { ...storyKeys, bands: [] }, number: n + 1 };
      const places = storyPlaces(keys, { article, keys: storyKeys }, nowMs);
      const script = commitArguments(context, record, places, { channels: [], others: new Set() });
      records.push(record);
      commands.push(['set', keys.article(article.id), pack(record)]);
      commands.push(['archive-admit', script.keys.length, ...script.keys, ...script.args]);
    }
    await writing;
    writing = write({ records, commands });
  }
  await writing;
  await redis.set(keys.lastNumber, to);
}
