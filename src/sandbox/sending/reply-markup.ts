import { badRequest } from '../answer.ts';
import type { Call } from '../call.ts';
import { mentionedUser, readLink } from '../formatting/links.ts';
import { json } from '../wire/arguments.ts';
import type { Place } from '../world/places.ts';
import type { InlineButton, InlineKeyboard } from '../world/types.ts';
import { type Fields, readInlineButton, readKeyboardButton } from './keyboard-buttons.ts';

/** Keyboards that show under the text field are told to nobody: only inline ones are part of a message. */
export type ReplyMarkup =
  | { readonly kind: 'inline'; readonly keyboard: InlineKeyboard }
  | { readonly kind: 'reply'; readonly fields: Fields };

/** Bytes that the markup of one message may have. */
const MAX_MARKUP_BYTES = 10_240;

/** Reads `reply_markup`; undefined where there is none. Refuses as the server does. */
export function readReplyMarkup(call: Call): ReplyMarkup | undefined {
  const given = json(call.args, 'reply_markup');
  if (given === 'not json') throw badRequest("Can't parse reply keyboard markup JSON object");
  return given.value === undefined ? undefined : parseReplyMarkup(given.value);
}

export function parseReplyMarkup(value: unknown): ReplyMarkup {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('Object expected as reply markup');
  }
  const fields = value as Fields;
  checkSwitches(fields);
  if (fields['keyboard'] !== undefined) {
    readRows(fields['keyboard'], 'keyboard', 'ReplyKeyboardMarkup', 'keyboard', readKeyboardButton);
  }
  if (fields['inline_keyboard'] === undefined) return { kind: 'reply', fields };
  const rows = readRows(
    fields['inline_keyboard'],
    'inline_keyboard',
    'InlineKeyboardMarkup',
    'inline keyboard',
    readInlineButton,
  );
  if (fields['keyboard'] !== undefined) return { kind: 'reply', fields };
  return { kind: 'inline', keyboard: { inline_keyboard: rows.filter((row) => row.length > 0) } };
}

/** Fields that must be true or false, and the type that the server names with each. */
const SWITCHES: Record<string, string> = {
  resize_keyboard: 'ReplyKeyboardMarkup',
  one_time_keyboard: 'ReplyKeyboardMarkup',
  is_persistent: 'ReplyKeyboardMarkup',
  remove_keyboard: 'ReplyKeyboardRemove',
  hide_keyboard: 'ReplyKeyboardRemove',
  selective: 'ReplyKeyboardMarkup',
  force_reply: 'ForceReply',
};

function checkSwitches(fields: Fields): void {
  for (const [name, type] of Object.entries(SWITCHES)) {
    const value = fields[name];
    if (value !== undefined && typeof value !== 'boolean') {
      throw badRequest(`Field "${name}" of the ${type} must be of type Boolean`);
    }
  }
}

function readRows<Button>(
  value: unknown,
  field: string,
  type: string,
  name: string,
  read: (button: unknown) => Button,
): Button[][] {
  if (!Array.isArray(value)) throw badRequest(`Field "${field}" of the ${type} must be an Array`);
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(`Field "${field}" of the ${type} must be an Array of Arrays`);
    return row.map((button: unknown) => {
      try {
        return read(button);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw badRequest(`Can't parse ${name} button: ${error.message}`);
      }
    });
  });
}

/** What only the server beyond looks at: addresses, how long the data is, and which buttons a chat can have. */
export function checkInlineKeyboard(keyboard: InlineKeyboard, place: Place): void {
  if (Buffer.byteLength(JSON.stringify(keyboard), 'utf8') > MAX_MARKUP_BYTES) {
    throw badRequest('Reply markup is too long');
  }
  for (const button of keyboard.inline_keyboard.flat()) checkButton(button, place);
}

/** Puts the address of a button into the form that is kept. */
function checkUrl(button: InlineButton): void {
  const { url } = button;
  if (typeof url !== 'string' || mentionedUser(url) !== undefined) return;
  const link = readLink(url);
  if ('error' in link) throw badRequest(`Inline keyboard button URL '${url}' is invalid: ${link.error}`);
  button['url'] = link.url;
}

function checkButton(button: InlineButton, place: Place): void {
  checkUrl(button);
  const data = button['callback_data'];
  if (typeof data === 'string' && Buffer.byteLength(data, 'utf8') > 64) {
    throw badRequest('BUTTON_DATA_INVALID');
  }
  if (button['web_app'] !== undefined && place.kind !== 'private') throw badRequest('BUTTON_TYPE_INVALID');
}
