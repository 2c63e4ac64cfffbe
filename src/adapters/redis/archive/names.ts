import type { KeptQuote, KnownName, PageOf, PageOfName } from '../../../app/ports/archive.ts';
import { namesOf } from '../../../domain/archive/names-of-article.ts';
import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import { batch } from './batch.ts';
import { type ArchiveContext, KNOWN_SCRIPT } from './context.ts';
import { readArticles, readByNumber, readRecord } from './read-articles.ts';
import { fromQuoteMember, newestFirst } from './write-indexes.ts';

/** What is known of each key, in the same order; unknown ones and those that no article names any more are left out. */
export async function readNames(
  { redis, keys }: ArchiveContext,
  wanted: readonly string[],
): Promise<readonly KnownName[]> {
  const replies = await batch(
    redis,
    wanted.map((key) => [KNOWN_SCRIPT, 3, keys.name(key), keys.naming(key), keys.said(key)]),
  );
  return wanted.flatMap((key, at) => {
    const [name, kind, role, inArticles, inQuotes]: readonly unknown[] = asList(replies[at]);
    const [articles, quotes] = [Number(inArticles), Number(inQuotes)];
    if (typeof name !== 'string' || articles === 0) return [];
    const known = { key, name, articles, quotes, kind: kind === 'body' ? 'body' : 'person' } as const;
    return [typeof role === 'string' ? { ...known, role } : known];
  });
}

function asList(reply: unknown): readonly unknown[] {
  return Array.isArray(reply) ? reply : [];
}

export async function namesIn(context: ArchiveContext, id: ArticleId): Promise<readonly KnownName[]> {
  const record = await readRecord(context, id);
  if (record === undefined) return [];
  return readNames(
    context,
    namesOf(record.article).map(({ key }) => key),
  );
}

export async function articlesNaming(
  context: ArchiveContext,
  key: string,
  page: PageOfName,
): Promise<PageOf<ArchivedArticle>> {
  const list = context.keys.naming(key);
  const [numbers, total] = await readPage(context, list, page);
  return { items: await readArticles(context, numbers.map(Number)), total };
}

export async function quotesBy(
  context: ArchiveContext,
  key: string,
  page: PageOfName,
): Promise<PageOf<KeptQuote>> {
  const list = context.keys.said(key);
  const [members, total] = await readPage(context, list, page);
  const places = members.map(fromQuoteMember);
  const records = await readByNumber(context, [...new Set(places.map(({ number }) => number))]);
  const articles = new Map(records.map(({ number, article }) => [number, article]));
  const items = places.flatMap(({ number, index }) => {
    const article = articles.get(number);
    const quote = article?.quotes[index];
    return article === undefined || quote === undefined ? [] : [{ article, quote, index }];
  });
  return { items, total };
}

/** Members of a page, the newest first, and how many there are in all. */
async function readPage(
  context: ArchiveContext,
  list: string,
  { offset, limit, beforeMs }: PageOfName,
): Promise<readonly [members: readonly string[], total: number]> {
  const { redis } = context;
  if (beforeMs === undefined) {
    return Promise.all([readRange(context, list, offset, limit), redis.zcard(list)]);
  }
  // Scores are seconds before 1970: whatever is older stands higher.
  const earlier = `(${newestFirst(beforeMs)}`;
  return Promise.all([
    limit <= 0 ? [] : redis.zrange(list, earlier, '+inf', 'BYSCORE', 'LIMIT', offset, limit),
    redis.zcount(list, earlier, '+inf'),
  ]);
}

/** `limit` members from `offset`, the newest first; none for a limit of 0. */
export async function readRange(
  { redis }: ArchiveContext,
  key: string,
  offset: number,
  limit: number,
): Promise<readonly string[]> {
  return limit <= 0 ? [] : redis.zrange(key, String(offset), String(offset + limit - 1));
}
