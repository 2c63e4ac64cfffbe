import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { type ArchiveRecord, unpack } from './record.ts';

/** Bytes of an id in the list of ids: `ArticleId` has at most 24. */
export const ID_BYTES = 24;

/** The place of an article's id in the list of ids. */
export function idPlace(number: number): number {
  return number * ID_BYTES;
}

export function toPlacedId(id: ArticleId): string {
  return id.padEnd(ID_BYTES, ' ');
}

export async function readRecord(
  { redis, keys }: ArchiveContext,
  id: ArticleId,
): Promise<ArchiveRecord | undefined> {
  const bytes = await redis.getBuffer(keys.article(id));
  return bytes === null ? undefined : unpack(bytes);
}

/** Ids by number, undefined where no article was ever given the number. */
export async function readIds(
  { redis, keys }: ArchiveContext,
  numbers: readonly number[],
): Promise<readonly (ArticleId | undefined)[]> {
  const replies = await batch(
    redis,
    numbers.map((number) => ['getrange', keys.ids, idPlace(number), idPlace(number) + ID_BYTES - 1]),
  );
  return replies.map((reply) => {
    const id = String(reply).replaceAll('\0', '').trim();
    return id === '' ? undefined : (id as ArticleId);
  });
}

/** Records by number, in the same order; those that are gone are left out, retracted ones unless asked for. */
export async function readByNumber(
  context: ArchiveContext,
  numbers: readonly number[],
  options: { readonly retracted?: boolean } = {},
): Promise<readonly ArchiveRecord[]> {
  return (await readPacked(context, numbers, options)).map(unpack);
}

/** As `readByNumber`, still packed. */
export async function readPacked(
  context: ArchiveContext,
  numbers: readonly number[],
  { retracted: isRetractedWanted = false }: { readonly retracted?: boolean } = {},
): Promise<readonly Buffer[]> {
  const ids = (await readIds(context, numbers)).filter((id) => id !== undefined);
  if (ids.length === 0) return [];
  const [packed, retracted] = await Promise.all([
    batch(
      context.redis,
      ids.map((id) => ['getBuffer', context.keys.article(id)]),
    ),
    context.redis.hmget(context.keys.retractions, ...ids),
  ]);
  return packed.flatMap((bytes, at) => {
    const isWanted = isRetractedWanted || (retracted[at] ?? null) === null;
    return isWanted && Buffer.isBuffer(bytes) ? [bytes] : [];
  });
}

export async function readArticles(
  context: ArchiveContext,
  numbers: readonly number[],
): Promise<readonly ArchivedArticle[]> {
  return (await readByNumber(context, numbers)).map(({ article }) => article);
}
