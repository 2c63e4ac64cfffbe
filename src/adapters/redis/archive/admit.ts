import type { Admission } from '../../../app/ports/archive.ts';
import { isNewVersion, type Story } from '../../../domain/archive/same-story.ts';
import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import type { StoryKeys } from '../../../domain/article/story.ts';
import type { ScriptArgument } from '../load-scripts.ts';
import { toStrings } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { findAmong, findStory, noteKeys } from './find-story.ts';
import { keepVersion } from './keep-version.ts';
import { idPlace, toPlacedId } from './read-articles.ts';
import { type ArchiveRecord, pack } from './record.ts';
import { BANDS_KEPT_SECONDS, type StoryPlaces, storyPlaces, versionPlace } from './story-index.ts';
import { indexArticles } from './write-indexes.ts';

/** Each round looks at stories that others put in meanwhile; two workers need two. */
const MOST_ROUNDS = 20;

/**
 * Keeps an article. The record is written first, where nothing points at it; then one step makes it known, listed and
 * waiting; the indexes come last, and `unindexed` says so until they are written. A crash leaves at most a record that
 * nothing points at, or indexes that are written by `repair`.
 */
export async function admit(
  context: ArchiveContext,
  article: ArchivedArticle,
  keys: StoryKeys,
  channels: readonly string[],
): Promise<Admission> {
  const come: Story = { article, keys };
  const places = storyPlaces(context.keys, come, context.clock.now());
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { found, others } = await findStory(context, come, places);
    const admission =
      found === undefined
        ? await keepNew(context, come, places, { channels, others })
        : await keepFound(context, found, come, places);
    if (admission !== 'overtaken') return admission;
  }
  throw new Error(
    `The story ${article.id} kept changing while it was kept; it is tried again when it comes again`,
  );
}

async function keepFound(
  context: ArchiveContext,
  kept: ArchiveRecord,
  come: Story,
  places: StoryPlaces,
): Promise<Admission | 'overtaken'> {
  const { bucket, field } = versionPlace(context.keys, come);
  const isOld = Number(await context.redis.hget(bucket, field)) === kept.number;
  if (!isOld && isNewVersion(kept, come)) return keepVersion(context, kept, come, places);
  await noteKeys(context, kept.number, places);
  return { kind: 'known', id: kept.article.id };
}

export type NewStory = { readonly channels: readonly string[]; readonly others: ReadonlySet<number> };

async function keepNew(
  context: ArchiveContext,
  come: Story,
  places: StoryPlaces,
  { channels, others }: NewStory,
): Promise<Admission | 'overtaken'> {
  const record = await propose(context, come);
  let seen = others;
  for (;;) {
    const unseen = await commit(context, record, places, { channels, others: seen });
    if (unseen.length === 0) {
      await indexArticles(context, [{ record }]);
      return { kind: 'new', id: record.article.id };
    }
    // Somebody put a story with one of these keys in meanwhile: this one, or another.
    const search = await findAmong(context, come, unseen, seen);
    if (search.found !== undefined) {
      await context.redis.del(context.keys.article(record.article.id));
      return 'overtaken';
    }
    seen = search.others;
  }
}

/** Writes the record where nothing points at it yet, under the id that was proposed or one like it that is free. */
async function propose(
  { redis, keys }: ArchiveContext,
  { article, keys: all }: Story,
): Promise<ArchiveRecord> {
  const number = await redis.incr(keys.lastNumber);
  const record: ArchiveRecord = { article, keys: { ...all, bands: [] }, number };
  if ((await redis.setnx(keys.article(article.id), pack(record))) === 1) return record;
  const suffix = `-${number.toString(36)}`;
  const id = `${article.id.slice(0, 24 - suffix.length)}${suffix}` as ArticleId;
  const other: ArchiveRecord = { ...record, article: { ...article, id } };
  await redis.set(keys.article(id), pack(other));
  return other;
}

/** The atomic step. Answers the numbers of stories that must be looked at first; none when the story is in. */
async function commit(
  context: ArchiveContext,
  record: ArchiveRecord,
  places: StoryPlaces,
  story: NewStory,
): Promise<readonly number[]> {
  const { keys, args } = commitArguments(context, record, places, story);
  return toStrings(await context.scripts.admit(keys, args)).map(Number);
}

/** What the script `archive-admit` is given. */
export function commitArguments(
  { keys, clock }: ArchiveContext,
  { article, number }: ArchiveRecord,
  { lasting, bands }: StoryPlaces,
  { channels, others }: NewStory,
): { readonly keys: readonly string[]; readonly args: readonly ScriptArgument[] } {
  const places = [...lasting, ...bands];
  const buckets = places.map(({ bucket }) => bucket);
  return {
    keys: [
      ...[keys.ids, keys.latest, keys.unindexed, ...buckets],
      ...channels.map((channel) => keys.waiting(channel)),
    ],
    args: [
      number,
      article.id,
      toPlacedId(article.id),
      idPlace(number),
      latestScore(article.sortAtMs, number),
      article.sortAtMs,
      clock.now(),
      places.length,
      bands.length,
      BANDS_KEPT_SECONDS,
      ...places.map(({ field }) => field),
      ...others,
    ],
  };
}

/** Newest first, and of one second the last number first: seconds before 1970, and a millionth for each number. */
function latestScore(sortAtMs: number, number: number): number {
  return -Math.floor(sortAtMs / 1000) - (number % 1_000_000) / 1_000_000;
}
