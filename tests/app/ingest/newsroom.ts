import { POLL_PACE } from '../../../src/app/ingest/next-poll.ts';
import type { DeskFeedNews, Polling } from '../../../src/app/ingest/polling.ts';
import type { Admission } from '../../../src/app/ports/archive.ts';
import type { Candidate, Fate, SourceReading, SourceStore } from '../../../src/app/ports/sources.ts';
import type { ArticleId, CleanArticle } from '../../../src/domain/article/article.ts';
import { cleanText } from '../../../src/domain/article/clean-text.ts';
import { type FeedKeys, storyKeysOf } from '../../../src/domain/article/story-keys.ts';
import { memoryPageWatch } from './memory-page-watch.ts';
import { memoryFates, memorySourceStore } from './memory-source-store.ts';

const MINUTE_MS = 60_000;

export type Kept = { readonly id: ArticleId; article: CleanArticle; readonly versions: string[] };

/** A newsroom in memory: sources that answer what the test says, and an archive that knows stories by their keys. */
export type Newsroom = {
  readonly polling: Polling;
  readonly store: SourceStore;
  readonly stories: readonly Kept[];
  /** Stories that channels wait for, in the order in which they came. */
  readonly posted: readonly string[];
  readonly news: readonly DeskFeedNews[];
  readonly fates: readonly Fate[];
  readonly pages: ReturnType<typeof memoryPageWatch>;
  /** What `source` answers from now on. */
  readonly answer: (source: string, reading: SourceReading) => void;
  readonly pass: (ms: number) => void;
};

export function candidate(n: number, changes: Partial<Candidate> = {}): Candidate {
  return {
    guid: `g-${n}`,
    url: `https://courier.example/${n}`,
    title: `Story ${n}`,
    content: `Words of story number ${n}, which nobody else has told.`,
    ...changes,
  };
}

export function itemsOf(...items: readonly Candidate[]): SourceReading {
  return { kind: 'items', items, problems: [] };
}

export const UNCHANGED: SourceReading = { kind: 'unchanged' };

export function createNewsroom(changes: Partial<Polling> = {}): Newsroom {
  let nowMs = Date.UTC(2023, 5, 14, 8);
  const store = memorySourceStore();
  const fates = memoryFates();
  const pages = memoryPageWatch();
  const answers = new Map<string, SourceReading>();
  const byKey = new Map<string, Kept>();
  const stories: Kept[] = [];
  const posted: string[] = [];
  const news: DeskFeedNews[] = [];

  const admit = (article: CleanArticle, keys: FeedKeys, silent: boolean): Admission => {
    const { addresses, guid, bands, exact } = storyKeysOf(article, keys);
    const all = [...addresses, ...(guid === undefined ? [] : [guid]), ...bands, exact];
    const known = all.map((key) => byKey.get(key)).find((kept) => kept !== undefined);
    const story = known ?? { id: `a-${stories.length}` as ArticleId, article, versions: [exact] };
    for (const key of all) byKey.set(key, story);
    if (known === undefined) {
      stories.push(story);
      if (!silent) posted.push(article.title);
      return { kind: 'new', id: story.id };
    }
    if (known.versions.includes(exact)) return { kind: 'known', id: known.id };
    known.versions.push(exact);
    known.article = article;
    return { kind: 'known', id: known.id };
  };

  const silence = (): void => undefined;
  const polling: Polling = {
    store,
    fates,
    pages,
    readSource: async (source) => answers.get(source.id) ?? UNCHANGED,
    readCandidate: async (item, source) => {
      const article = cleanText({ text: item.content ?? item.summary ?? '', title: item.title ?? '' });
      const addresses = item.url === undefined ? [] : [item.url];
      return { kind: 'article', article, keys: { source: source.id, guid: item.guid, addresses } };
    },
    takeIn: async (article, _source, { keys, silent }) => admit(article, keys, silent),
    tellDesk: async (item) => void news.push(item),
    clock: { now: () => nowMs, sleep: async () => undefined },
    log: { debug: silence, info: silence, warn: silence, error: silence },
    chance: () => 0,
    pace: { ...POLL_PACE, intervalMs: 5 * MINUTE_MS },
    ...changes,
  };
  return {
    ...{ polling, store, pages, stories, posted, news, fates: fates.all },
    answer: (source, reading) => void answers.set(source, reading),
    pass: (ms) => {
      nowMs += ms;
    },
  };
}
