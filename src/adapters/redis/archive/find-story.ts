import { isSameStory, type Story } from '../../../domain/archive/same-story.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { readByNumber } from './read-articles.ts';
import type { ArchiveRecord } from './record.ts';
import { BANDS_KEPT_SECONDS, type StoryPlaces } from './story-index.ts';

/** The story that an article tells, if it is kept, and the numbers of others that share a key with it. */
export type Search = { readonly found?: ArchiveRecord; readonly others: ReadonlySet<number> };

export async function findStory(
  context: ArchiveContext,
  come: Story,
  { lasting, bands, earlierBands }: StoryPlaces,
): Promise<Search> {
  const replies = await batch(
    context.redis,
    [...lasting, ...bands, ...earlierBands].map(({ bucket, field }) => ['hget', bucket, field]),
  );
  const numbers = new Set(replies.filter((reply) => reply !== null).map(Number));
  return findAmong(context, come, [...numbers], new Set());
}

/** Looks at further stories; `others` were looked at before. */
export async function findAmong(
  context: ArchiveContext,
  come: Story,
  numbers: readonly number[],
  others: ReadonlySet<number>,
): Promise<Search> {
  const records = await readByNumber(context, numbers, { retracted: true });
  const found = records.find((record) => isSameStory(record, come));
  return { ...(found === undefined ? {} : { found }), others: new Set([...others, ...numbers]) };
}

/** Notes the keys under which a known story came, so that the next look finds it at once. */
export async function noteKeys(
  { redis }: ArchiveContext,
  number: number,
  { lasting, bands }: Pick<StoryPlaces, 'lasting' | 'bands'>,
): Promise<void> {
  await batch(redis, [
    ...[...lasting, ...bands].map(({ bucket, field }) => ['hset', bucket, field, number] as const),
    ...bands.map(({ bucket }) => ['expire', bucket, BANDS_KEPT_SECONDS] as const),
  ]);
}
