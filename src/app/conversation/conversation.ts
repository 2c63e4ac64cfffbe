import type { ArchivedArticle, ArticleId } from '../../domain/article/article.ts';
import type { ChangedPost } from '../delivery/correct-post.ts';
import type { RetractionHow } from '../delivery/retract-post.ts';
import type { Archive, ArchiveDesk } from '../ports/archive.ts';
import type { Clock, Log } from '../ports/clock.ts';
import type { Subscribers } from '../ports/delivery.ts';
import type { DeskDrafts } from '../ports/desk.ts';
import type { Encyclopedia } from '../ports/encyclopedia.ts';
import type { Follows } from '../ports/follows.ts';
import type { Intake, Sent, SentFile } from '../ports/intake.ts';
import type { BroadcastLedger, PostLedger } from '../ports/ledger.ts';
import type { Messages, Say } from '../ports/messages.ts';
import type { Operations } from '../ports/operations.ts';
import type { SourceDesk } from '../ports/sources.ts';
import type { ChatId, CopiedMessage, OutgoingFile, OutgoingMessage } from '../ports/telegram.ts';
import type { KeptAnswers } from './kept-answers.ts';

/** What the bot is, as far as its conversation needs to know. */
export type Identity = {
  readonly botUsername: string;
  /** As readers know the channel: its title. */
  readonly channelTitle: string;
  /** `https://t.me/…` of the channel's posts; absent for a private channel. */
  readonly channelUrl?: string;
  readonly channels: readonly string[];
  readonly timezone: string;
  readonly admins: readonly number[];
};

/** What editors do to posts that are out; see `app/delivery/correct-post.ts` and `retract-post.ts`. */
export type PostChanges = {
  readonly correct: (id: ArticleId, note?: string) => Promise<readonly ChangedPost[]>;
  readonly retract: (
    id: ArticleId,
    as: { readonly how: RetractionHow; readonly reason: string },
  ) => Promise<readonly ChangedPost[]>;
  /** The post as it would stand once corrected. */
  readonly preview: (article: ArchivedArticle, channel: string, note?: string) => OutgoingMessage;
};

/** Everything a conversation needs of the world. */
export type Conversation = {
  readonly archive: Archive & ArchiveDesk;
  readonly keptAnswers: KeptAnswers;
  readonly subscribers: Subscribers;
  readonly follows: Follows;
  readonly broadcasts: BroadcastLedger;
  /** Messages a second that may be paid for, where the newsroom wants that. */
  readonly paidMessagesPerSecond?: number;
  readonly posts: PostLedger;
  /** The post of an article as it will stand in the channel. */
  readonly previewPost: (article: ArchivedArticle, channel: string) => OutgoingMessage;
  readonly postChanges: PostChanges;
  readonly drafts: DeskDrafts;
  readonly operations: Operations;
  readonly sources: SourceDesk;
  readonly intake: Intake;
  readonly messages: Messages;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly log: Log;
  /** Where the newsroom wants an outside source beside its archive. */
  readonly encyclopedia?: Encyclopedia;
};

/** Who asks, and in which language they are answered. */
export type Asker = {
  readonly chat: number;
  readonly user: number;
  /** As Telegram tells it (BCP 47), where it does. */
  readonly languageTag?: string;
};

/** What comes in from one person. */
export type Incoming =
  | {
      readonly kind: 'command';
      readonly asker: Asker;
      readonly command: string;
      readonly args: string;
      /** The file that it answers. */
      readonly file?: SentFile;
    }
  | {
      readonly kind: 'message';
      readonly asker: Asker;
      readonly messageId: number;
      readonly text?: string;
      readonly album?: string;
      /** Where it is more than a few typed words. */
      readonly sent?: Sent;
    }
  | {
      readonly kind: 'press';
      readonly asker: Asker;
      readonly data: string;
      readonly messageId: number;
      readonly queryId: string;
    }
  | { readonly kind: 'blocked'; readonly chat: number }
  /** A command of hours ago that is too old to be answered and not too old to count. */
  | { readonly kind: 'late wish'; readonly asker: Asker; readonly wish: 'start' | 'stop' }
  | { readonly kind: 'group command'; readonly asker: Asker };

/** What the bot does about it, in order. */
export type Action =
  | {
      readonly kind: 'send';
      readonly chat: ChatId;
      readonly message: OutgoingMessage;
      /** Told the id under which the message stands, once it does. */
      readonly sent?: (messageId: number) => Promise<void>;
    }
  | {
      readonly kind: 'copy';
      readonly chat: ChatId;
      readonly message: CopiedMessage;
      /** Sent instead of the copy and of all that follows, where Telegram refuses to copy. */
      readonly orElse?: OutgoingMessage;
    }
  | { readonly kind: 'send file'; readonly chat: ChatId; readonly file: OutgoingFile }
  | {
      readonly kind: 'edit';
      readonly chat: ChatId;
      readonly messageId: number;
      readonly message: OutgoingMessage;
    }
  | {
      readonly kind: 'answer press';
      readonly queryId: string;
      readonly note?: string;
      readonly alert?: boolean;
    };

/** One question with all that is needed to answer it. */
export type Turn = {
  readonly bot: Conversation;
  readonly asker: Asker;
  readonly say: Say;
  readonly language: string;
};

export function turnOf(bot: Conversation, asker: Asker): Turn {
  const language = bot.messages.languageFor(asker.languageTag);
  return { bot, asker, language, say: bot.messages.in(language) };
}

/** Composes an answer that hangs on the archive alone, and on who asks no more than that an editor may be told more. */
export function composedOnce(
  turn: Turn,
  question: string,
  compose: () => Promise<OutgoingMessage>,
): Promise<OutgoingMessage> {
  const { bot, language } = turn;
  return bot.keptAnswers.to(`${language} ${isAdmin(turn) ? 'editor' : 'reader'} ${question}`, compose);
}

export function isAdmin({ bot, asker }: Turn): boolean {
  return bot.identity.admins.includes(asker.user);
}
