import type { Clip, File, InlineButton, Picture } from './message.ts';

/** Rich messages (Bot API 10.1): text as a tree instead of a string with entities. */

export type RichTextNode = {
  type: string;
  text?: RichText;
  url?: string;
  alternative_text?: string;
  expression?: string;
  email_address?: string;
  phone_number?: string;
  name?: string;
  anchor_name?: string;
  reference_name?: string;
  bot_command?: string;
  username?: string;
  button?: RichButton;
};

export type RichText = string | readonly RichText[] | RichTextNode;

export type RichButton = Omit<InlineButton, 'text'> & { text: RichText; style?: string; disabled?: unknown };

export type RichCaption = { text: RichText; credit?: RichText };

export type RichCell = {
  text?: RichText;
  is_header?: boolean;
  colspan?: number;
  rowspan?: number;
  align?: 'left' | 'center' | 'right';
};

export type RichListItem = {
  label: string;
  blocks: readonly RichBlock[];
  has_checkbox?: boolean;
  is_checked?: boolean;
};

type Captioned = { caption?: RichCaption };

export type RichBlock =
  | { type: 'paragraph' | 'footer' | 'thinking'; text: RichText }
  | { type: 'heading'; text: RichText; size: number }
  | { type: 'pre'; text: RichText; language?: string }
  | { type: 'divider' }
  | { type: 'anchor'; name: string }
  | { type: 'mathematical_expression'; expression: string }
  | { type: 'list'; items: readonly RichListItem[] }
  | { type: 'blockquote'; blocks: readonly RichBlock[]; credit?: RichText }
  | { type: 'expandable_blockquote' | 'pullquote'; text: RichText; credit?: RichText }
  | ({ type: 'collage' | 'slideshow'; blocks: readonly RichBlock[] } & Captioned)
  | { type: 'table'; cells: readonly (readonly RichCell[])[]; caption?: RichText }
  | { type: 'details'; summary: RichText; blocks: readonly RichBlock[]; is_open?: boolean }
  | ({ type: 'photo'; photo: readonly Picture[] } & Captioned)
  | ({ type: 'video'; video: Clip } & Captioned)
  | ({ type: 'animation'; animation: Clip } & Captioned)
  | ({ type: 'audio'; audio: File } & Captioned)
  | ({ type: 'document'; document: File } & Captioned)
  | ({ type: 'voice_note'; voice_note: File } & Captioned)
  | ({ type: 'map'; location: { latitude: number; longitude: number } } & Captioned)
  | { type: 'buttons'; buttons: readonly RichButton[]; align?: string };
