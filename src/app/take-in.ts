import type { Analysis, ArchivedArticle, ArticleId, CleanArticle } from '../domain/article/article.ts';
import { type FeedKeys, storyKeysOf } from '../domain/article/story-keys.ts';
import { analyzeArticle } from './analyze-article.ts';
import { leaveOutFurniture } from './leave-out-furniture.ts';
import type { Admission, Archive } from './ports/archive.ts';
import type { Clock, Log } from './ports/clock.ts';
import type { FurnitureBook } from './ports/furniture.ts';

export type TakingIn = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  /** A fresh id, from chance. */
  readonly newId: () => ArticleId;
  /** The channels that an article of this source waits for; none for a silent source. */
  readonly channelsFor: (article: CleanArticle, source: string) => readonly string[];
  /** Writes a summary in other words; nothing where the verbatim one is to be shown. */
  readonly writeSummary?: ((article: CleanArticle) => Promise<string | undefined>) | undefined;
  /** Default: here and now. A long article may be analysed elsewhere, so that nobody waits for it. */
  readonly analyze?: ((article: CleanArticle) => Promise<Analysis>) | undefined;
  /** What the source repeats is left out, where this is kept. */
  readonly furniture?: FurnitureBook | undefined;
};

/** Analyses a clean article once and hands it to the archive, which knows whether its story is new. */
export async function takeIn(
  { archive, clock, log, newId, channelsFor, writeSummary, analyze, furniture }: TakingIn,
  whole: CleanArticle,
  source: string,
  feed: Omit<FeedKeys, 'source'> = {},
): Promise<Admission> {
  const arrivedAtMs = clock.now();
  const article = furniture === undefined ? whole : await leaveOutFurniture(furniture, whole, source);
  const publishedMs = article.publishedAt === undefined ? Number.NaN : Date.parse(article.publishedAt);
  const channels = channelsFor(article, source);
  // What no channel waits for is shown to nobody but those who ask, and they want the article's own words.
  const written = channels.length > 0 ? await writeSummary?.(article) : undefined;
  const analysis = analyze === undefined ? analyzeArticle(article) : await analyze(article);
  const record: ArchivedArticle = {
    ...article,
    ...analysis,
    ...(written === undefined ? {} : { written }),
    id: newId(),
    source,
    arrivedAtMs,
    sortAtMs: Number.isNaN(publishedMs) ? arrivedAtMs : publishedMs,
  };
  const keys = storyKeysOf(article, { source, ...feed });
  const admission = await archive.admit(record, keys, channels);
  log.info({ article: admission.id, source, admission: admission.kind }, 'An article came in');
  return admission;
}
