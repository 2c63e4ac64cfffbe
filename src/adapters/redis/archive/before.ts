import { searchTerms } from '../../../domain/archive/article-terms.ts';
import { fold } from '../../../domain/archive/fold.ts';
import { nameKey } from '../../../domain/archive/name-key.ts';
import { type Postings, rank } from '../../../domain/archive/rank.ts';
import type { ArchivedArticle, ArticleId } from '../../../domain/article/article.ts';
import {
  RELATED_THRESHOLD,
  type StoryFrequencies,
  type StoryProfile,
  scoreRelated,
} from '../../../domain/background/related.ts';
import { batch, toStrings } from './batch.ts';
import type { ArchiveContext } from './context.ts';
import { readPostings, toDay } from './postings.ts';
import { readPacked } from './read-articles.ts';
import { unpack, unpackProfile } from './record.ts';
import { newestFirst } from './write-indexes.ts';

/** What one question may cost: names and terms asked for, entries read of each, stories read in whole. */
const MOST_NAMES = 6;
const MOST_TERMS = 14;
const READ_OF_NAME = 400;
const READ_OF_TERM = 6_000;
const MOST_READ = 16;
const LEAST_SHARE = 0.12;
/** A name in common tells as much as a word that stands in the middle of a headline. */
const NAME_WEIGHT = 150;

/** In a small archive every word looks rare or common by chance: until it has grown, rarity is judged as in one so large. */
const SMALLEST_ARCHIVE = 2_000;

/** Pairs of words are not indexed: two words stand side by side in about this part of the stories that have the rarer one. */
const PAIR_SHARE = 0.25;

/** Earlier stories on the matter of an article, oldest first; empty when nothing rightly explains it. */
export async function before(
  context: ArchiveContext,
  id: ArticleId,
  limit: number,
): Promise<readonly ArchivedArticle[]> {
  const bytes = await context.redis.getBuffer(context.keys.article(id));
  if (bytes === null || limit <= 0) return [];
  const { article, number } = unpack(bytes);
  const { profile } = unpackProfile(bytes);
  const stories = Math.max(SMALLEST_ARCHIVE, await context.redis.zcard(context.keys.latest));
  const frequencies = await readFrequencies(context, profile, stories);
  const telling = withoutPeople(frequencies, article);
  const numbers = await candidates(context, number, profile, frequencies);
  const packed = await readPacked(
    context,
    numbers.filter((other) => other !== number),
  );
  return packed
    .map((earlier) => ({ earlier, score: scoreRelated(profile, unpackProfile(earlier).profile, telling) }))
    .filter(({ score }) => score >= RELATED_THRESHOLD)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ earlier }) => unpack(earlier).article)
    .sort((a, b) => a.sortAtMs - b.sortAtMs);
}

/** In how many stories each name and term of an article stands. */
async function readFrequencies(
  context: ArchiveContext,
  { names, terms }: StoryProfile,
  stories: number,
): Promise<StoryFrequencies> {
  const words = [...new Set(terms.flatMap(([term]) => term.split(' ')))];
  const [counts, lists] = await Promise.all([
    batch(
      context.redis,
      names.map(([name]) => ['zcard', context.keys.naming(nameKey(name))]),
    ),
    readPostings(context, words.map(fold), { most: 0 }),
  ]);
  const ofName = new Map(names.map(([name], at) => [name, Number(counts[at])]));
  const ofWord = new Map(words.map((term, at) => [term, lists[at]?.total ?? 0]));
  const ofPair = (pair: string): number =>
    PAIR_SHARE * Math.min(...pair.split(' ').map((word) => ofWord.get(word) ?? 0));
  return {
    stories,
    of: (term) => ofName.get(term) ?? ofWord.get(term) ?? (term.includes(' ') ? ofPair(term) : 0),
  };
}

/**
 * Who someone is and what they are called tells nothing of the matter: names are compared as names, so here the words of
 * people's names and roles count as if every story had them.
 */
function withoutPeople(frequencies: StoryFrequencies, { people }: ArchivedArticle): StoryFrequencies {
  const whole = new Set(people.map(({ name }) => name.toLowerCase()));
  const words = new Set(
    people
      .filter(({ kind }) => kind === 'person')
      .flatMap(({ name, role = '' }) => searchTerms(`${name} ${role}`)),
  );
  const isOfPeople = (term: string): boolean =>
    !whole.has(term) && term.split(' ').some((word) => words.has(fold(word)));
  return {
    stories: frequencies.stories,
    of: (term) => (isOfPeople(term) ? frequencies.stories : frequencies.of(term)),
  };
}

/** Numbers of earlier articles that share names and rare terms, the most promising first. */
async function candidates(
  context: ArchiveContext,
  article: number,
  { names, terms, atMs }: StoryProfile,
  { stories, of }: StoryFrequencies,
): Promise<readonly number[]> {
  const rareFirst = terms
    .filter(([term]) => !term.includes(' ') && of(term) > 0)
    .map(([term, weight]) => ({ term, worth: weight * Math.log(1 + stories / of(term)) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_TERMS);
  const [byName, byTerm] = await Promise.all([
    readNaming(
      context,
      names.slice(0, MOST_NAMES).map(([name]) => name),
      atMs,
    ),
    readPostings(
      context,
      rareFirst.map(({ term }) => fold(term)),
      { most: READ_OF_TERM, round: article },
    ),
  ]);
  const today = toDay(atMs);
  const { best } = rank([...byName, ...byTerm], {
    ...{ articles: stories, today, until: today },
    ...{ leastShare: LEAST_SHARE, most: MOST_READ },
  });
  return best.map(({ number }) => number);
}

/** Articles from before a moment that name each of these, in the form of postings. */
async function readNaming(
  { redis, keys }: ArchiveContext,
  names: readonly string[],
  atMs: number,
): Promise<readonly Postings[]> {
  const lists = names.map((name) => keys.naming(nameKey(name)));
  const replies = await batch(
    redis,
    lists.flatMap((list) => [
      ['zrangebyscore', list, newestFirst(atMs), '+inf', 'WITHSCORES', 'LIMIT', 0, READ_OF_NAME] as const,
      ['zcard', list] as const,
    ]),
  );
  return lists.map((_, at) => {
    const flat = toStrings(replies[2 * at]).map(Number);
    const numbers = flat.filter((_number, i) => i % 2 === 0);
    const days = flat.filter((_score, i) => i % 2 === 1).map((score) => toDay(-score * 1000));
    return {
      // Oldest first, as postings are.
      numbers: Uint32Array.from(numbers).reverse(),
      days: Uint16Array.from(days).reverse(),
      weights: new Uint8Array(numbers.length).fill(NAME_WEIGHT),
      total: Number(replies[2 * at + 1]),
    };
  });
}
