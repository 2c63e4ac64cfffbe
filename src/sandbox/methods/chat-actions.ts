import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { requireMessage } from '../sending/find-message.ts';
import { postAsBot } from '../sending/post-message.ts';
import { checkMaySend, checkRecipient, checkRight, resolvePlace } from '../sending/resolve-place.ts';
import { integer, json, text } from '../wire/arguments.ts';
import { findMessage, type Place, placeId } from '../world/places.ts';
import { countReactions, type Reaction, setReactions } from '../world/reactions.ts';
import type { Message } from '../world/types.ts';
import { checkReactions, readReaction } from './reactions.ts';

const ACTIONS: readonly string[] = [
  'cancel',
  'typing',
  'record_video',
  'upload_video',
  'record_audio',
  'record_voice',
  'upload_audio',
  'upload_voice',
  'upload_photo',
  'upload_document',
  'find_location',
  'pick_up_location',
  'choose_sticker',
  'choose_contact',
  'record_video_note',
  'upload_video_note',
];

function checkPin(call: Call, place: Place): void {
  const right =
    place.kind === 'chat' && place.chat.type === 'channel' ? 'can_edit_messages' : 'can_pin_messages';
  checkRight(call, place, right, 'Not enough rights to manage pinned messages in the chat');
}

/** Pinning leaves a service message, except in channels. */
function pin(call: Call, place: Place, message: Message): void {
  place.room.pinned = [...place.room.pinned.filter((id) => id !== message.message_id), message.message_id];
  call.core.events.emit({ type: 'chat', chat: placeId(place) });
  if (place.kind === 'chat' && place.chat.type === 'channel') return;
  const { reply_to_message: _, ...shown } = message;
  postAsBot(call, place, {}, { pinned_message: shown });
}

function unpin(call: Call, place: Place, ids: readonly number[]): void {
  place.room.pinned = place.room.pinned.filter((id) => !ids.includes(id));
  call.core.events.emit({ type: 'chat', chat: placeId(place) });
  call.core.touch();
}

export const chatActionMethods: Methods = {
  sendChatAction: (call) => {
    const action = text(call.args, 'action').toLowerCase();
    if (!ACTIONS.includes(action)) throw badRequest('Wrong parameter action in request');
    const place = resolvePlace(call, 'write');
    checkMaySend(call, place, 'can_send_messages');
    checkRecipient(place);
    call.core.events.emit({ type: 'chat_action', chat: placeId(place), action });
    return ok(true);
  },
  pinChatMessage: (call) => {
    const { place, message } = requireMessage(call, 'pin');
    checkPin(call, place);
    pin(call, place, message);
    call.core.touch();
    return ok(true);
  },
  unpinChatMessage: (call) => {
    const place = resolvePlace(call, 'write');
    checkPin(call, place);
    const id = integer(call.args, 'message_id');
    if (id !== 0 && findMessage(place, id) === undefined) throw badRequest('Message to unpin not found');
    unpin(call, place, id === 0 ? place.room.pinned.slice(-1) : [id]);
    return ok(true);
  },
  unpinAllChatMessages: (call) => {
    const place = resolvePlace(call, 'write');
    checkPin(call, place);
    unpin(call, place, place.room.pinned);
    return ok(true);
  },
  setMessageReaction: (call) => {
    const given = json(call.args, 'reaction');
    if (given === 'not json') throw badRequest("Can't parse reaction types JSON object");
    if (given.value !== undefined && !Array.isArray(given.value)) {
      throw badRequest('Expected an Array of ReactionType');
    }
    const reactions: readonly Reaction[] = ((given.value ?? []) as unknown[]).map(readReaction);
    const { place, message } = requireMessage(call, 'react');
    checkReactions(reactions);
    const { message_id } = message;
    setReactions(place.room, message_id, call.bot.id, reactions);
    const counts = countReactions(place.room, message_id);
    call.core.events.emit({ type: 'reaction', chat: placeId(place), message_id, reactions: counts });
    call.core.touch();
    return ok(true);
  },
};
