import type { PageOf, PageRequest } from '../../../app/ports/archive.ts';
import { searchTerms } from '../../../domain/archive/article-terms.ts';
import { hasPhrases, parseQuery, type Query } from '../../../domain/archive/query.ts';
import { type Postings, type Ranked, rank } from '../../../domain/archive/rank.ts';
import { oneSlipFrom } from '../../../domain/archive/slips.ts';
import type { ArchivedArticle } from '../../../domain/article/article.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { fromPostings, POSTING_BYTES, READ_POSTINGS, toDay } from './postings.ts';
import { readArticles } from './read-articles.ts';

/** An answer has at least this part of what the words of the question weigh: it does not merely share one of them. */
const LEAST_SHARE = 0.6;
/** So many of the best are read to look for a phrase in them. */
const READ_FOR_PHRASES = 150;

/** Articles on a topic, by words, stems and phrases; a word that stands nowhere is read as the slip that it may be. */
export async function search(
  context: ArchiveContext,
  typed: string,
  { offset, limit }: PageRequest,
): Promise<PageOf<ArchivedArticle>> {
  const query = parseQuery(typed);
  const ranked = await rankedFor(context, query);
  if (query.phrases.length > 0) return withPhrases(context, ranked, query, { offset, limit });
  const page = ranked.slice(offset, offset + limit).map(({ number }) => number);
  return { items: await readArticles(context, page), total: ranked.length };
}

async function withPhrases(
  context: ArchiveContext,
  ranked: readonly Ranked[],
  { phrases }: Query,
  { offset, limit }: PageRequest,
): Promise<PageOf<ArchivedArticle>> {
  const best = ranked.slice(0, READ_FOR_PHRASES).map(({ number }) => number);
  const articles = await readArticles(context, best);
  const having = articles.filter(({ title, paragraphs }) =>
    hasPhrases([title, ...paragraphs.map(({ text }) => text)].join('\n'), phrases),
  );
  return { items: having.slice(offset, offset + limit), total: having.length };
}

async function rankedFor(context: ArchiveContext, query: Query): Promise<readonly Ranked[]> {
  if (query.terms.length === 0) return [];
  const [postings, articles] = await Promise.all([
    readPostings(context, query.terms, READ_POSTINGS),
    context.redis.zcard(context.keys.latest),
  ]);
  const meant = await Promise.all(
    query.words.map(({ word }, at) => {
      const found = postings[at];
      return found === undefined || found.total === 0 ? slipOf(context, word) : found;
    }),
  );
  const today = toDay(context.clock.now());
  return rank(meant, { articles, today, leastShare: LEAST_SHARE });
}

/** The newest postings of each term, in the same order; empty for a term that stands nowhere. */
export async function readPostings(
  { redis, keys }: ArchiveContext,
  terms: readonly string[],
  most: number,
): Promise<readonly Postings[]> {
  const replies = await batch(
    redis,
    terms.flatMap((term) => [
      ['getrangeBuffer', keys.term(term), -most * POSTING_BYTES, -1] as const,
      ['strlen', keys.term(term)] as const,
    ]),
  );
  return terms.map((_, at) => {
    const bytes = replies[2 * at];
    return fromPostings(Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0), Number(replies[2 * at + 1]));
  });
}

/** The postings of the most frequent word that one slip makes of this one; empty when there is none. */
async function slipOf(context: ArchiveContext, word: string): Promise<Postings> {
  const { redis, keys } = context;
  const terms = [...new Set(word.length < 4 ? [] : oneSlipFrom(word).flatMap(searchTerms))];
  const lengths = await batch(
    redis,
    terms.map((term) => ['strlen', keys.term(term)]),
  );
  const best = Math.max(0, ...lengths.map(Number));
  const term = best === 0 ? undefined : terms[lengths.map(Number).indexOf(best)];
  const [postings] = term === undefined ? [] : await readPostings(context, [term], READ_POSTINGS);
  return postings ?? fromPostings(Buffer.alloc(0), 0);
}
