import type { Log } from '../../../app/ports/clock.ts';
import { namesOf } from '../../../domain/archive/names-of-article.ts';
import type { ArticleId } from '../../../domain/article/article.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { readRecord } from './read-articles.ts';
import { unpack } from './record.ts';
import { indexArticles, staleCommands } from './write-indexes.ts';

/** Longer than any admission takes: what is not indexed after it was left behind by a process that ended. */
const LEFT_BEHIND_MS = 60_000;
const MOST_AT_ONCE = 500;

/** Repairs at most once a minute, when asked. */
export function repairing(context: ArchiveContext, log: Log): () => Promise<void> {
  let lastMs = Number.NEGATIVE_INFINITY;
  return async () => {
    const nowMs = context.clock.now();
    if (nowMs - lastMs < LEFT_BEHIND_MS) return;
    lastMs = nowMs;
    const mended = await repair(context);
    if (mended > 0) log.info({ articles: mended }, 'Completed what another process had begun to index');
  };
}

/** Writes the indexes that a process that ended left unwritten. Answers how many articles had to be mended. */
export async function repair(context: ArchiveContext): Promise<number> {
  const { redis, keys, clock } = context;
  const until = clock.now() - LEFT_BEHIND_MS;
  const ids = await redis.zrangebyscore(keys.unindexed, '-inf', until, 'LIMIT', 0, MOST_AT_ONCE);
  for (const id of ids) await repairOne(context, id as ArticleId);
  return ids.length;
}

async function repairOne(context: ArchiveContext, id: ArticleId): Promise<void> {
  const { redis, keys } = context;
  const record = await readRecord(context, id);
  if (record === undefined) {
    await redis.zrem(keys.unindexed, id);
    return;
  }
  const names = namesOf(record.article);
  const versions = await redis.lrangeBuffer(keys.versions(id), 0, -1);
  await batch(
    redis,
    versions.flatMap((bytes) => staleCommands(context, unpack(bytes), names)),
  );
  await indexArticles(context, [{ record }]);
}
