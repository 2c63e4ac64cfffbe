import type { PageOf, PageRequest } from '../../../app/ports/archive.ts';
import { searchTerms } from '../../../domain/archive/article-terms.ts';
import { hasPhrases, parseQuery, type Query } from '../../../domain/archive/query.ts';
import { type Ranking, rank } from '../../../domain/archive/rank.ts';
import { readShares } from '../../../domain/archive/read-shares.ts';
import { oneSlipFrom } from '../../../domain/archive/slips.ts';
import type { ArchivedArticle } from '../../../domain/article/article.ts';
import type { ArchiveContext } from './context.ts';
import { MOST_POSTINGS, readPostings, readTotals, toDay } from './postings.ts';
import { readArticles } from './read-articles.ts';

/** An answer has at least this part of what the words of the question weigh: it does not merely share one of them. */
const LEAST_SHARE = 0.6;
/** What one question may cost. So many of the best are read to look for a phrase in them; */
const READ_FOR_PHRASES = 60;
/** so many entries of the index are read; */
const READ_FOR_QUESTION = 24_000;
/** and so many of its words, which stand nowhere, are read as slips. */
const MOST_SLIPS = 2;
/** Pages are turned: the best so many are kept in mind. */
const MOST_KEPT = 200;

/** Articles on a topic, by words, stems and phrases; a word that stands nowhere is read as the slip that it may be. */
export async function search(
  context: ArchiveContext,
  typed: string,
  { offset, limit }: PageRequest,
): Promise<PageOf<ArchivedArticle>> {
  const query = parseQuery(typed);
  if (query.phrases.length > 0) return withPhrases(context, query, { offset, limit });
  const { best, total } = await rankedFor(context, query, offset + limit);
  const page = best.slice(offset, offset + limit).map(({ number }) => number);
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
    best.slice(0, READ_FOR_PHRASES).map(({ number }) => number),
  );
  const having = articles.filter(({ title, paragraphs }) =>
    hasPhrases([title, ...paragraphs.map(({ text }) => text)].join('\n'), query.phrases),
  );
  return { items: having.slice(offset, offset + limit), total: having.length };
}

/** The best of what was asked for, and how many there are; asked for again in the same edition, it is not ranked again. */
async function rankedFor(context: ArchiveContext, query: Query, most: number): Promise<Ranking> {
  if (query.terms.length === 0) return { best: [], total: 0 };
  if (most > MOST_KEPT) return rankAnew(context, query, most);
  const edition = (await context.redis.get(context.keys.edition)) ?? '';
  const question = [edition, ...query.terms].join(' ');
  return context.rankOnce(question, () => rankAnew(context, query, MOST_KEPT));
}

async function rankAnew(context: ArchiveContext, query: Query, most: number): Promise<Ranking> {
  const [totals, articles] = await Promise.all([
    readTotals(context, query.terms),
    context.redis.zcard(context.keys.latest),
  ]);
  const unknown = query.words.filter((_, at) => totals[at] === 0).slice(0, MOST_SLIPS);
  const slips = await Promise.all(
    unknown.map(async (word) => [word, await slipOf(context, word.word)] as const),
  );
  const meant = new Map(slips);
  const known = query.words.map((word, at) => meant.get(word) ?? { term: word.term, total: totals[at] ?? 0 });
  const shares = readShares(
    known.map(({ total }) => Math.min(total, MOST_POSTINGS)),
    READ_FOR_QUESTION,
  );
  const postings = await readPostings(
    context,
    known.map(({ term }, at) => ({ term, most: shares[at] ?? 0 })),
  );
  const today = toDay(context.clock.now());
  return rank(postings, { articles, today, leastShare: LEAST_SHARE, most });
}

type KnownTerm = { readonly term: string; readonly total: number };

/** The most frequent term that one slip makes of this word; undefined when there is none. */
async function slipOf(context: ArchiveContext, word: string): Promise<KnownTerm | undefined> {
  const terms = [...new Set(word.length < 4 ? [] : oneSlipFrom(word).flatMap(searchTerms))];
  const totals = await readTotals(context, terms);
  const most = Math.max(0, ...totals);
  const term = terms[totals.indexOf(most)];
  return term === undefined || most === 0 ? undefined : { term, total: most };
}
