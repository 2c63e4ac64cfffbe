import type { CallbackQuery, ChatMemberUpdated, Message, Update } from 'grammy/types';
import type { Asker, Incoming } from '../../app/conversation/conversation.ts';
import type { SentFile } from '../../app/ports/intake.ts';
import { fileOf, readSent } from './read-sent.ts';

/** The updates the bot has a use for; Telegram is asked for no others. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** A command older than this is not answered as if it were new: the reader has gone on. */
const STALE_AFTER_MS = 6 * 60 * 60 * 1000;

/** What an update asks of the bot; undefined for all that it has no answer to. */
export function readUpdate(update: Update, botUsername: string, nowMs: number): Incoming | undefined {
  if (update.callback_query !== undefined) return readPress(update.callback_query);
  if (update.my_chat_member !== undefined) return readMembership(update.my_chat_member);
  if (update.message !== undefined) return readMessage(update.message, botUsername, nowMs);
  return undefined;
}

function readPress(query: CallbackQuery): Incoming | undefined {
  const { message, data } = query;
  if (message === undefined || data === undefined) return undefined;
  const asker = askerOf(message.chat.id, query.from);
  return { kind: 'press', asker, data, messageId: message.message_id, queryId: query.id };
}

function readMembership({ chat, new_chat_member: now }: ChatMemberUpdated): Incoming | undefined {
  return chat.type === 'private' && now.status === 'kicked' ? { kind: 'blocked', chat: chat.id } : undefined;
}

function readMessage(message: Message, botUsername: string, nowMs: number): Incoming | undefined {
  const { from, chat, text } = message;
  if (from === undefined || from.is_bot) return undefined;
  const asker = askerOf(chat.id, from);
  const command = text === undefined ? undefined : readCommand(text, botUsername);
  if (nowMs - message.date * 1000 > STALE_AFTER_MS) return lateWish(message, asker, command?.command);
  if (chat.type !== 'private') return command === undefined ? undefined : { kind: 'group command', asker };
  if (command !== undefined) return { kind: 'command', asker, ...command, ...answeredFile(message) };
  const sent = readSent(message);
  const { message_id: messageId, media_group_id: album } = message;
  return {
    ...{ kind: 'message', asker, messageId },
    ...(text === undefined ? {} : { text }),
    ...(album === undefined ? {} : { album }),
    ...(sent === undefined ? {} : { sent }),
  };
}

/** The file under which a command was written as an answer. */
function answeredFile({ reply_to_message: answered }: Message): { file?: SentFile } {
  const file = answered === undefined ? undefined : fileOf(answered);
  return file === undefined ? {} : { file };
}

/** Who asked for messages, or for an end of them, meant it for longer than hours: it is done, and nothing is said. */
function lateWish({ chat }: Message, asker: Asker, command: string | undefined): Incoming | undefined {
  if (chat.type !== 'private' || (command !== 'start' && command !== 'stop')) return undefined;
  return { kind: 'late wish', asker, wish: command };
}

function askerOf(chat: number, from: { id: number; language_code?: string }): Asker {
  const { id, language_code: languageTag } = from;
  return { chat, user: id, ...(languageTag === undefined ? {} : { languageTag }) };
}

/** `/latest@bot 3` → latest, 3; a command for another bot is none of ours. */
function readCommand(text: string, botUsername: string): { command: string; args: string } | undefined {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text);
  if (match === null) return undefined;
  const [, command, addressee, args] = match;
  if (command === undefined) return undefined;
  if (addressee !== undefined && addressee.toLowerCase() !== botUsername.toLowerCase()) return undefined;
  return { command: command.toLowerCase(), args: args?.trim() ?? '' };
}
