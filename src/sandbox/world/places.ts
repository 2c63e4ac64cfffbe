import type { Bot, Chat, Dialog, Member, User, World } from './state.ts';
import type { ApiChat, ChatType, Message } from './types.ts';

/** Where a message stands, as one bot sees it: a private chat with it, or a chat of several. */
export type Place =
  | { readonly kind: 'private'; readonly user: User; readonly room: Dialog; readonly bot: Bot }
  | { readonly kind: 'chat'; readonly chat: Chat; readonly room: Chat };

export function placeId(place: Place): number {
  return place.kind === 'private' ? place.user.id : place.chat.id;
}

export function placeType(place: Place): ChatType {
  return place.kind === 'private' ? 'private' : place.chat.type;
}

/** The chat as it is written in a message. */
export function apiChat(place: Place): ApiChat {
  if (place.kind === 'chat') return apiChatOf(place.chat);
  const { user } = place;
  return {
    id: user.id,
    first_name: user.first_name,
    ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
    ...(user.username === undefined ? {} : { username: user.username }),
    type: 'private',
  };
}

export function apiChatOf(chat: Chat): ApiChat {
  return {
    id: chat.id,
    title: chat.title,
    ...(chat.username === undefined ? {} : { username: chat.username }),
    type: chat.type,
    ...(chat.isForum ? { is_forum: true as const } : {}),
  };
}

/** Message ids run upwards: in channels and supergroups for each, in private chats and groups through all of them. */
export function nextMessageId(world: World, place: Place): number {
  if (place.kind === 'chat' && place.chat.type !== 'group') {
    place.chat.lastMessageId += 1;
    return place.chat.lastMessageId;
  }
  world.counters.message += 1;
  return world.counters.message;
}

/** Binary search: the ids of a room run upwards. */
export function findMessage(place: Place, id: number): Message | undefined {
  return place.room.messages[indexOfMessage(place.room.messages, id)];
}

/** The position of a message, or -1. */
export function indexOfMessage(messages: readonly Message[], id: number): number {
  const index = lowerBound(messages, id);
  return messages[index]?.message_id === id ? index : -1;
}

/** The first position whose message has at least this id. */
export function lowerBound(messages: readonly Message[], id: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle]?.message_id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isInside(member: Member | undefined): boolean {
  return member !== undefined && member.status !== 'left' && member.status !== 'kicked';
}

/** Members who can be counted: those with a name here and those without. */
export function memberCount(chat: Chat): number {
  return chat.extraMembers + [...chat.members.values()].filter(isInside).length;
}

export function findChatByUsername(world: World, username: string): Chat | undefined {
  const name = username.toLowerCase();
  return [...world.chats.values()].find((chat) => chat.username?.toLowerCase() === name);
}
