import { articleTerms, type TermWeight } from '../../../domain/archive/article-terms.ts';
import { nameTokens } from '../../../domain/archive/name-key.ts';
import { type NameInArticle, namesOf } from '../../../domain/archive/names-of-article.ts';
import { batch, type Command } from './batch.ts';
import { type ArchiveContext, CUT_SCRIPT, NAME_SCRIPT } from './context.ts';
import { newEdition } from './edition.ts';
import { MOST_POSTINGS, POSTING_BYTES, toPosting } from './postings.ts';
import type { ArchiveRecord } from './record.ts';

/** Of a person, the newest this many articles and quotes are listed. */
const MOST_OF_A_NAME = 50_000;
/** Of names with one word in common, the most frequent this many are found by it. */
const MOST_OF_A_TOKEN = 5_000;
/** Two digits to the base 36. */
const MOST_QUOTES = 36 ** 2;

/** An article whose indexes are to be written, and the version of it that they were written for before. */
export type Indexing = { readonly record: ArchiveRecord; readonly before?: ArchiveRecord };

/**
 * Writes the indexes of articles, and takes back what only their earlier versions had: many at once in a few round trips.
 * Can be repeated; an article stands in `unindexed` until it is through.
 */
export async function indexArticles(context: ArchiveContext, articles: readonly Indexing[]): Promise<void> {
  if (articles.length === 0) return;
  await indexNames(context, articles);
  await indexTerms(context, articles);
  const ids = articles.map(({ record }) => record.article.id);
  await Promise.all([context.redis.zrem(context.keys.unindexed, ...ids), newEdition(context)]);
}

async function indexNames(context: ArchiveContext, articles: readonly Indexing[]): Promise<void> {
  const { redis } = context;
  const named = articles.flatMap(({ record }) => namesOf(record.article).map((name) => ({ record, name })));
  const stale = articles.flatMap(({ record, before }) =>
    before === undefined ? [] : staleCommands(context, before, namesOf(record.article)),
  );
  const replies = await batch(redis, [
    ...named.map(({ record, name }) => nameCommand(context, record, name)),
    ...stale,
  ]);
  const counts = new Map<string, Counted>();
  named.forEach(({ name: { key, name } }, at) => {
    const articlesNow = Number(replies[at]);
    counts.set(key, { name, from: counts.get(key)?.from ?? articlesNow, to: articlesNow });
  });
  await batch(
    redis,
    [...counts].flatMap(([key, counted]) => tokenCommands(context, key, counted)),
  );
}

/** Postings of one term go together: a batch of articles shares most of its words. */
async function indexTerms({ redis, keys }: ArchiveContext, articles: readonly Indexing[]): Promise<void> {
  const postings = new Map<string, Buffer[]>();
  for (const { record, before } of articles) {
    for (const { term, weight } of newTerms(record, before)) {
      const posting = toPosting(record.number, record.article.sortAtMs, weight);
      const known = postings.get(term);
      if (known === undefined) postings.set(term, [posting]);
      else known.push(posting);
    }
  }
  const terms = [...postings];
  const lengths = await batch(
    redis,
    terms.map(([term, entries]) => ['append', keys.term(term), Buffer.concat(entries)]),
  );
  const long = terms.filter((_, at) => Number(lengths[at]) >= 2 * MOST_POSTINGS * POSTING_BYTES);
  await batch(
    redis,
    long.map(([term]) => [CUT_SCRIPT, 1, keys.term(term), POSTING_BYTES, MOST_POSTINGS]),
  );
}

/** The terms of an article that its earlier version lacked or weighed otherwise. */
function newTerms({ article }: ArchiveRecord, before: ArchiveRecord | undefined): readonly TermWeight[] {
  const terms = articleTerms(article);
  if (before === undefined) return terms;
  const known = new Map(articleTerms(before.article).map(({ term, weight }) => [term, weight]));
  return terms.filter(({ term, weight }) => known.get(term) !== weight);
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

/** In how many articles a name stands, after the first and after the last article of a batch. */
type Counted = { readonly name: string; readonly from: number; readonly to: number };

/**
 * A token is listed with a name's first articles (several, lest a process that ended between two steps leave it out);
 * later ones only move the name up among others, for which every eighth will do.
 */
function tokenCommands(
  { keys }: ArchiveContext,
  key: string,
  { name, from, to }: Counted,
): readonly Command[] {
  const isNew = from <= 3;
  if (from > 16 && Math.floor(to / 8) === Math.floor((from - 1) / 8)) return [];
  return [...new Set(nameTokens(name))].flatMap((token): readonly Command[] => [
    ['zadd', keys.token(token), to, key],
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
