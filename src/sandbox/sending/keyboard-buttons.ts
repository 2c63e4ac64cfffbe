import type { InlineButton } from '../world/types.ts';

export type Fields = Record<string, unknown>;

const STYLES = ['default', 'primary', 'danger', 'success'];

/** What a button does, in the order in which the server looks for it; the first that is there counts. */
const ACTIONS: Record<string, (value: unknown) => unknown> = {
  url: (value) => nonEmptyString('url', value),
  callback_data: (value) => nonEmptyString('callback_data', value),
  callback_game: (value) => value ?? {},
  pay: (value) => (value === true ? true : undefined),
  switch_inline_query: (value) => stringOf('switch_inline_query', value),
  switch_inline_query_chosen_chat: objectOf,
  switch_inline_query_current_chat: (value) => stringOf('switch_inline_query_current_chat', value),
  login_url: objectOf,
  web_app: objectOf,
  copy_text: objectOf,
};

/** Reads a button; throws a SyntaxError in the server's words, to which the caller adds what was being read. */
export function readInlineButton(value: unknown): InlineButton {
  const fields = fieldsOf(value, 'InlineKeyboardButton');
  const text = labelOf(fields);
  const look = lookOf(fields);
  for (const [name, read] of Object.entries(ACTIONS)) {
    if (fields[name] === undefined || fields[name] === null) continue;
    const action = read(fields[name]);
    if (action !== undefined) return { text, [name]: action, ...look };
  }
  throw new SyntaxError('Text buttons are unallowed in the inline keyboard');
}

/** Reads a button of the keyboard under the text field: a string, or an object. */
export function readKeyboardButton(value: unknown): Fields {
  if (typeof value === 'string') return { text: value };
  const fields = fieldsOf(value, 'KeyboardButton');
  return { ...fields, text: labelOf(fields), ...lookOf(fields) };
}

function fieldsOf(value: unknown, type: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SyntaxError(`${type} must be an Object`);
  }
  return value as Fields;
}

function labelOf(fields: Fields): string {
  if (fields['text'] === undefined) throw new SyntaxError(`Can't find field "text"`);
  return stringOf('text', fields['text']);
}

function lookOf(fields: Fields): Fields {
  const { style, icon_custom_emoji_id: icon } = fields;
  if (style !== undefined && !(typeof style === 'string' && STYLES.includes(style.toLowerCase()))) {
    throw new SyntaxError('invalid button style specified');
  }
  return {
    ...(style === undefined || style === 'default' ? {} : { style }),
    ...(icon === undefined ? {} : { icon_custom_emoji_id: icon }),
  };
}

function stringOf(name: string, value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw new SyntaxError(`Field "${name}" must be of type String`);
  return value;
}

function nonEmptyString(name: string, value: unknown): string | undefined {
  const text = stringOf(name, value);
  return text === '' ? undefined : text;
}

function objectOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SyntaxError('Expected an Object');
  }
  return value as Fields;
}
