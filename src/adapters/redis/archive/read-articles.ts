import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import type { ArchiveRecord } from './record.ts';

/** Bytes of an id in the list of ids: `ArticleId` has at most 24. */
export const ID_BYTES = 24;

/** A number that was given is given for ever, so what was read once needs not be read again. */
const MOST_IDS = 20_000;

/** The place of an article's id in the list of ids. */
export function idPlace(number: number): number {
  return number * ID_BYTES;
}

export function toPlacedId(id: ArticleId): string {
  return id.padEnd(ID_BYTES, ' ');
}

export async function readRecord(
  { redis, keys, unpackOnce }: ArchiveContext,
  id: ArticleId,
): Promise<ArchiveRecord | undefined> {
  const bytes = await redis.getBuffer(keys.article(id));
  return bytes === null ? undefined : unpackOnce(id, bytes);
}

/** Ids by number, undefined where no article was ever given the number. */
export async function readIds(
  { redis, keys, idsByNumber }: ArchiveContext,
  numbers: readonly number[],
): Promise<readonly (ArticleId | undefined)[]> {
  const unknown = [...new Set(numbers)].filter((number) => !idsByNumber.has(number));
  const replies = await batch(
    redis,
    unknown.map((number) => ['getrange', keys.ids, idPlace(number), idPlace(number) + ID_BYTES - 1]),
  );
  const read = new Map<number, ArticleId>();
  unknown.forEach((number, at) => {
    const id = String(replies[at]).replaceAll('\0', '').trim();
    if (id !== '') read.set(number, id as ArticleId);
  });
  const found = numbers.map((number) => idsByNumber.get(number) ?? read.get(number));
  if (idsByNumber.size + read.size > MOST_IDS) idsByNumber.clear();
  for (const [number, id] of read) idsByNumber.set(number, id);
  return found;
}

/** Records by number, in the same order; those that are gone are left out, retracted ones unless asked for. */
export async function readByNumber(
  context: ArchiveContext,
  numbers: readonly number[],
  { retracted: isRetractedWanted = false }: { readonly retracted?: boolean } = {},
): Promise<readonly ArchiveRecord[]> {
  const ids = (await readIds(context, numbers)).filter((id) => id !== undefined);
  if (ids.length === 0) return [];
  const [packed, retracted] = await Promise.all([
    batch(
      context.redis,
      ids.map((id) => ['getBuffer', context.keys.article(id)]),
    ),
    context.redis.hmget(context.keys.retractions, ...ids),
  ]);
  return ids.flatMap((id, at) => {
    const bytes = packed[at];
    const isWanted = isRetractedWanted || (retracted[at] ?? null) === null;
    return isWanted && Buffer.isBuffer(bytes) ? [context.unpackOnce(id, bytes)] : [];
  });
}

export async function readArticles(
  context: ArchiveContext,
  numbers: readonly number[],
): Promise<readonly ArchivedArticle[]> {
  return (await readByNumber(context, numbers)).map(({ article }) => article);
}
