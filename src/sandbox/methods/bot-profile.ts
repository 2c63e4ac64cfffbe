import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { findPlace } from '../sending/resolve-place.ts';
import { json, text } from '../wire/arguments.ts';
import { placeId } from '../world/places.ts';
import type { BotCommand } from '../world/state.ts';

const MAX_COMMANDS = 100;

/** Scope and language of a call, as one key: `default|es`. */
function commandsKey(call: Call): string {
  const scope = json(call.args, 'scope');
  if (scope === 'not json') throw badRequest("Can't parse BotCommandScope JSON object");
  const language = text(call.args, 'language_code');
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('Invalid language code specified');
  return `${scopeName(call, scope.value)}|${language}`;
}

const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];

/** Refuses a scope whose chat the bot does not know. */
function scopeName(call: Call, value: unknown): string {
  if (value === undefined) return 'default';
  if (typeof value !== 'object' || value === null)
    throw badRequest("Can't parse BotCommandScope: expected an Object");
  const { type, chat_id, user_id } = value as Record<string, unknown>;
  if (typeof type === 'string' && SCOPES.includes(type)) return type;
  if (type === 'chat' || type === 'chat_administrators' || type === 'chat_member') {
    const id = placeId(findPlace(call.core.world, call.bot, String(chat_id ?? '')));
    return type === 'chat_member' ? `${type} ${id} ${String(user_id)}` : `${type} ${id}`;
  }
  throw badRequest("Can't parse BotCommandScope: Unsupported type specified");
}

function readCommands(call: Call): BotCommand[] {
  const given = json(call.args, 'commands');
  if (given === 'not json') throw badRequest("Can't parse commands JSON object");
  if (given.value !== undefined && !Array.isArray(given.value)) {
    throw badRequest('Expected an Array of BotCommand');
  }
  const commands = (given.value ?? []) as unknown[];
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return commands.map((entry) => {
    if (typeof entry !== 'object' || entry === null) {
      throw badRequest("Can't parse BotCommand: expected an Object");
    }
    const { command, description } = entry as Record<string, unknown>;
    if (typeof command !== 'string') throw badRequest(`Can't parse BotCommand: Can't find field "command"`);
    if (typeof description !== 'string') {
      throw badRequest(`Can't parse BotCommand: Can't find field "description"`);
    }
    const name = command.replace(/^\//, '');
    if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command: name, description };
  });
}

/** A text of the profile by language: what may be set, under which argument, how long. */
const TEXTS: Record<string, { readonly field: string; readonly limit: number; readonly tooLong: string }> = {
  Name: { field: 'name', limit: 64, tooLong: 'BOT_TITLE_INVALID' },
  Description: { field: 'description', limit: 512, tooLong: 'DESCRIPTION_TOO_LONG' },
  ShortDescription: { field: 'short_description', limit: 120, tooLong: 'SHORT_DESCRIPTION_TOO_LONG' },
};

function textMethods(): Methods {
  const entries = Object.entries(TEXTS).flatMap(([name, { field, limit, tooLong }]) => {
    const keyOf = (call: Call): string => `${field}|${text(call.args, 'language_code')}`;
    const set = (call: Call): ReturnType<typeof ok> => {
      const value = text(call.args, field);
      if (value.length > limit) throw badRequest(tooLong);
      call.bot.profile.set(keyOf(call), value);
      return ok(true);
    };
    const get = (call: Call): ReturnType<typeof ok> => {
      const fallback = field === 'name' ? call.bot.first_name : '';
      const value = call.bot.profile.get(keyOf(call)) ?? call.bot.profile.get(`${field}|`);
      return ok({ [field]: value === undefined || value === '' ? fallback : value });
    };
    return [
      [`setMy${name}`, set],
      [`getMy${name}`, get],
    ] as const;
  });
  return Object.fromEntries(entries);
}

export const profileMethods: Methods = {
  getMe: ({ bot }) =>
    ok({
      id: bot.id,
      is_bot: true,
      first_name: bot.first_name,
      username: bot.username,
      can_join_groups: bot.can_join_groups,
      can_read_all_group_messages: bot.can_read_all_group_messages,
      supports_inline_queries: bot.supports_inline_queries,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
  setMyCommands: (call) => {
    const key = commandsKey(call);
    const commands = readCommands(call);
    if (commands.length === 0) call.bot.commands.delete(key);
    else call.bot.commands.set(key, commands);
    call.core.touch();
    return ok(true);
  },
  deleteMyCommands: (call) => {
    call.bot.commands.delete(commandsKey(call));
    call.core.touch();
    return ok(true);
  },
  getMyCommands: (call) => ok(call.bot.commands.get(commandsKey(call)) ?? []),
  ...textMethods(),
  setChatMenuButton: (call) => {
    const button = json(call.args, 'menu_button');
    if (button === 'not json') throw badRequest("Can't parse menu button JSON object");
    call.bot.profile.set(`menu ${text(call.args, 'chat_id')}`, button.value ?? { type: 'default' });
    return ok(true);
  },
  getChatMenuButton: (call) =>
    ok(call.bot.profile.get(`menu ${text(call.args, 'chat_id')}`) ?? { type: 'commands' }),
  setMyDefaultAdministratorRights: (call) => {
    const rights = json(call.args, 'rights');
    if (rights === 'not json') throw badRequest("Can't parse administrator rights JSON object");
    call.bot.profile.set(`rights ${text(call.args, 'for_channels')}`, rights.value);
    return ok(true);
  },
  getMyDefaultAdministratorRights: (call) =>
    ok(call.bot.profile.get(`rights ${text(call.args, 'for_channels')}`) ?? {}),
};
