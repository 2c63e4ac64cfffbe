import type { ArchiveDesk, KeptQuote, PageOf, PageRequest, Retraction } from '../../../app/ports/archive.ts';
import { searchTerms } from '../../../domain/archive/article-terms.ts';
import { speaksOf } from '../../../domain/archive/quote-topic.ts';
import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import { canonicalAddress } from '../../../domain/article/canonical-address.ts';
import { shortHash } from '../../../domain/article/fingerprint.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { newEdition } from './edition.ts';
import { readVersions } from './keep-version.ts';
import { readByNumber, readRecord } from './read-articles.ts';
import { repair } from './repair.ts';
import { search } from './search.ts';
import { addressPlace } from './story-index.ts';
import { staleCommands } from './write-indexes.ts';

/** So many of the best articles on a topic are read for what is said in them. */
const READ_FOR_QUOTES = 60;
const LONGEST_ID = 24;

export function archiveDesk(context: ArchiveContext): ArchiveDesk {
  const { redis, keys } = context;
  return {
    find: (meant) => find(context, meant.trim()),
    quotesAbout: (topic, page) => quotesAbout(context, topic, page),
    versions: (id) => readVersions(context, id),
    changes: async (limit) =>
      limit <= 0
        ? []
        : (await redis.zrange(keys.changes, '0', String(limit - 1))).map((id) => id as ArticleId),
    settleChange: async (id) => {
      await redis.zrem(keys.changes, id);
    },
    retract: (id, reason) => retract(context, id, reason),
    retraction: async (id) => toRetraction(await redis.hget(keys.retractions, id)),
    repair: () => repair(context),
  };
}

async function find(context: ArchiveContext, meant: string): Promise<ArchivedArticle | undefined> {
  if (/^[\w-]+$/.test(meant) && meant.length <= LONGEST_ID) {
    const record = await readRecord(context, meant as ArticleId);
    if (record !== undefined) return record.article;
  }
  const address = /^https?:\/\//i.test(meant) ? canonicalAddress(meant) : undefined;
  if (address !== undefined) {
    const { bucket, field } = addressPlace(context.keys, shortHash(address));
    const number = await context.redis.hget(bucket, field);
    if (number === null) return undefined;
    return (await readByNumber(context, [Number(number)], { retracted: true }))[0]?.article;
  }
  return (await search(context, meant, { offset: 0, limit: 1 })).items[0];
}

async function quotesAbout(
  context: ArchiveContext,
  topic: string,
  { offset, limit }: PageRequest,
): Promise<PageOf<KeptQuote>> {
  const terms = new Set(searchTerms(topic));
  const { items: articles } = await search(context, topic, { offset: 0, limit: READ_FOR_QUOTES });
  const all = articles.flatMap((article) =>
    article.quotes.flatMap((quote, index) =>
      speaksOf(article, quote, terms) ? [{ article, quote, index }] : [],
    ),
  );
  return { items: all.slice(offset, offset + limit), total: all.length };
}

async function retract(context: ArchiveContext, id: ArticleId, reason: string): Promise<boolean> {
  const { redis, keys, clock } = context;
  const record = await readRecord(context, id);
  if (record === undefined) return false;
  const retraction: Retraction = { atMs: clock.now(), reason };
  await redis.hsetnx(keys.retractions, id, JSON.stringify(retraction));
  await redis.zrem(keys.latest, record.number);
  await batch(redis, staleCommands(context, record, []));
  await newEdition(context);
  return true;
}

function toRetraction(json: string | null): Retraction | undefined {
  // Written by `retract`.
  return json === null ? undefined : (JSON.parse(json) as Retraction);
}
