import type { ArticleId } from '../../domain/article/article.ts';

import type { PostOrder } from './ledger.ts';

/** How a source is doing, as an editor reads it. */
export type SourceHealth = {
  readonly source: string;
  /** Epoch milliseconds of the last good reading. */
  readonly readAtMs?: number;
  /** A sentence, while it fails. */
  readonly failing?: string;
};

/** What became of something that came in: for `/why`. */
export type ItemHistory = {
  readonly title?: string;
  /** Where it became an article. */
  readonly article?: ArticleId;
  readonly entries: readonly { readonly atMs: number; readonly what: string }[];
};

/** What an editor asks about the running of the bot. */
export type Operations = {
  readonly sources: () => Promise<readonly SourceHealth[]>;
  /** Epoch milliseconds of the next slot of a channel, where there is one. */
  readonly nextSlotMs: (channel: string) => number | undefined;
  /** Epoch milliseconds at which the next `count` waiting posts may go; fewer when the schedule holds no more. */
  readonly comingPosts: (channel: string, count: number) => readonly number[];
  /** In which order the waiting posts of a channel go. */
  readonly queueOrder: (channel: string) => PostOrder;
  /** Where a channel posts the most important first: how much an article matters to it; editors then move nothing up or down. */
  readonly importance: (channel: string) => ((article: ArticleId) => Promise<number>) | undefined;
  /** Whether nothing goes out in a channel before an editor has approved it. */
  readonly needsApproval: (channel: string) => boolean;
  readonly redis: () => Promise<{ readonly memory: string; readonly durability: string }>;
  /** By the article's id, its address, its file's name, or words of the headline. */
  readonly itemHistory: (query: string) => Promise<ItemHistory | undefined>;
};
