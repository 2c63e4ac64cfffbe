import { badRequest } from '../answer.ts';
import type { Call } from '../call.ts';
import { integer, text } from '../wire/arguments.ts';
import { findMessage, type Place } from '../world/places.ts';
import type { Message } from '../world/types.ts';
import { type Access, resolvePlace } from './resolve-place.ts';

export type FoundMessage = { readonly place: Place; readonly message: Message };

/** The message that `chat_id` and `message_id` name. @param purpose what follows `message to`, or `message with`, when there is none. */
export function requireMessage(call: Call, purpose: string, access: Access = 'write'): FoundMessage {
  if (text(call.args, 'chat_id') === '' && text(call.args, 'message_id') === '') {
    throw badRequest('Message identifier is not specified');
  }
  const place = resolvePlace(call, access);
  const id = integer(call.args, 'message_id');
  if (id <= 0) throw badRequest('Message identifier is not specified');
  const message = findMessage(place, id);
  if (message === undefined) {
    throw badRequest(`Message ${purpose.startsWith('with ') ? '' : 'to '}${purpose} not found`);
  }
  return { place, message };
}

/** True for what this bot has sent, also in the name of a channel. */
export function isOwn(call: Call, { place, message }: FoundMessage): boolean {
  if (message.from !== undefined) return message.from.id === call.bot.id;
  const isChannelPost = place.kind === 'chat' && message.sender_chat?.id === place.chat.id;
  return isChannelPost && message.author_signature === undefined;
}
