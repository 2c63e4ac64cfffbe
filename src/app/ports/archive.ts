import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import type { StoryKeys } from '../../domain/article/story.ts';
import type { Quote } from '../../domain/quotes/quote.ts';

/** What became of an article that came in. */
export type Admission =
  | { readonly kind: 'new'; readonly id: ArticleId }
  | { readonly kind: 'known'; readonly id: ArticleId }
  /** The same story with other words; `before` is the version that was kept until now. */
  | { readonly kind: 'changed'; readonly id: ArticleId; readonly before: ArchivedArticle };

export type PageOf<T> = { readonly items: readonly T[]; readonly total: number };

/** `limit` items from `offset`, counted from 0. */
export type PageRequest = { readonly offset: number; readonly limit: number };

/** A page of what is kept of a name; with `beforeMs` only of stories from before that moment. */
export type PageOfName = PageRequest & { readonly beforeMs?: number };

/** A person or body over all articles. `key` is stable and short enough for callback data (at most 32 bytes). */
export type KnownName = {
  readonly key: string;
  readonly name: string;
  readonly kind: 'person' | 'body';
  /** The role of the newest article that gives one. */
  readonly role?: string;
  readonly articles: number;
  readonly quotes: number;
};

export type KeptQuote = { readonly article: ArchivedArticle; readonly quote: Quote; readonly index: number };

/** The archive of all stories, with its indexes. Newest first wherever an order is not named. */
export type Archive = {
  /**
   * Keeps an article: a new story, a new version of one, or nothing when it is known as it stands.
   * "Seen" is written in the same atomic step that puts a new story in the waiting list of each channel in
   * `channels` (empty for a silent source). The id of `article` is a proposal; the answer has the kept one.
   */
  readonly admit: (
    article: ArchivedArticle,
    keys: StoryKeys,
    channels: readonly string[],
  ) => Promise<Admission>;
  readonly get: (id: ArticleId) => Promise<ArchivedArticle | undefined>;
  readonly latest: (page: PageRequest) => Promise<PageOf<ArchivedArticle>>;
  /** Names that fit what was typed (case, accents, last name, part of the name), best first. */
  readonly findNames: (query: string, limit: number) => Promise<readonly KnownName[]>;
  /** Names a slip of a letter away, best first: for what no name fits. */
  readonly nearNames: (query: string, limit: number) => Promise<readonly KnownName[]>;
  readonly name: (key: string) => Promise<KnownName | undefined>;
  /** The names an article gave, with what the archive knows of each. */
  readonly namesIn: (id: ArticleId) => Promise<readonly KnownName[]>;
  readonly articlesNaming: (key: string, page: PageOfName) => Promise<PageOf<ArchivedArticle>>;
  readonly quotesBy: (key: string, page: PageOfName) => Promise<PageOf<KeptQuote>>;
  /** Articles on a topic: words of title and text, stems, phrases; ranked by relevance and time. */
  readonly search: (query: string, page: PageRequest) => Promise<PageOf<ArchivedArticle>>;
  /** Earlier stories on the same matter, oldest first; empty when nothing rightly explains this one. */
  readonly before: (id: ArticleId, limit: number) => Promise<readonly ArchivedArticle[]>;
  readonly size: () => Promise<number>;
  /** A name that changes whenever what the archive answers may have changed, in whatever process. */
  readonly edition: () => Promise<string>;
};

/** When and why a story was taken back, in words for an editor. */
export type Retraction = { readonly atMs: number; readonly reason: string };

/** What editors and the bot's own upkeep ask of the archive, beside what readers do. */
export type ArchiveDesk = {
  /** The article meant by an id, an address it goes by, or else the best fit of a search for the words. */
  readonly find: (idOrAddressOrWords: string) => Promise<ArchivedArticle | undefined>;
  /** Quotes that speak of a topic, of people and bodies that the article names; best articles first. */
  readonly quotesAbout: (topic: string, page: PageRequest) => Promise<PageOf<KeptQuote>>;
  /** Earlier versions of an article, newest first; at most ten are kept. */
  readonly versions: (id: ArticleId) => Promise<readonly ArchivedArticle[]>;
  /**
   * Articles that got a new version since they were admitted and for which nobody has said `settleChange`, oldest change
   * first: what a worker goes through at start, so that a crash loses no correction of a post.
   */
  readonly changes: (limit: number) => Promise<readonly ArticleId[]>;
  readonly settleChange: (id: ArticleId) => Promise<void>;
  /** Takes an article out of all lists, answers and indexes; `get` still gives it. False when it is not known. */
  readonly retract: (id: ArticleId, reason: string) => Promise<boolean>;
  readonly retraction: (id: ArticleId) => Promise<Retraction | undefined>;
  /**
   * Completes what a process that ended left half-indexed; answers how many articles. `admit` does it by itself once a
   * minute.
   */
  readonly repair: () => Promise<number>;
};
