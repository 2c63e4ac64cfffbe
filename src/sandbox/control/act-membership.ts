import { nowSeconds } from '../call.ts';
import type { Core } from '../core.ts';
import { apiMember } from '../methods/chat-info.ts';
import { tellListeners } from '../sending/post-message.ts';
import { apiChat, apiChatOf, isInside, nextMessageId, type Place } from '../world/places.ts';
import type { Bot, Chat, Member, MemberStatus, User } from '../world/state.ts';
import type { Message } from '../world/types.ts';
import { apiUser, botAsUser, keepUser, openDialog } from '../world/users.ts';
import { actingBot, actingUser, requireChat, watchingBots } from './actor.ts';
import { type Fields, Problem } from './problem.ts';

type PrivatePlace = Place & { readonly kind: 'private' };

/** A user blocks or unblocks the bot, of which the bot is told. */
export function setBlocked(core: Core, place: PrivatePlace, user: User, blocked: boolean): void {
  if (place.room.blocked === blocked) return;
  place.room.blocked = blocked;
  core.touch();
  const statusOf = (isBlocked: boolean): Record<string, unknown> => ({
    user: botAsUser(place.bot),
    status: isBlocked ? 'kicked' : 'member',
    ...(isBlocked ? { until_date: 0 } : {}),
  });
  core.delivery.update(place.bot, 'my_chat_member', {
    chat: apiChat(place),
    from: apiUser(user),
    date: nowSeconds(core),
    old_chat_member: statusOf(!blocked),
    new_chat_member: statusOf(blocked),
  });
  core.events.emit({ type: 'user', user: user.id });
}

export function actBlock(core: Core, command: Fields): { blocked: boolean } {
  const user = actingUser(core, command);
  const bot = actingBot(core, command);
  const blocked = command['block'] !== false;
  const room = openDialog(core.world, bot, user.id);
  setBlocked(core, { kind: 'private', user, room, bot }, user, blocked);
  return { blocked };
}

export function actDeactivate(core: Core, command: Fields): { deactivated: true } {
  const user = actingUser(core, command);
  keepUser(core.world, { ...user, deactivated: true });
  core.touch();
  core.events.emit({ type: 'user', user: user.id });
  return { deactivated: true };
}

/** Changes a membership and tells the bots that want to know. */
function changeMember(core: Core, chat: Chat, actor: User, next: Member): void {
  const userId = next.userId;
  const before = chat.members.get(userId) ?? { userId, status: 'left' as const, rights: {} };
  const oldMember = apiMember(core.world, chat, before);
  chat.members.set(userId, next);
  core.touch();
  const value = {
    chat: apiChatOf(chat),
    from: apiUser(actor),
    date: nowSeconds(core),
    old_chat_member: oldMember,
    new_chat_member: apiMember(core.world, chat, next),
  };
  const bot = core.world.bots.get(userId);
  if (bot !== undefined) core.delivery.update(bot, 'my_chat_member', value);
  for (const other of core.world.bots.values()) {
    const isAdmin = chat.members.get(other.id)?.status === 'administrator';
    if (other.id !== userId && isAdmin) core.delivery.update(other, 'chat_member', value);
  }
  core.events.emit({ type: 'chat', chat: chat.id });
}

/** Groups show who comes and goes. */
function serviceMessage(core: Core, chat: Chat, user: User, fields: Partial<Message>): void {
  if (chat.type === 'channel') return;
  const place: Place = { kind: 'chat', chat, room: chat };
  const message: Message = {
    message_id: nextMessageId(core.world, place),
    from: apiUser(user),
    chat: apiChatOf(chat),
    date: nowSeconds(core),
    ...fields,
  };
  chat.messages.push(message);
  tellListeners(core, place, 'message', message);
  for (const bot of watchingBots(core, place)) core.delivery.update(bot, 'message', { ...message });
}

export function actJoin(core: Core, command: Fields): { status: MemberStatus } {
  const user = actingUser(core, command);
  const chat = requireChat(core, command['join']);
  const before = chat.members.get(user.id);
  if (before?.status === 'kicked') throw new Problem(`${user.first_name} is banned from ${chat.title}`);
  if (isInside(before) && before !== undefined) return { status: before.status };
  keepUser(core.world, user);
  changeMember(core, chat, user, { userId: user.id, status: 'member', rights: {} });
  for (const bot of core.world.bots.values()) {
    if (isInside(chat.members.get(bot.id))) openDialog(core.world, bot, user.id);
  }
  serviceMessage(core, chat, user, { new_chat_members: [apiUser(user)] });
  return { status: 'member' };
}

export function actLeave(core: Core, command: Fields): { status: MemberStatus } {
  const user = actingUser(core, command);
  const chat = requireChat(core, command['leave']);
  if (!isInside(chat.members.get(user.id))) throw new Problem(`${user.first_name} is not in ${chat.title}`);
  changeMember(core, chat, user, { userId: user.id, status: 'left', rights: {} });
  serviceMessage(core, chat, user, { left_chat_member: apiUser(user) });
  return { status: 'left' };
}

const STATUSES: readonly MemberStatus[] = ['administrator', 'member', 'restricted', 'left', 'kicked'];

/** Somebody changes what the bot is in a chat: `{user, chat, bot_status: 'administrator', rights: {can_post_messages: true}}`. */
export function actBotStatus(core: Core, command: Fields): { status: MemberStatus } {
  const user = actingUser(core, command);
  const chat = requireChat(core, command['chat']);
  const bot: Bot = actingBot(core, command);
  const status = STATUSES.find((name) => name === command['bot_status']);
  if (status === undefined) throw new Problem(`bot_status must be one of ${STATUSES.join(', ')}`);
  const given = command['rights'];
  const rights = typeof given === 'object' && given !== null ? { ...given } : {};
  changeMember(core, chat, user, { userId: bot.id, status, rights: rights as Record<string, boolean> });
  return { status };
}
