import type { Entity } from '../formatting/entity.ts';

/** Words of the Bot API: what a bot sees of users, chats and messages. Dates are Unix seconds. */
export type ApiUser = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

export type ApiChat = {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  first_name?: string;
  last_name?: string;
  is_forum?: true;
};

export type InlineButton = { text: string; [field: string]: unknown };
export type InlineKeyboard = { inline_keyboard: InlineButton[][] };

export type Media = {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
  duration?: number;
};

/** The part of a message that an edit can change. Everything else of the Bot API's content fields is kept as it is. */
export type Content = {
  text?: string;
  entities?: Entity[];
  link_preview_options?: Record<string, unknown>;
  caption?: string;
  caption_entities?: Entity[];
  show_caption_above_media?: true;
  has_media_spoiler?: true;
  photo?: Media[];
  document?: Media;
  video?: Media;
  animation?: Media;
  audio?: Media;
  voice?: Media;
  video_note?: Media;
  sticker?: Media;
  poll?: Poll;
  rich_message?: Record<string, unknown>;
  location?: Record<string, unknown>;
  venue?: Record<string, unknown>;
  contact?: Record<string, unknown>;
  dice?: { emoji: string; value: number };
};

export type Poll = {
  id: string;
  question: string;
  options: { text: string; voter_count: number; [field: string]: unknown }[];
  total_voter_count: number;
  is_closed: boolean;
  is_anonymous: boolean;
  type: string;
  allows_multiple_answers: boolean;
  [field: string]: unknown;
};

export type Message = Content & {
  message_id: number;
  message_thread_id?: number;
  is_topic_message?: true;
  from?: ApiUser;
  sender_chat?: ApiChat;
  chat: ApiChat;
  date: number;
  edit_date?: number;
  forward_origin?: Record<string, unknown>;
  reply_to_message?: Message;
  quote?: Record<string, unknown>;
  media_group_id?: string;
  author_signature?: string;
  has_protected_content?: true;
  is_automatic_forward?: true;
  effect_id?: string;
  reply_markup?: InlineKeyboard;
  /** Service messages. */
  new_chat_members?: ApiUser[];
  left_chat_member?: ApiUser;
  pinned_message?: Message;
  new_chat_title?: string;
  forum_topic_created?: Record<string, unknown>;
  forum_topic_edited?: Record<string, unknown>;
  forum_topic_closed?: Record<string, never>;
  forum_topic_reopened?: Record<string, never>;
};
