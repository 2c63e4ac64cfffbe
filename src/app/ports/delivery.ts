import type { ArticleId } from '../../domain/article/article.ts';
import type { Segment } from '../../domain/delivery/segment.ts';
import type { ChatId, CopiedMessage, OutgoingMessage } from './telegram.ts';

/** Who goes first when the budget is short: replies to people, then posts, then broadcasts. */
export type Lane = 'reply' | 'post' | 'broadcast';

/** One budget for all that the token sends, shared by every process, in Redis time (GCRA). */
export type Budget = {
  /** Reserves the moment of one message. Answers the milliseconds to wait before sending it (0: now). */
  readonly reserve: (request: { lane: Lane; chat: ChatId; isGroup: boolean }) => Promise<number>;
  /** Telegram asked for a pause: nobody sends before it is over. */
  readonly hold: (ms: number) => Promise<void>;
};

/** A reader who asked for messages. */
export type Subscriber = { readonly chat: number; readonly language?: string; readonly since: number };

export type Subscribers = {
  /** Answers false when the chat was subscribed already. */
  readonly add: (subscriber: Subscriber) => Promise<boolean>;
  /** Answers false when the chat was not subscribed. `reason` is what an editor reads: `stopped`, `blocked`. */
  readonly remove: (chat: number, reason: string) => Promise<boolean>;
  /** Says that the chat was active today; of who is not subscribed nothing is kept. */
  readonly seen: (chat: number) => Promise<void>;
  readonly has: (chat: number) => Promise<boolean>;
  readonly count: () => Promise<number>;
};

export type BroadcastId = string & { readonly __brand: 'BroadcastId' };

export type BroadcastStatus = 'draft' | 'running' | 'paused' | 'finished' | 'cancelled';

export type BroadcastCommand = 'start' | 'pause' | 'resume' | 'cancel' | 'finish';

/** waiting + inFlight + sent + unreachable + failed + unknown = audience, always. */
export type DeliveryCounts = {
  readonly audience: number;
  readonly waiting: number;
  readonly inFlight: number;
  readonly sent: number;
  readonly unreachable: number;
  readonly failed: number;
  readonly unknown: number;
};

export type BroadcastContent = CopiedMessage | OutgoingMessage;

export type Broadcast = {
  readonly id: BroadcastId;
  readonly status: BroadcastStatus;
  readonly content: BroadcastContent;
  /** The story of which it tells followers; then no editor wrote it. */
  readonly about?: ArticleId;
  /** The editor who wrote it, and where its progress is shown. */
  readonly editorChat: number;
  /** The editor's. */
  readonly language: string;
  readonly segment: Segment;
  readonly silent: boolean;
  /** Beyond the free limits, for Telegram Stars. */
  readonly paid: boolean;
  /** A draft that starts by itself. */
  readonly plannedAtMs?: number;
  readonly progressMessageId?: number;
  /** How far it was when its progress was shown last, for the rate. */
  readonly shown?: { readonly atMs: number; readonly settled: number };
  readonly counts: DeliveryCounts;
  readonly createdAtMs: number;
  readonly startedAtMs?: number;
  readonly finishedAtMs?: number;
  /** Why it was paused without being asked. */
  readonly note?: string;
};

/** What editors do with broadcasts; the sending itself is done by every worker (`app/run-broadcasts.ts`). */
export type Broadcasts = {
  /** `language` is the editor's; English without it. */
  readonly draft: (content: BroadcastContent, editorChat: number, language?: string) => Promise<Broadcast>;
  readonly get: (id: BroadcastId) => Promise<Broadcast | undefined>;
  /** One compare-and-set of the status; undefined when the table of transitions does not allow it. */
  readonly command: (id: BroadcastId, command: BroadcastCommand) => Promise<Broadcast | undefined>;
  readonly setProgressMessage: (id: BroadcastId, messageId: number) => Promise<void>;
  readonly running: () => Promise<readonly Broadcast[]>;
  readonly recent: (limit: number) => Promise<readonly Broadcast[]>;
};

export type PostState =
  | 'waiting'
  | 'in flight'
  | 'sent'
  | 'unreachable'
  | 'failed'
  | 'unknown'
  | 'dropped'
  | 'retracted';

/** One post's delivery to one channel, with its history as an editor reads it. */
export type PostRecord = {
  readonly article: ArticleId;
  readonly channel: string;
  readonly state: PostState;
  readonly messageId?: number;
  readonly history: readonly { readonly atMs: number; readonly what: string }[];
};

export type Posts = {
  readonly waiting: (channel: string, limit: number) => Promise<{ total: number; ids: readonly ArticleId[] }>;
  readonly get: (channel: string, article: ArticleId) => Promise<PostRecord | undefined>;
  /** Newest first. */
  readonly recent: (channel: string, limit: number) => Promise<readonly PostRecord[]>;
  /** An editor's word on a post that nobody can know about: it is there, or post it again. */
  readonly decide: (channel: string, article: ArticleId, what: 'it is there' | 'post it') => Promise<boolean>;
};

/**
 * Telegram's updates, kept before they are handled and handled once per `update_id`, in order within a chat.
 * `U` is the update as Telegram sent it.
 */
export type UpdateLog<U extends { readonly update_id: number }> = {
  readonly append: (updates: readonly U[]) => Promise<void>;
  /** Hands updates to `handle` until the signal fires, then finishes those in hand. */
  readonly run: (handle: (update: U) => Promise<void>, signal: AbortSignal) => Promise<void>;
};
