import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { nowSeconds, ok } from '../call.ts';
import { isOwn, requireMessage } from '../sending/find-message.ts';
import { resolvePlace } from '../sending/resolve-place.ts';
import { json, text } from '../wire/arguments.ts';
import { findMessage, indexOfMessage, type Place, placeId } from '../world/places.ts';
import type { Message } from '../world/types.ts';

const TWO_DAYS_SECONDS = 172_800;

/** Own messages and a private chat's within two days, own posts for ever, all others with the right to delete. */
function mayDelete(call: Call, place: Place, message: Message): boolean {
  const isYoung = nowSeconds(call.core) - message.date < TWO_DAYS_SECONDS;
  if (place.kind === 'private') return isYoung;
  const member = place.chat.members.get(call.bot.id);
  const isAdmin = member?.status === 'administrator' || member?.status === 'creator';
  if (isAdmin && (member.status === 'creator' || member.rights['can_delete_messages'] === true)) return true;
  if (!isOwn(call, { place, message })) return false;
  return place.chat.type === 'channel' ? member?.rights['can_post_messages'] === true : isYoung;
}

function remove(call: Call, place: Place, messages: readonly Message[]): void {
  for (const message of messages) {
    const index = indexOfMessage(place.room.messages, message.message_id);
    if (index >= 0) place.room.messages.splice(index, 1);
  }
  const ids = messages.map((message) => message.message_id);
  place.room.pinned = place.room.pinned.filter((id) => !ids.includes(id));
  for (const id of ids) place.room.reactions?.delete(id);
  call.core.touch();
  if (ids.length === 0) return;
  const bot = place.kind === 'private' ? { bot: place.bot.id } : {};
  call.core.events.emit({ type: 'delete', ...bot, chat: placeId(place), message_ids: ids });
}

/** Reads a list of 1 to 100 message ids. */
export function readMessageIds(call: Call, name = 'message_ids'): number[] {
  const given = json(call.args, name);
  if (given === 'not json') throw badRequest("Can't parse message identifiers JSON object");
  if (given.value === undefined) throw badRequest('Message identifiers are not specified');
  if (!Array.isArray(given.value)) throw badRequest('Expected an Array of message identifiers');
  if (given.value.length === 0) throw badRequest('Message identifiers are not specified');
  if (given.value.length > 100) throw badRequest('Too many message identifiers specified');
  return given.value.map((value: unknown) => {
    const id = Number(value);
    if (!Number.isInteger(id)) throw badRequest('Message identifier must be a Number');
    if (id <= 0) throw badRequest('Invalid message identifier specified');
    return id;
  });
}

export const deleteMethods: Methods = {
  deleteMessage: (call) => {
    if (text(call.args, 'message_id') === '') {
      resolvePlace(call, 'read');
      throw badRequest('Message identifier is not specified');
    }
    const { place, message } = requireMessage(call, 'delete', 'read');
    if (!mayDelete(call, place, message)) {
      throw badRequest(
        place.kind === 'private' ? "Message can't be deleted for everyone" : "Message can't be deleted",
      );
    }
    remove(call, place, [message]);
    return ok(true);
  },
  deleteMessages: (call) => {
    const ids = readMessageIds(call);
    const place = resolvePlace(call, 'read');
    const found = ids.flatMap((id) => findMessage(place, id) ?? []);
    if (found.some((message) => !mayDelete(call, place, message))) {
      throw badRequest("Message can't be deleted for everyone");
    }
    remove(call, place, found);
    return ok(true);
  },
};
