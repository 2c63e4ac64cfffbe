import type { ArticleId, CleanArticle } from '../../domain/article/article.ts';
import type { FeedKeys } from '../../domain/article/story-keys.ts';
import type { Admission } from './archive.ts';
import type { PageSigns } from './page-watch.ts';

/** Where articles come from, as the operator or an admin named it. */
export type Source = {
  /** Short and stable; the address itself serves. */
  readonly id: string;
  /** Address of a feed, of a news sitemap, or of a WordPress site. */
  readonly url: string;
  readonly kind: 'feed' | 'wordpress' | 'sitemap';
  readonly title?: string;
  /** What its first poll finds goes to the archive, not to the channels. */
  readonly startsSilent: boolean;
  readonly paused: boolean;
  /** Named in the configuration: it goes when it is named there no more. Others were added by hand, and stay. */
  readonly configured?: boolean;
};

/** What is remembered of a source between two polls. */
export type SourceState = {
  /** Epoch milliseconds before which it is not polled. */
  readonly dueAtMs: number;
  readonly etag?: string;
  readonly lastModified?: string;
  /** Polls that failed since the last one that did not. */
  readonly failures: number;
  readonly failingSinceMs?: number;
  /** Why the last poll failed, as an operator reads it. */
  readonly reason?: string;
  /** Whether the desk was told that it fails. */
  readonly deskWasTold: boolean;
  /** Epoch milliseconds of the last poll that worked; missing before the first. */
  readonly lastOkAtMs?: number;
  /** A silent source that has shown nothing yet: what it shows first is its backlog. */
  readonly awaitsBacklog?: boolean;
};

/** Sources and what is known of them, shared by every worker. */
export type SourceStore = {
  readonly list: () => Promise<readonly Source[]>;
  /** Adds a source or changes it; its state stays. */
  readonly put: (source: Source) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** Sources that are not paused and whose time has come, the longest waiting first. */
  readonly due: (nowMs: number, limit: number) => Promise<readonly Source[]>;
  readonly state: (id: string) => Promise<SourceState | undefined>;
  readonly setState: (id: string, state: SourceState) => Promise<void>;
  /**
   * Does `work` unless another worker is at this source; answers whether it was done. The source of a worker that died
   * is free again within seconds.
   */
  readonly whileLeased: (id: string, work: () => Promise<void>) => Promise<boolean>;
  /** Which of the marks were not yet remembered for the source, in their order. */
  readonly unseen: (id: string, marks: readonly string[]) => Promise<readonly string[]>;
  /** Remembers marks; `current` are those the source shows now, and none of them is forgotten. */
  readonly remember: (id: string, marks: readonly string[], current: readonly string[]) => Promise<void>;
  /** Notes the items that a silent source shows first, by their id marks. They are forgotten after a month. */
  readonly noteBacklog: (id: string, idMarks: readonly string[]) => Promise<void>;
  /** Which of the marks are of its backlog. */
  readonly inBacklog: (id: string, idMarks: readonly string[]) => Promise<readonly string[]>;
  /** How often an item was put off so far, this time included. */
  readonly countHold: (id: string, mark: string) => Promise<number>;
};

/** An item of a source, before its article is read. */
export type Candidate = {
  /** The source's own id of it, else its address, else a hash of its words. */
  readonly guid: string;
  readonly url?: string;
  readonly title?: string;
  /** As the source says it, unread. */
  readonly publishedAt?: string;
  readonly updatedAt?: string;
  readonly byline?: string;
  /** HTML of the whole text, and of a summary. */
  readonly content?: string;
  readonly summary?: string;
  readonly image?: { readonly url?: string; readonly caption?: string; readonly credit?: string };
  /** The first publisher by `<source url>`, when the feed repeats another's items. */
  readonly origin?: { readonly publisher: string; readonly url?: string };
  readonly language?: string;
};

/** A source found at an address, with a look at what it brings; or a sentence that says why there is none. */
export type Discovery =
  | { readonly kind: 'found'; readonly source: Source; readonly newest: readonly Candidate[] }
  | { readonly kind: 'none'; readonly sentence: string };

/** What editors change about the sources. */
export type SourceDesk = Pick<SourceStore, 'list' | 'put' | 'remove'> & {
  /** Looks for a feed at the address of a site, of a page, or of the feed itself. */
  readonly discover: (address: string) => Promise<Discovery>;
  /** The sources of an OPML file; undefined when it is none. */
  readonly readList: (bytes: Uint8Array) => readonly Source[] | undefined;
  /** The sources as OPML, for another program to read, or this one. */
  readonly writeList: (sources: readonly Source[]) => string;
};

/** An item that cannot become a candidate, and why; its title where it has one. */
export type ItemProblem = { readonly item: string; readonly reason: string; readonly title?: string };

/** What asking a source brought. */
export type SourceReading =
  | { readonly kind: 'unchanged'; readonly againAfterMs?: number }
  | {
      readonly kind: 'items';
      readonly items: readonly Candidate[];
      readonly problems: readonly ItemProblem[];
      readonly title?: string;
      readonly etag?: string;
      readonly lastModified?: string;
      /** What `Cache-Control` and the feed's `ttl` ask for. */
      readonly againAfterMs?: number;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly againAfterMs?: number };

/** What reading a candidate's page and text brought. */
export type CandidateReading =
  | {
      readonly kind: 'article';
      readonly article: CleanArticle;
      readonly keys: FeedKeys;
      readonly note?: string;
      /** Where its page has it, which may be looked at again. */
      readonly page?: PageSigns;
    }
  /** The page cannot be had now, and the feed has only a summary. `article` is that, for when patience ends. */
  | {
      readonly kind: 'held';
      readonly reason: string;
      readonly article: CleanArticle;
      readonly keys: FeedKeys;
    }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      /** Whether it may well be had later; there is no text at all till then. */
      readonly isTemporary?: boolean;
    };

export type FateKind = 'taken in' | 'known' | 'changed' | 'held' | 'filtered' | 'failed';

/** How an admission stands on record. */
export const FATE_OF_ADMISSION: Readonly<Record<Admission['kind'], FateKind>> = {
  new: 'taken in',
  known: 'known',
  changed: 'changed',
};

/** What became of an item, for an editor who asks why. */
export type Fate = {
  readonly atMs: number;
  readonly source: string;
  /** Its guid, address or file name. */
  readonly item: string;
  readonly title?: string;
  readonly url?: string;
  readonly what: FateKind;
  /** A sentence or less. */
  readonly reason?: string;
  readonly article?: ArticleId;
};

/** The record of what became of items, bounded: the oldest are forgotten. */
export type Fates = {
  readonly record: (fate: Fate) => Promise<void>;
  /** Newest first; `query` is an article's id, an address, or words of the title. */
  readonly find: (query: string, limit: number) => Promise<readonly Fate[]>;
  readonly recent: (limit: number) => Promise<readonly Fate[]>;
};
