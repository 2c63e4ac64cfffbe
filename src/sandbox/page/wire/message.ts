import type { RichBlock } from './rich-block.ts';

/** The parts of the Bot API's Message that the page shows. Dates are Unix seconds; offsets are UTF-16 units. */

export type MessageEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: Sender;
  unix_time?: number;
};

export type Sender = {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  is_bot?: boolean;
};

export type ChatRef = { id: number; type: string; title?: string; username?: string; first_name?: string };

export type File = { file_id: string; file_name?: string; mime_type?: string; file_size?: number };

export type Picture = File & { width: number; height: number };

export type Clip = Picture & { duration?: number; thumbnail?: Picture };

export type InlineButton = {
  text: string;
  callback_data?: string;
  url?: string;
  copy_text?: { text: string };
  web_app?: { url: string };
  login_url?: { url: string };
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
};

export type KeyboardButton = string | { text: string };

export type ReplyMarkup = {
  inline_keyboard?: readonly (readonly InlineButton[])[];
  keyboard?: readonly (readonly KeyboardButton[])[];
  remove_keyboard?: boolean;
  one_time_keyboard?: boolean;
  input_field_placeholder?: string;
  force_reply?: boolean;
};

export type PollOption = { text: string; voter_count: number };

export type Poll = {
  question: string;
  options: readonly PollOption[];
  total_voter_count: number;
  is_closed: boolean;
  is_anonymous?: boolean;
  type?: string;
};

export type ForwardOrigin = {
  type: string;
  sender_user?: Sender;
  sender_user_name?: string;
  sender_chat?: ChatRef;
  chat?: ChatRef;
};

export type Message = {
  message_id: number;
  date: number;
  edit_date?: number;
  chat: ChatRef;
  from?: Sender;
  sender_chat?: ChatRef;
  author_signature?: string;
  forward_origin?: ForwardOrigin;
  reply_to_message?: Message;
  quote?: { text: string };
  media_group_id?: string;
  text?: string;
  entities?: readonly MessageEntity[];
  caption?: string;
  caption_entities?: readonly MessageEntity[];
  show_caption_above_media?: boolean;
  has_media_spoiler?: boolean;
  photo?: readonly Picture[];
  video?: Clip;
  animation?: Clip;
  document?: File;
  audio?: File & { title?: string; performer?: string };
  voice?: File;
  sticker?: Picture & { emoji?: string };
  poll?: Poll;
  location?: { latitude: number; longitude: number };
  contact?: { first_name: string; phone_number: string };
  dice?: { emoji: string; value: number };
  rich_message?: { blocks: readonly RichBlock[]; is_rtl?: boolean };
  reply_markup?: ReplyMarkup;
  pinned_message?: Message;
  new_chat_members?: readonly Sender[];
  left_chat_member?: Sender;
  new_chat_title?: string;
  channel_chat_created?: boolean;
  group_chat_created?: boolean;
};
