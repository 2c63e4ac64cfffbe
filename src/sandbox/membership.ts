import { nowSeconds } from './call.ts';
import type { Core } from './core.ts';
import { apiMember } from './methods/chat-info.ts';
import { tellListeners } from './sending/post-message.ts';
import { apiChatOf, isInside, nextMessageId, type Place } from './world/places.ts';
import type { Chat, Member } from './world/state.ts';
import type { ApiUser, Message } from './world/types.ts';
import { apiUser, findUser, openDialog } from './world/users.ts';

export type MemberChange = {
  readonly chat: Chat;
  /** Who makes the change. */
  readonly actor: ApiUser;
  readonly next: Member;
  /** The link that somebody came by, as the Bot API writes it. */
  readonly inviteLink?: Record<string, unknown>;
};

/** Changes a membership and tells the bots that want to know. */
export function changeMember(core: Core, { chat, actor, next, inviteLink }: MemberChange): void {
  const { userId } = next;
  const before = chat.members.get(userId) ?? { userId, status: 'left' as const, rights: {} };
  const oldMember = apiMember(core.world, chat, before);
  chat.members.set(userId, next);
  core.touch();
  const value = {
    chat: apiChatOf(chat),
    from: actor,
    date: nowSeconds(core),
    old_chat_member: oldMember,
    new_chat_member: apiMember(core.world, chat, next),
    ...(inviteLink === undefined ? {} : { invite_link: inviteLink }),
  };
  const bot = core.world.bots.get(userId);
  if (bot !== undefined) core.delivery.update(bot, 'my_chat_member', value);
  for (const other of core.world.bots.values()) {
    const isAdmin = chat.members.get(other.id)?.status === 'administrator';
    if (other.id !== userId && isAdmin) core.delivery.update(other, 'chat_member', value);
  }
  core.events.emit({ type: 'chat', chat: chat.id });
}

/** Somebody becomes a member; the bots that are there have met them from then on. */
export function admit(core: Core, change: Omit<MemberChange, 'next'>, userId: number): void {
  changeMember(core, { ...change, next: { userId, status: 'member', rights: {} } });
  change.chat.joinRequests.delete(userId);
  for (const bot of core.world.bots.values()) {
    if (isInside(change.chat.members.get(bot.id))) openDialog(core.world, bot, userId);
  }
  const user = findUser(core.world, userId);
  if (user !== undefined)
    tellOfChange(core, change.chat, apiUser(user), { new_chat_members: [apiUser(user)] });
}

/** Groups show who comes and goes. */
export function tellOfChange(core: Core, chat: Chat, from: ApiUser, fields: Partial<Message>): void {
  if (chat.type === 'channel') return;
  const place: Place = { kind: 'chat', chat, room: chat };
  const message: Message = {
    message_id: nextMessageId(core.world, place),
    from,
    chat: apiChatOf(chat),
    date: nowSeconds(core),
    ...fields,
  };
  chat.messages.push(message);
  core.touch();
  tellListeners(core, place, 'message', message);
  for (const bot of core.world.bots.values()) {
    const isThere = isInside(chat.members.get(bot.id));
    if (isThere && bot.id !== from.id) core.delivery.update(bot, 'message', { ...message });
  }
}
