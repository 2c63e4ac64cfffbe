import type { ArticleId, CleanArticle } from '../../domain/article/article.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import type { Candidate } from './sources.ts';

/** By what a page is asked for only if it has changed. */
export type PageSigns = { readonly etag?: string; readonly lastModified?: string };

/** What is known of an item beside its text. */
export type PageItem = Omit<Candidate, 'content' | 'summary'>;

/** A page that is looked at again, since outlets correct articles without a sign in their feeds. */
export type WatchedPage = PageSigns & {
  readonly article: ArticleId;
  /** Id of the source that showed it. */
  readonly source: string;
  readonly item: PageItem;
  /** Epoch milliseconds. */
  readonly takenAtMs: number;
  /** Characters of its story when it was read last. */
  readonly length: number;
};

/** The pages that are looked at again, shared by every worker. */
export type PageWatch = {
  /** Has a page looked at at `dueAtMs`; there is one entry for each article. */
  readonly watch: (page: WatchedPage, dueAtMs: number) => Promise<void>;
  /**
   * Pages whose time has come, the longest waiting first. They are this worker's for some minutes, and due again if it
   * has neither watched nor dropped them by then.
   */
  readonly due: (nowMs: number, limit: number) => Promise<readonly WatchedPage[]>;
  readonly drop: (article: ArticleId) => Promise<void>;
};

/** What looking at a page again brought. */
export type PageRereading =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'article';
      readonly article: CleanArticle;
      readonly keys: FeedKeys;
      readonly signs: PageSigns;
    }
  /** It was taken down. */
  | { readonly kind: 'gone'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
