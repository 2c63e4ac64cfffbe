import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { ok } from '../call.ts';
import { changeMember, tellOfChange } from '../membership.ts';
import { checkRight, resolvePlace } from '../sending/resolve-place.ts';
import { flag, has, integer, text } from '../wire/arguments.ts';
import type { Chat, Member } from '../world/state.ts';
import { botAsUser, findUser } from '../world/users.ts';

const MAX_TITLE = 128;
const MAX_DESCRIPTION = 255;

function requireChat(call: Call, right: string, purpose: string): Chat {
  const place = resolvePlace(call, 'write');
  if (place.kind === 'private') throw badRequest(`Can't ${purpose} of a private chat`);
  checkRight(call, place, right, `Not enough rights to ${purpose}`);
  return place.chat;
}

function requireMember(call: Call, chat: Chat): Member {
  const userId = integer(call.args, 'user_id');
  if (!has(call.args, 'user_id') || userId <= 0) throw badRequest('Invalid user_id specified');
  if (findUser(call.core.world, userId) === undefined) throw badRequest('User not found');
  const member = chat.members.get(userId) ?? { userId, status: 'left' as const, rights: {} };
  if (member.status === 'creator') throw badRequest("Can't remove chat owner");
  if (member.status === 'administrator') throw badRequest('USER_ADMIN_INVALID');
  return member;
}

export const chatChangeMethods: Methods = {
  banChatMember: (call) => {
    const chat = requireChat(call, 'can_restrict_members', 'restrict/unrestrict chat member');
    const { userId } = requireMember(call, chat);
    const until = integer(call.args, 'until_date');
    const next: Member = {
      userId,
      status: 'kicked',
      rights: {},
      ...(until > 0 ? { until_date: until } : {}),
    };
    changeMember(call.core, { chat, actor: botAsUser(call.bot), next });
    return ok(true);
  },
  unbanChatMember: (call) => {
    const chat = requireChat(call, 'can_restrict_members', 'restrict/unrestrict chat member');
    const { userId, status } = requireMember(call, chat);
    if (status !== 'kicked' && (flag(call.args, 'only_if_banned') || status === 'left')) return ok(true);
    const next: Member = { userId, status: 'left', rights: {} };
    changeMember(call.core, { chat, actor: botAsUser(call.bot), next });
    return ok(true);
  },
  setChatTitle: (call) => {
    const title = text(call.args, 'title').trim();
    if (title === '') throw badRequest('Title must be non-empty');
    const chat = requireChat(call, 'can_change_info', 'change chat title');
    chat.title = [...title].slice(0, MAX_TITLE).join('');
    tellOfChange(call.core, chat, botAsUser(call.bot), { new_chat_title: chat.title });
    call.core.events.emit({ type: 'chat', chat: chat.id });
    call.core.touch();
    return ok(true);
  },
  setChatDescription: (call) => {
    const chat = requireChat(call, 'can_change_info', 'set chat description');
    const description = text(call.args, 'description').trim();
    if ((chat.description ?? '') === description) throw badRequest('Chat description is not modified');
    if (description === '') delete chat.description;
    else chat.description = [...description].slice(0, MAX_DESCRIPTION).join('');
    call.core.touch();
    return ok(true);
  },
};
