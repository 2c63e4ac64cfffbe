import type { ArticleId } from '../../domain/article/article.ts';
import type { DeliveryState } from '../../domain/delivery/delivery-states.ts';
import type { DueSlot } from '../../domain/delivery/due-slots.ts';
import type { Segment } from '../../domain/delivery/segment.ts';
import type { Broadcast, BroadcastContent, BroadcastId, Broadcasts, Posts } from './delivery.ts';
import type { OutgoingMessage } from './telegram.ts';

/** What an editor may change of a draft. */
export type DraftChanges = {
  readonly content?: BroadcastContent;
  readonly segment?: Segment;
  readonly silent?: boolean;
  readonly paid?: boolean;
  /** It starts by itself then; `never` takes that back. */
  readonly plannedAtMs?: number | 'never';
};

/** What the bot tells those who follow something in a story. */
export type Notice = {
  readonly about: ArticleId;
  readonly content: OutgoingMessage;
  /** Keys of follows. */
  readonly follows: readonly string[];
  readonly language: string;
};

/** A recipient in hand. `token` is what makes a settlement count. */
export type Recipient = {
  readonly broadcast: BroadcastId;
  readonly number: string;
  readonly chat: number;
  readonly token: string;
  /** Milliseconds from the claim until this message may go. */
  readonly waitMs: number;
  /** Then, in the ledger's own time, epoch milliseconds. */
  readonly atMs: number;
};

export type BroadcastClaim =
  | { readonly kind: 'claimed'; readonly recipients: readonly Recipient[] }
  /** The budget, a hold, or what others have in hand is in the way. */
  | { readonly kind: 'later'; readonly ms: number }
  | { readonly kind: 'stopped' };

/** How a delivery may be settled by its owner. */
export type Settlement = Exclude<DeliveryState, 'in flight'>;

export type UndeliveredMessage = {
  readonly chat: number;
  readonly state: 'unreachable' | 'failed' | 'unknown';
  readonly reason: string;
};

/** What the desk may do beyond the simplest, and what the sending itself needs. */
export type BroadcastLedger = Broadcasts & {
  /** Changes a draft; undefined when it is none any more. */
  readonly amend: (id: BroadcastId, changes: DraftChanges) => Promise<Broadcast | undefined>;
  /** Those that were started or are planned, newest first. */
  readonly begun: (limit: number) => Promise<readonly Broadcast[]>;
  /** How many a segment holds now. */
  readonly audienceOf: (segment: Segment) => Promise<number>;
  /** Sends once more to those of whom nobody knows; some of them will have it twice. */
  readonly repeatUnknown: (id: BroadcastId) => Promise<Broadcast | undefined>;
  /** Who did not get it and why, for the report; those settled by an expired claim come last. */
  readonly undelivered: (id: BroadcastId) => Promise<readonly UndeliveredMessage[]>;

  /** Tells those who follow one of these; once for a story, however often it is asked. */
  readonly notify: (notice: Notice) => Promise<Broadcast | undefined>;
  /** Starts what is due, once over all processes. What is overdue by more than an hour waits for its editor again. */
  readonly startPlanned: () => Promise<{
    readonly started: readonly Broadcast[];
    readonly missed: readonly Broadcast[];
  }>;
  /** Broadcasts with something left to do, or claims that may expire. */
  readonly live: () => Promise<readonly BroadcastId[]>;
  readonly claim: (id: BroadcastId, atMost: number) => Promise<BroadcastClaim>;
  /**
   * Says that the send begins now; false: it must not (paused, held, expired). Who comes late for the moment waits here for
   * another, so that nobody leaves together with the next.
   */
  readonly begin: (recipient: Recipient) => Promise<boolean>;
  /** False when it came too late to count. */
  readonly settle: (recipient: Recipient, as: Settlement, reason: string) => Promise<boolean>;
  /** Broadcasts whose progress this process is to show now; another asks in vain for a while. */
  readonly toTell: () => Promise<readonly Broadcast[]>;
  /** The editor has been shown this state of it. */
  readonly told: (broadcast: Broadcast) => Promise<void>;
};

export type PostOrder = 'oldest first' | 'newest first';

/** A post in hand. */
export type ClaimedPost = {
  readonly channel: string;
  readonly article: ArticleId;
  readonly token: string;
  /** Epoch milliseconds that the archive sorts by. */
  readonly sortAtMs: number;
  /** An editor said "now", or it comes on a slot. */
  readonly lane: 'breaking' | 'slot';
};

export type PostClaim =
  | { readonly kind: 'claimed'; readonly post: ClaimedPost }
  | { readonly kind: 'nothing' };

export type PostClaimOptions = {
  readonly order: PostOrder;
  /** Between two posts of the channel, in milliseconds. */
  readonly minGapMs: number;
  /** Only what editors sent at once may go (quiet hours). */
  readonly breakingOnly: boolean;
  /** Only what an editor released. */
  readonly approvedOnly?: boolean;
  /** Articles to be taken first, the first that waits; for orders that the ledger does not know. */
  readonly preferred?: readonly ArticleId[];
};

export type PostEnding =
  | { readonly kind: 'sent'; readonly messageId: number }
  | { readonly kind: 'failed' | 'dropped' | 'unknown'; readonly reason: string }
  /** Back to the queue; the whole channel waits for `pauseMs`. */
  | { readonly kind: 'waiting'; readonly reason: string; readonly pauseMs: number };

/** A post that went out and of which followers are not told yet. */
export type UntoldPost = {
  readonly channel: string;
  readonly article: ArticleId;
  /** Not known where only an editor saw it. */
  readonly messageId?: number;
};

/** A post of which nobody knows whether it is in the channel. */
export type UnknownPost = {
  readonly channel: string;
  readonly article: ArticleId;
  /** The last message of the channel that was known when it was sent. */
  readonly afterMessageId?: number;
  /** The mark of its words as they were sent; see `domain/post/word-mark.ts`. */
  readonly mark?: string;
};

export type QueueMove = 'up' | 'down' | 'now' | 'hold' | 'release' | 'drop';

/** `underway`: it is in hand, or nobody knows yet whether it is there. */
export type BreakingAnswer = 'goes' | 'out' | 'underway';

export type QueuedPost = {
  readonly article: ArticleId;
  readonly where: 'breaking' | 'waiting' | 'held';
};

export type PostLedger = Posts & {
  /** What goes in which order: breaking, then waiting in the order of the channel, then what is held back. */
  readonly queue: (channel: string, order: PostOrder, limit: number) => Promise<readonly QueuedPost[]>;
  /** An editor's hand in the queue; false when the article is not there any more. */
  readonly move: (channel: string, article: ArticleId, move: QueueMove, order: PostOrder) => Promise<boolean>;

  /** Up to which instant the slots have been opened; undefined before the first time. */
  readonly slotsOpenedUntil: (channel: string) => Promise<number | undefined>;
  /** Opens slots once over all processes: false when another was faster. */
  readonly openSlots: (
    channel: string,
    range: { readonly afterMs: number | undefined; readonly untilMs: number },
    slots: readonly DueSlot[],
    use: {
      readonly postsPerSlot: number;
      /** Slots that were opened before and not used pass when new ones open. */
      readonly closesEarlier: boolean;
    },
  ) => Promise<boolean>;
  readonly claim: (channel: string, options: PostClaimOptions) => Promise<PostClaim>;
  /** Says that the send begins now, of words with this mark; false: the claim is lost. */
  readonly begin: (post: ClaimedPost, mark?: string) => Promise<boolean>;
  /** False when it came too late to count. */
  readonly settle: (post: ClaimedPost, ending: PostEnding) => Promise<boolean>;
  /** Takes an unknown post that is to be looked for; nobody else gets it for a minute. */
  readonly takeUnknown: (channel: string) => Promise<UnknownPost | undefined>;
  /** Whether the ledger knows what this message of the channel is. */
  readonly knowsMessage: (channel: string, messageId: number) => Promise<boolean>;
  /** Posts of which followers are to be told; nobody else gets them for a minute. */
  readonly takeUntold: (limit: number) => Promise<readonly UntoldPost[]>;
  readonly toldOf: (post: UntoldPost) => Promise<void>;
  /** How many are held back. */
  readonly held: (channel: string) => Promise<number>;
  /** Holds what came in until an editor releases it. */
  readonly holdUnapproved: (channel: string) => Promise<void>;
  /** Held articles about which the desk is to be asked; nobody else gets them for a minute. */
  readonly takeToApprove: (channel: string) => Promise<readonly ArticleId[]>;
  readonly askedToApprove: (channel: string, articles: readonly ArticleId[]) => Promise<void>;
  /** Sends an article to a channel at once, past slots, quiet hours, gap and age. */
  readonly postNow: (
    channel: string,
    article: { readonly id: ArticleId; readonly sortAtMs: number },
  ) => Promise<BreakingAnswer>;
  /** Writes into the history of a post that went out what was done to it since; false when it is not out. */
  readonly change: (
    channel: string,
    article: ArticleId,
    change: { readonly what: string; readonly retracted?: boolean },
  ) => Promise<boolean>;
  /** What looking for it brought; false when an editor was faster. */
  readonly resolve: (
    unknown: UnknownPost,
    found: { readonly kind: 'there'; readonly messageId: number } | { readonly kind: 'ask' | 'not there' },
  ) => Promise<boolean>;
};
