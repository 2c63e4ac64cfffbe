/** Every kind of formatting that a message can carry; the names are the Bot API's. */
export type EntityType =
  | 'mention'
  | 'hashtag'
  | 'cashtag'
  | 'bot_command'
  | 'url'
  | 'email'
  | 'phone_number'
  | 'bank_card'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strikethrough'
  | 'spoiler'
  | 'blockquote'
  | 'expandable_blockquote'
  | 'code'
  | 'pre'
  | 'text_link'
  | 'text_mention'
  | 'custom_emoji'
  | 'date_time';

/** A span of formatting; offset and length count UTF-16 code units. */
export type Entity = {
  type: EntityType;
  offset: number;
  length: number;
  url?: string;
  user_id?: number;
  user?: unknown;
  language?: string;
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
};

export type Formatted = { readonly text: string; readonly entities: Entity[] };

/** What a parser answers: a text without marks, or the sentence Telegram refuses it with. */
export type Parsed = Formatted | { readonly error: string };

/** Merged when they touch, and cut at the borders of all others. */
export const SPLITTABLE: readonly EntityType[] = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'];

/** Which comes first where two begin and end together: the lower. */
const RANK: Record<EntityType, number> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  date_time: 45,
  text_link: 49,
  text_mention: 49,
  mention: 50,
  hashtag: 50,
  bot_command: 50,
  url: 50,
  email: 50,
  cashtag: 50,
  phone_number: 50,
  bank_card: 50,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};

/** A block with a language sorts before one without. */
function rank(entity: Entity): number {
  return entity.type === 'pre' && entity.language !== undefined ? 10 : RANK[entity.type];
}

/** By offset, the longer first, then by type. */
export function compareEntities(a: Entity, b: Entity): number {
  return a.offset - b.offset || b.length - a.length || rank(a) - rank(b);
}

export function isSplittable(type: EntityType): boolean {
  return SPLITTABLE.includes(type);
}

export function isQuote(type: EntityType): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote';
}

/** Nothing lives inside these. */
export function isSealed(type: EntityType): boolean {
  return type === 'code' || type === 'pre' || type === 'date_time';
}

export function endOf(entity: Entity): number {
  return entity.offset + entity.length;
}
