import { badRequest } from '../answer.ts';
import type { Entity, EntityType } from '../formatting/entity.ts';
import { isLong, isUnixTime, mentionedUser, readLink } from '../formatting/links.ts';

/** Found by the server itself: taken from nobody. */
const IGNORED = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card',
  'bank_card_number',
]);

const PLAIN: readonly EntityType[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
];

type Fields = Record<string, unknown>;

/** Reads the entities that a call brings along; refuses the first that cannot be read. */
export function readEntities(value: unknown): Entity[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const entity = readEntity(entry);
    return entity === undefined ? [] : [entity];
  });
}

function refuse(message: string): Error {
  return badRequest(`Can't parse MessageEntity: ${message}`);
}

function readEntity(entry: unknown): Entity | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    throw refuse('expected an Object');
  }
  const fields = entry as Fields;
  const span = { offset: numberField(fields, 'offset'), length: numberField(fields, 'length') };
  const type = stringField(fields, 'type');
  if (IGNORED.has(type)) return undefined;
  const plain = PLAIN.find((name) => name === type);
  if (plain !== undefined) return { type: plain, ...span };
  const reader = Object.hasOwn(WITH_DATA, type) ? WITH_DATA[type] : undefined;
  if (reader === undefined) throw refuse('Unsupported type specified');
  return reader(fields, span);
}

type SpanOf = { readonly offset: number; readonly length: number };

const WITH_DATA: Record<string, (fields: Fields, span: SpanOf) => Entity | undefined> = {
  pre: (fields, span) => {
    const language = optionalString(fields, 'language');
    return { type: 'pre', ...span, ...(language === '' ? {} : { language }) };
  },
  text_link: (fields, span) => {
    const url = stringField(fields, 'url');
    const user = mentionedUser(url);
    if (user !== undefined) return { type: 'text_mention', ...span, user_id: user };
    const link = readLink(url);
    if ('error' in link) throw badRequest(`Entity URL '${url}' is invalid: ${link.error}`);
    return { type: 'text_link', ...span, url: link.url };
  },
  text_mention: (fields, span) => {
    const { user } = fields;
    if (typeof user !== 'object' || user === null) throw refuse(`Can't find field "user"`);
    return { type: 'text_mention', ...span, user_id: numberField(user as Fields, 'id') };
  },
  custom_emoji: (fields, span) => {
    const id = stringField(fields, 'custom_emoji_id');
    if (!isLong(id)) throw refuse('Invalid custom emoji identifier specified');
    return { type: 'custom_emoji', ...span, custom_emoji_id: id };
  },
  date_time: (fields, span) => {
    const unix = String(numberField(fields, 'unix_time'));
    if (!isUnixTime(unix)) throw refuse('Invalid date specified');
    const format = optionalString(fields, 'date_time_format');
    return {
      type: 'date_time',
      ...span,
      unix_time: Number(unix),
      ...(format === '' ? {} : { date_time_format: format }),
    };
  },
};

function numberField(fields: Fields, name: string): number {
  const value = fields[name];
  if (value === undefined || value === null) throw refuse(`Can't find field "${name}"`);
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number)) {
    throw refuse(`Field "${name}" must be of type Number`);
  }
  return number;
}

function stringField(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined || value === null) throw refuse(`Can't find field "${name}"`);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw refuse(`Field "${name}" must be of type String`);
  return value;
}

function optionalString(fields: Fields, name: string): string {
  return fields[name] === undefined || fields[name] === null ? '' : stringField(fields, name);
}
