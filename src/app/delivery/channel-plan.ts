import type { ArticleId } from '../../domain/article/article.ts';
import { MISSED_SLOTS, type MissedSlots, type Timetable } from '../../domain/delivery/due-slots.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Budget } from '../ports/delivery.ts';
import type { PostLedger, PostOrder } from '../ports/ledger.ts';
import type { ChatId, OutgoingMessage, Sender } from '../ports/telegram.ts';
import type { TellDesk } from './desk-notice.ts';

export type ChannelOrder = PostOrder | 'most important first';

/** When and how one channel is posted to. */
export type ChannelPlan = Omit<Timetable, 'missed'> & {
  /** `@name` or `-100…`, as configured; it names the channel in the ledger. */
  readonly channel: string;
  readonly postsPerSlot: number;
  /** Default: the last missed slot of a day is made up. */
  readonly missed?: MissedSlots;
  /** Default: oldest first. */
  readonly order?: ChannelOrder;
  /** Between two posts, in milliseconds; default 3,000, which is Telegram's own limit for channels. */
  readonly minGapMs?: number;
  /** Nothing goes out before an editor has approved it. */
  readonly needsApproval?: boolean;
  /** Older news is no news: dropped with its reason. Default: no limit. */
  readonly maxAgeMs?: number;
};

export type Publishing = {
  readonly plans: readonly ChannelPlan[];
  readonly posts: PostLedger;
  readonly budget: Budget;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: Log;
  readonly desk: TellDesk;
  /** Where a post is forwarded to when it is looked for; absent: an editor is asked at once. */
  readonly deskChat?: ChatId;
  /** The post of an article; undefined drops it with a reason in its history. */
  readonly compose: (article: ArticleId, channel: string) => Promise<OutgoingMessage | undefined>;
  /** For the order "most important first": the greater goes first. */
  readonly importance?: (article: ArticleId, channel: string) => Promise<number>;
};

export const MIN_GAP_MS = 3_000;

export function timetableOf(plan: ChannelPlan): Timetable {
  return { ...plan, missed: plan.missed ?? MISSED_SLOTS };
}

/** A channel as Telegram takes it: a number where it is one. */
export function chatOf(channel: string): ChatId {
  return /^-?\d+$/.test(channel) ? Number(channel) : channel;
}
