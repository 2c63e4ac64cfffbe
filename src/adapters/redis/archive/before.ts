import { rank } from '../../../domain/archive/rank.ts';
import { readShares } from '../../../domain/archive/read-shares.ts';
import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import {
  RELATED_THRESHOLD,
  type StoryFrequencies,
  type StoryTerms,
  scoreRelated,
  storyTerms,
  telling,
} from '../../../domain/background/related.ts';
import type { ArchiveContext } from './context.ts';
import { MOST_POSTINGS, readPostings, readTotals, toDay } from './postings.ts';
import { readArticles, readRecord } from './read-articles.ts';

/** What one question may cost: terms asked for, entries read of them, stories read in whole. */
const MOST_TERMS = 20;
const READ_IN_ALL = 16_000;
const MOST_READ = 8;
/** Of what the terms asked for weigh, the part a story must have to be read at all. */
const LEAST_SHARE = 0.12;

/** Earlier stories on the matter of an article, oldest first; empty when nothing rightly explains it. */
export async function before(
  context: ArchiveContext,
  id: ArticleId,
  limit: number,
): Promise<readonly ArchivedArticle[]> {
  const record = await readRecord(context, id);
  if (record === undefined || limit <= 0) return [];
  const story = storyTerms(record.article);
  const frequencies = await readFrequencies(context, story);
  const numbers = await candidates(context, record.number, story, frequencies);
  const articles = await readArticles(
    context,
    numbers.filter((other) => other !== record.number),
  );
  return articles
    .map((earlier) => ({ earlier, score: scoreRelated(story, storyTerms(earlier), frequencies) }))
    .filter(({ score }) => score >= RELATED_THRESHOLD)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ earlier }) => earlier)
    .sort((a, b) => a.sortAtMs - b.sortAtMs);
}

/** In how many stories each term of an article stands. */
async function readFrequencies(context: ArchiveContext, { times }: StoryTerms): Promise<StoryFrequencies> {
  const terms = [...times.keys()];
  const [totals, stories] = await Promise.all([
    readTotals(context, terms),
    context.redis.zcard(context.keys.latest),
  ]);
  const counts = new Map(terms.map((term, at) => [term, totals[at] ?? 0]));
  return { stories, of: (term) => counts.get(term) ?? 0 };
}

/** Numbers of earlier articles that share the terms that tell most, the most promising first. */
async function candidates(
  context: ArchiveContext,
  article: number,
  { times, atMs }: StoryTerms,
  frequencies: StoryFrequencies,
): Promise<readonly number[]> {
  const most = [...times]
    .filter(([term]) => frequencies.of(term) > 1)
    .map(([term, count]) => ({ term, worth: telling(term, count, frequencies) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_TERMS)
    .map(({ term }) => term);
  const shares = readShares(
    most.map((term) => Math.min(frequencies.of(term), MOST_POSTINGS)),
    READ_IN_ALL,
  );
  const postings = await readPostings(
    context,
    most.map((term, at) => ({ term, most: shares[at] ?? 0, round: article })),
  );
  const today = toDay(atMs);
  const { best } = rank(postings, {
    ...{ articles: frequencies.stories, today, until: today },
    ...{ leastShare: LEAST_SHARE, most: MOST_READ + 1 },
  });
  return best.map(({ number }) => number);
}
