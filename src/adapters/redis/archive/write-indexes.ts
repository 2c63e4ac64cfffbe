import { articleTerms } from '../../../domain/archive/article-terms.ts';
import { nameTokens } from '../../../domain/archive/name-key.ts';
import { type NameInArticle, namesOf } from '../../../domain/archive/names-of-article.ts';
import { batch, type Command } from './batch.ts';
import { type ArchiveContext, CUT_SCRIPT, NAME_SCRIPT } from './context.ts';
import { MOST_POSTINGS, POSTING_BYTES, toPosting } from './postings.ts';
import type { ArchiveRecord } from './record.ts';

/** Of a person, the newest this many articles and quotes are listed. */
const MOST_OF_A_NAME = 50_000;
/** Of names with one word in common, the most frequent this many are found by it. */
const MOST_OF_A_TOKEN = 5_000;
/** Two digits to the base 36. */
const MOST_QUOTES = 36 ** 2;

/**
 * Writes the indexes of an article, and takes back what only its earlier version had. Can be repeated; the article stands
 * in `unindexed` until it is through.
 */
export async function indexArticle(
  context: ArchiveContext,
  record: ArchiveRecord,
  before?: ArchiveRecord,
): Promise<void> {
  const { redis, keys } = context;
  const names = namesOf(record.article);
  const replies = await batch(redis, [
    ...names.map((name) => nameCommand(context, record, name)),
    ...(before === undefined ? [] : staleCommands(context, before, names)),
  ]);
  const counts = replies.slice(0, names.length).map(Number);
  await batch(
    redis,
    names.flatMap(({ key, name }, at) => tokenCommands(context, key, name, counts[at] ?? 1)),
  );
  await indexTerms(context, record, before);
  await redis.zrem(keys.unindexed, record.article.id);
}

async function indexTerms(
  { redis, keys }: ArchiveContext,
  { article, number }: ArchiveRecord,
  before: ArchiveRecord | undefined,
): Promise<void> {
  const known = new Map(
    before === undefined ? [] : articleTerms(before.article).map(({ term, weight }) => [term, weight]),
  );
  const terms = articleTerms(article).filter(({ term, weight }) => known.get(term) !== weight);
  const lengths = await batch(
    redis,
    terms.map(({ term, weight }) => ['append', keys.term(term), toPosting(number, article.sortAtMs, weight)]),
  );
  const kept = MOST_POSTINGS * POSTING_BYTES;
  const long = terms.filter((_, at) => Number(lengths[at]) >= 2 * kept);
  await batch(
    redis,
    long.map(({ term }) => [CUT_SCRIPT, 1, keys.term(term), kept]),
  );
}

/** Newest first in Redis' own order: seconds before 1970. */
export function newestFirst(ms: number): number {
  return -Math.floor(ms / 1000);
}

export function toQuoteMember(number: number, index: number): string {
  return `${number}:${index.toString(36).padStart(2, '0')}`;
}

export function fromQuoteMember(member: string): { number: number; index: number } {
  const [number = '', index = ''] = member.split(':');
  return { number: Number(number), index: Number.parseInt(index, 36) };
}

function quoteMembers(number: number, { quotes }: NameInArticle): readonly string[] {
  return quotes.filter((index) => index < MOST_QUOTES).map((index) => toQuoteMember(number, index));
}

function nameCommand(
  { keys }: ArchiveContext,
  { article, number }: ArchiveRecord,
  given: NameInArticle,
): Command {
  const score = newestFirst(article.sortAtMs);
  const of = [keys.name(given.key), keys.naming(given.key), keys.said(given.key)];
  const told = [number, score, given.name, given.kind, given.role ?? '', MOST_OF_A_NAME];
  return [NAME_SCRIPT, of.length, ...of, ...told, ...quoteMembers(number, given)];
}

/**
 * A token is listed with a name's first articles (several, lest a process that ended between two steps leave it out);
 * later ones only move the name up among others, for which every eighth will do.
 */
function tokenCommands(
  { keys }: ArchiveContext,
  key: string,
  name: string,
  articles: number,
): readonly Command[] {
  const isNew = articles <= 3;
  if (articles > 16 && articles % 8 !== 0) return [];
  return [...new Set(nameTokens(name))].flatMap((token): readonly Command[] => [
    ['zadd', keys.token(token), articles, key],
    ...(isNew ? [['zadd', keys.tokens, 0, token] as const] : []),
    ...(isNew ? [['zremrangebyrank', keys.token(token), 0, -MOST_OF_A_TOKEN - 1] as const] : []),
  ]);
}

/** Takes back the names and quotes that an article no longer has. */
export function staleCommands(
  { keys }: ArchiveContext,
  before: ArchiveRecord,
  names: readonly NameInArticle[],
): readonly Command[] {
  const { number } = before;
  return namesOf(before.article).flatMap((old): Command[] => {
    const now = names.find(({ key }) => key === old.key);
    const still = new Set(now === undefined ? [] : quoteMembers(number, now));
    const gone = quoteMembers(number, old).filter((member) => !still.has(member));
    return [
      ...(now === undefined ? [['zrem', keys.naming(old.key), number] as const] : []),
      ...(gone.length === 0 ? [] : [['zrem', keys.said(old.key), ...gone] as const]),
    ];
  });
}
