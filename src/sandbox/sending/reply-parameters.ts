import { badRequest } from '../answer.ts';
import type { Call } from '../call.ts';
import { flag, integer, json, text } from '../wire/arguments.ts';
import { findMessage, type Place } from '../world/places.ts';
import type { Message } from '../world/types.ts';
import { findPlace } from './resolve-place.ts';

export type ReplyParameters = {
  readonly messageId: number;
  /** '' for the chat that is sent to. */
  readonly chatId: string;
  readonly allowMissing: boolean;
  readonly quote?: string;
};

/** Reads `reply_parameters`, or the older arguments in their stead; undefined where nothing is replied to. */
export function readReplyParameters(call: Call): ReplyParameters | undefined {
  const given = json(call.args, 'reply_parameters');
  if (given === 'not json') throw badRequest("Can't parse reply parameters JSON object");
  if (given.value === undefined) return oldParameters(call);
  if (typeof given.value !== 'object' || given.value === null || Array.isArray(given.value)) {
    throw badRequest('Object expected as reply parameters');
  }
  const fields = given.value as Record<string, unknown>;
  const messageId = Number(fields['message_id'] ?? 0);
  if (!Number.isInteger(messageId)) {
    throw badRequest('Field "message_id" must be of type Number');
  }
  const { quote } = fields;
  return messageId <= 0
    ? undefined
    : {
        messageId,
        chatId: fields['chat_id'] === undefined ? '' : String(fields['chat_id']),
        allowMissing: fields['allow_sending_without_reply'] === true,
        ...(typeof quote === 'string' && quote !== '' ? { quote } : {}),
      };
}

function oldParameters(call: Call): ReplyParameters | undefined {
  const messageId = integer(call.args, 'reply_to_message_id');
  if (messageId <= 0) return undefined;
  return { messageId, chatId: '', allowMissing: flag(call.args, 'allow_sending_without_reply') };
}

/** The message that is replied to, without the message that it replies to in turn. */
export function findReplied(
  call: Call,
  place: Place,
  parameters: ReplyParameters | undefined,
): Message | undefined {
  if (parameters === undefined) return undefined;
  const target = parameters.chatId === '' ? place : findPlace(call.core.world, call.bot, parameters.chatId);
  const message = findMessage(target, parameters.messageId);
  if (message === undefined) {
    if (parameters.allowMissing) return undefined;
    throw badRequest('Message to be replied not found');
  }
  if (parameters.quote !== undefined && !(message.text ?? message.caption ?? '').includes(parameters.quote)) {
    throw badRequest('QUOTE_TEXT_INVALID');
  }
  const { reply_to_message: _, ...shown } = message;
  return shown;
}

/** The topic that a message is sent to; refuses one that is not there. */
export function findThread(call: Call, place: Place): number | undefined {
  const id = integer(call.args, 'message_thread_id');
  if (text(call.args, 'message_thread_id') === '' || id === 0) return undefined;
  const exists = place.kind === 'chat' && place.chat.topics.has(id);
  if (!exists) throw badRequest('Message thread not found');
  return id;
}

/** What a message in a topic has. */
export function inThread(
  thread: number | undefined,
): Pick<Message, 'message_thread_id' | 'is_topic_message'> {
  return thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true };
}
