import type { Reaction } from './reactions.ts';
import type { Message } from './types.ts';

/** What Telegram's side knows. All of it is plain data and maps, so that it can be saved and read back. */
export type World = {
  readonly bots: Map<number, Bot>;
  readonly users: Map<number, User>;
  readonly ranges: SyntheticRange[];
  readonly chats: Map<number, Chat>;
  readonly files: Map<string, StoredFile>;
  readonly queries: Map<string, Query>;
  /** Private chats and basic groups share one row of message ids; channels and supergroups have their own. */
  counters: { message: number; file: number; query: number; user: number; update: number };
};

export type Bot = {
  readonly id: number;
  readonly token: string;
  username: string;
  first_name: string;
  can_join_groups: boolean;
  can_read_all_group_messages: boolean;
  supports_inline_queries: boolean;
  /** By scope and language: `default` or `chat:-100…`, then `|`, then the language code or nothing. */
  readonly commands: Map<string, BotCommand[]>;
  /** Names, descriptions, menu buttons, default rights: by what and language. */
  readonly profile: Map<string, unknown>;
  /** Private chats by the user's id. */
  readonly dialogs: Map<number, Dialog>;
  readonly queue: UpdateQueue;
  allowedUpdates: readonly string[] | undefined;
  webhook: Webhook | undefined;
};

export type BotCommand = { command: string; description: string };

/** A place that holds messages, oldest first, with ids running upwards. */
export type Room = {
  readonly messages: Message[];
  /** Message ids, the newest pin last. */
  pinned: number[];
  /** By message, then by who gave them. */
  reactions?: Map<number, Map<number, readonly Reaction[]>>;
  /** Positions of the chosen options, by poll, then by who voted. */
  votes?: Map<string, Map<number, readonly number[]>>;
};

export type Dialog = Room & {
  readonly userId: number;
  /** The user has pressed Start, or written. */
  started: boolean;
  /** The bot has seen the user somewhere: a number it has never met is `chat not found`. */
  blocked: boolean;
};

export type User = {
  readonly id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  role?: string;
  deactivated: boolean;
};

/** Many users at next to no memory: each is written out only once something happens to it. */
export type SyntheticRange = {
  readonly firstId: number;
  readonly count: number;
  readonly blockedShare: number;
  readonly deactivatedShare: number;
};

export type Rights = Record<string, boolean>;

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export type Member = {
  readonly userId: number;
  status: MemberStatus;
  rights: Rights;
  custom_title?: string;
  until_date?: number;
};

export type InviteLink = {
  invite_link: string;
  creatorId: number;
  name?: string;
  expire_date?: number;
  member_limit?: number;
  creates_join_request: boolean;
  is_primary: boolean;
  is_revoked: boolean;
};

export type Chat = Room & {
  readonly id: number;
  type: 'group' | 'supergroup' | 'channel';
  title: string;
  username?: string;
  description?: string;
  readonly members: Map<number, Member>;
  /** Members who are counted but have no name here: a channel's readers. */
  extraMembers: number;
  permissions: Rights;
  readonly inviteLinks: InviteLink[];
  readonly joinRequests: Set<number>;
  photoFileId?: string;
  lastMessageId: number;
  upgradedTo?: number;
  deleted: boolean;
  isForum: boolean;
  readonly topics: Map<number, Topic>;
  linkedChatId?: number;
  slowModeDelay?: number;
};

export type Topic = { name: string; icon_color: number; icon_custom_emoji_id?: string; closed: boolean };

export type FileKind =
  | 'photo'
  | 'document'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note'
  | 'sticker';

export type StoredFile = {
  readonly id: string;
  readonly uniqueId: string;
  readonly kind: FileKind;
  readonly path: string;
  readonly name?: string;
  readonly mimeType: string;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  readonly bytes: Buffer;
};

/** A callback or inline query that waits for its answer. */
export type Query = {
  readonly botId: number;
  readonly userId: number;
  readonly kind: 'callback' | 'inline';
  readonly expiresAtMs: number;
};

export type QueuedUpdate = {
  readonly update_id: number;
  readonly type: string;
  readonly value: Record<string, unknown>;
  readonly expiresAtMs: number;
};

export type UpdateQueue = {
  /** In order, the oldest first. */
  items: QueuedUpdate[];
  nextId: number;
};

export type Webhook = {
  url: string;
  secretToken?: string;
  maxConnections: number;
  ipAddress?: string;
  lastErrorDate?: number;
  lastErrorMessage?: string;
};

export function createWorld(): World {
  return {
    bots: new Map(),
    users: new Map(),
    ranges: [],
    chats: new Map(),
    files: new Map(),
    queries: new Map(),
    counters: { message: 0, file: 0, query: 0, user: 0, update: 0 },
  };
}
