import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { commonExtras, type Extras, keyboardOf, postAsBot } from '../sending/post-message.ts';
import { checkInlineKeyboard, readReplyMarkup } from '../sending/reply-markup.ts';
import { findReplied, findThread, inThread, readReplyParameters } from '../sending/reply-parameters.ts';
import { checkMaySend, checkRecipient, resolvePlace } from '../sending/resolve-place.ts';
import { CAPTION_LIMITS, finishText, readTextArgument } from '../sending/text-argument.ts';
import { flag, has, integer } from '../wire/arguments.ts';
import { findMessage, type Place } from '../world/places.ts';
import type { Content, Message } from '../world/types.ts';
import { readMessageIds } from './delete.ts';
import { contentOf } from './edit.ts';
import { captionContent } from './send-media.ts';

type Source = { readonly place: Place; readonly from: Place };

function resolveBoth(call: Call): Source {
  return { place: resolvePlace(call, 'write'), from: resolvePlace(call, 'read', 'from_chat_id') };
}

/** Where a forwarded message first stood. */
function originOf(message: Message): Record<string, unknown> {
  if (message.forward_origin !== undefined) return message.forward_origin;
  if (message.sender_chat !== undefined) {
    const { message_id, date, sender_chat: chat, author_signature } = message;
    const signed = author_signature === undefined ? {} : { author_signature };
    return { type: 'channel', chat, message_id, date, ...signed };
  }
  return { type: 'user', sender_user: message.from, date: message.date };
}

function requireContent(from: Place, id: number, purpose: string): Message {
  const message = findMessage(from, id);
  if (message === undefined) throw badRequest(`Message to ${purpose} not found`);
  const isService = Object.keys(contentOf(message)).length === 0;
  if (isService || message.has_protected_content === true) {
    throw badRequest(`Message can't be ${purpose === 'copy' ? 'copied' : 'forwarded'}`);
  }
  return message;
}

function forwardOne(call: Call, place: Place, message: Message): Message {
  const thread = findThread(call, place);
  return postAsBot(call, place, structuredClone(contentOf(message)), {
    ...commonExtras(call),
    ...inThread(thread),
    forward_origin: originOf(message),
  });
}

/** A copy: the content without its origin, with a new caption and a new keyboard where they are given. */
function copyOne(call: Call, place: Place, message: Message): Message {
  const markup = readReplyMarkup(call);
  const keyboard = markup?.kind === 'inline' ? markup.keyboard : undefined;
  if (keyboard !== undefined) checkInlineKeyboard(keyboard, place);
  const replied = findReplied(call, place, readReplyParameters(call));
  const thread = findThread(call, place);
  const extras: Extras = {
    ...commonExtras(call),
    ...inThread(thread),
    ...(replied === undefined ? {} : { reply_to_message: replied }),
    ...keyboardOf(keyboard),
  };
  return postAsBot(call, place, copiedContent(call, message), extras);
}

function copiedContent(call: Call, message: Message): Content {
  const content = structuredClone(contentOf(message));
  const takesCaption = content.text === undefined && content.poll === undefined;
  if (!has(call.args, 'caption') || !takesCaption) return content;
  const caption = finishText(call, readTextArgument(call, 'caption', 'caption_entities'), CAPTION_LIMITS);
  const { caption: _, caption_entities: __, ...rest } = content;
  return { ...rest, ...captionContent(caption) };
}

function withoutCaption(content: Content): Content {
  const { caption: _, caption_entities: __, ...rest } = content;
  return rest;
}

/** Of several, those that are not there are skipped; none at all is an error. */
function requireSome(from: Place, ids: readonly number[], purpose: string): Message[] {
  const found = ids.flatMap((id) => findMessage(from, id) ?? []);
  if (found.length === 0) throw badRequest(`There are no messages to ${purpose}`);
  return found.filter((message) => Object.keys(contentOf(message)).length > 0);
}

export const copyMethods: Methods = {
  forwardMessage: (call) => {
    const { place, from } = resolveBoth(call);
    const message = requireContent(from, integer(call.args, 'message_id'), 'forward');
    checkMaySend(call, place, 'can_send_messages');
    checkRecipient(place);
    return ok(forwardOne(call, place, message));
  },
  forwardMessages: (call) => {
    const ids = readMessageIds(call);
    const { place, from } = resolveBoth(call);
    const messages = requireSome(from, ids, 'forward');
    checkMaySend(call, place, 'can_send_messages');
    checkRecipient(place);
    return ok(messages.map((message) => ({ message_id: forwardOne(call, place, message).message_id })));
  },
  copyMessage: (call) => {
    const source = resolveBoth(call);
    const message = requireContent(source.from, integer(call.args, 'message_id'), 'copy');
    checkMaySend(call, source.place, 'can_send_messages');
    checkRecipient(source.place);
    return ok({ message_id: copyOne(call, source.place, message).message_id });
  },
  copyMessages: (call) => {
    const ids = readMessageIds(call);
    const { place, from } = resolveBoth(call);
    const messages = requireSome(from, ids, 'copy');
    checkMaySend(call, place, 'can_send_messages');
    checkRecipient(place);
    const bare = flag(call.args, 'remove_caption');
    return ok(
      messages.map((message) => {
        const content = structuredClone(contentOf(message));
        const copy = postAsBot(call, place, bare ? withoutCaption(content) : content, commonExtras(call));
        return { message_id: copy.message_id };
      }),
    );
  },
};
