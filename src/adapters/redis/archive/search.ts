import type { PageOf, PageRequest } from '../../../app/ports/archive.ts';
import { searchTerms } from '../../../domain/archive/article-terms.ts';
import { hasPhrases, parseQuery, type Query } from '../../../domain/archive/query.ts';
import { type Postings, type Ranking, rank } from '../../../domain/archive/rank.ts';
import { oneSlipFrom } from '../../../domain/archive/slips.ts';
import type { ArchivedArticle } from '../../../domain/article/article.ts';
import { batch } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { fromPostings, READ_POSTINGS, readPostings, toDay } from './postings.ts';
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
  if (query.phrases.length > 0) return withPhrases(context, query, { offset, limit });
  const { best, total } = await rankedFor(context, query, offset + limit);
  const page = best.slice(offset).map(({ number }) => number);
  return { items: await readArticles(context, page), total };
}

async function withPhrases(
  context: ArchiveContext,
  query: Query,
  { offset, limit }: PageRequest,
): Promise<PageOf<ArchivedArticle>> {
  const { best } = await rankedFor(context, query, READ_FOR_PHRASES);
  const articles = await readArticles(
    context,
    best.map(({ number }) => number),
  );
  const having = articles.filter(({ title, paragraphs }) =>
    hasPhrases([title, ...paragraphs.map(({ text }) => text)].join('\n'), query.phrases),
  );
  return { items: having.slice(offset, offset + limit), total: having.length };
}

async function rankedFor(context: ArchiveContext, query: Query, most: number): Promise<Ranking> {
  if (query.terms.length === 0) return { best: [], total: 0 };
  const [postings, articles] = await Promise.all([
    readPostings(context, query.terms, { most: READ_POSTINGS }),
    context.redis.zcard(context.keys.latest),
  ]);
  const meant = await Promise.all(
    query.words.map(({ word }, at) => {
      const found = postings[at];
      return found === undefined || found.total === 0 ? slipOf(context, word) : found;
    }),
  );
  const today = toDay(context.clock.now());
  return rank(meant, { articles, today, leastShare: LEAST_SHARE, most });
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
  const [postings] = term === undefined ? [] : await readPostings(context, [term], { most: READ_POSTINGS });
  return postings ?? fromPostings(Buffer.alloc(0), 0);
}
