import type { Admission } from '../../../app/ports/archive.ts';
import { type Story, versionOf } from '../../../domain/archive/same-story.ts';
import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import type { ArchiveContext } from './context.ts';
import { noteKeys } from './find-story.ts';
import { type ArchiveRecord, pack, unpack } from './record.ts';
import type { StoryPlaces } from './story-index.ts';
import { indexArticles } from './write-indexes.ts';

/** A live page that is rewritten all day keeps its last ten states. */
const MOST_VERSIONS = 10;

/**
 * Puts what came in the place of what was kept. That it changed is noted before it changes, so that a crash in between
 * cannot lose the correction of a post: whoever works through `changes` finds at worst one that says what it said.
 */
export async function keepVersion(
  context: ArchiveContext,
  kept: ArchiveRecord,
  come: Story,
  places: StoryPlaces,
): Promise<Admission | 'overtaken'> {
  const { redis, keys, scripts, clock } = context;
  const { id, arrivedAtMs, sortAtMs, source } = kept.article;
  const bytes = await redis.getBuffer(keys.article(id));
  if (bytes === null || versionOf(unpack(bytes)) !== versionOf(kept)) return 'overtaken';
  const record: ArchiveRecord = {
    number: kept.number,
    keys: { ...come.keys, bands: [] },
    // A correction does not make an old story new: it keeps its place among the others.
    article: { ...come.article, id, arrivedAtMs, sortAtMs, source },
  };
  await redis.zadd(keys.unindexed, clock.now(), id);
  await redis.zadd(keys.changes, clock.now(), id);
  const swapped = await scripts.replace(
    [keys.article(id), keys.versions(id)],
    [bytes, pack(record), MOST_VERSIONS],
  );
  if (swapped !== 1) return 'overtaken';
  await noteKeys(context, kept.number, places);
  await indexArticles(context, [{ record, before: kept }]);
  return { kind: 'changed', id, before: kept.article };
}

/** Earlier versions of an article, newest first. */
export async function readVersions(
  { redis, keys }: ArchiveContext,
  id: ArticleId,
): Promise<readonly ArchivedArticle[]> {
  const packed = await redis.lrangeBuffer(keys.versions(id), 0, -1);
  return packed.map((bytes) => unpack(bytes).article);
}
