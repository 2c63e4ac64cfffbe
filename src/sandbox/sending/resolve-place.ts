import { badRequest, forbidden, Refusal } from '../answer.ts';
import type { Call } from '../call.ts';
import { text } from '../wire/arguments.ts';
import { findChatByUsername, isInside, type Place } from '../world/places.ts';
import type { Bot, Chat, World } from '../world/state.ts';
import { findDialog, findUser } from '../world/users.ts';

/** What the call wants to do there: `read` also covers acting on what is there already. */
export type Access = 'read' | 'write';

/** The chat that an argument names, once the bot may be there at all; refuses otherwise, as the server does. */
export function resolvePlace(call: Call, access: Access, name = 'chat_id'): Place {
  const place = findPlace(call.core.world, call.bot, text(call.args, name), name);
  if (place.kind === 'private') {
    if (place.user.deactivated && access === 'write') throw forbidden('User is deactivated');
    return place;
  }
  checkMembership(place.chat, call.bot, access);
  return place;
}

/** By number or `@name`, without a look at rights. */
export function findPlace(world: World, bot: Bot, id: string, name = 'chat_id'): Place {
  if (id === '') throw badRequest(`${name} is empty`);
  const chat = id.startsWith('@')
    ? findChatByUsername(world, id.slice(1))
    : world.chats.get(/^-?\d+$/.test(id) ? Number(id) : 0);
  if (chat !== undefined) return { kind: 'chat', chat, room: chat };
  const userId = Number(id);
  const user = Number.isSafeInteger(userId) && userId > 0 ? findUser(world, userId) : undefined;
  const room = user === undefined ? undefined : findDialog(world, bot, userId);
  if (user === undefined || room === undefined) throw badRequest('Chat not found');
  return { kind: 'private', user, room, bot };
}

function checkMembership(chat: Chat, bot: Bot, access: Access): void {
  const kind = `${chat.type} chat`;
  const member = chat.members.get(bot.id);
  if (chat.upgradedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.upgradedTo,
    });
  }
  if (chat.deleted) throw forbidden(`the ${chat.type} chat was deleted`);
  if (member?.status === 'kicked') throw forbidden(`bot was kicked from the ${kind}`);
  if (isInside(member)) return;
  // What is public can be read by all.
  if (access === 'read' && chat.username !== undefined) return;
  throw forbidden(`bot is not a member of the ${kind}`);
}

/** Kinds of content that a group's members may be kept from sending, by the name of the right, with the server's words. */
const CONTENT_RIGHTS = {
  can_send_messages: 'text messages',
  can_send_photos: 'photos',
  can_send_videos: 'videos',
  can_send_documents: 'documents',
  can_send_audios: 'audio files',
  can_send_voice_notes: 'voice notes',
  can_send_video_notes: 'video notes',
  can_send_polls: 'polls',
  can_send_other_messages: 'animations',
} as const;

export type ContentRight = keyof typeof CONTENT_RIGHTS;

/** Whether the bot may post at all, and content of this kind. */
export function checkMaySend(call: Call, place: Place, right: ContentRight): void {
  if (place.kind === 'private') return;
  const { chat } = place;
  const member = chat.members.get(call.bot.id);
  if (member?.status === 'creator') return;
  if (chat.type === 'channel') {
    if (member?.status === 'administrator' && member.rights['can_post_messages'] === true) return;
    throw badRequest('Need administrator rights in the channel chat');
  }
  if (member?.status === 'administrator') return;
  const own = member?.status === 'restricted' ? member.rights[right] : undefined;
  if ((own ?? true) && (chat.permissions[right] ?? true)) return;
  throw badRequest(`Not enough rights to send ${CONTENT_RIGHTS[right]} to the chat`);
}

/** Refuses unless the bot is an administrator there with the right. */
export function checkRight(call: Call, place: Place, right: string, message: string): void {
  if (place.kind === 'private') return;
  const member = place.chat.members.get(call.bot.id);
  const may = member?.status === 'creator' || (member?.status === 'administrator' && member.rights[right]);
  if (may !== true) throw badRequest(message);
}

/** What only the far end of a private chat can say; the last check of a send. */
export function checkRecipient(place: Place): void {
  if (place.kind !== 'private') return;
  const { user, room } = place;
  if (user.is_bot) throw forbidden("the bot can't send messages to the bot");
  if (room.blocked) throw forbidden('bot was blocked by the user');
  if (!room.started) throw forbidden("bot can't initiate conversation with a user");
}
