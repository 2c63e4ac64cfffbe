import { badRequest } from '../answer.ts';
import type { Methods } from '../call.ts';
import { ok } from '../call.ts';
import { resolvePlace } from '../sending/resolve-place.ts';
import { integer, text } from '../wire/arguments.ts';
import { apiChat, findMessage, isInside, memberCount, type Place } from '../world/places.ts';
import type { Chat, Member, World } from '../world/state.ts';
import { apiUser, botAsUser, findUser } from '../world/users.ts';

const ADMIN_RIGHTS: readonly string[] = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
];
const CHANNEL_RIGHTS: readonly string[] = [
  'can_post_messages',
  'can_edit_messages',
  'can_manage_direct_messages',
];
const GROUP_RIGHTS: readonly string[] = ['can_pin_messages', 'can_manage_topics'];

export function adminRightsOf(type: Chat['type']): readonly string[] {
  return [...ADMIN_RIGHTS, ...(type === 'channel' ? CHANNEL_RIGHTS : GROUP_RIGHTS)];
}

/** A membership as the Bot API writes it. */
export function apiMember(world: World, chat: Chat, member: Member): Record<string, unknown> {
  const bot = world.bots.get(member.userId);
  const user = findUser(world, member.userId);
  const who = bot === undefined ? user && apiUser(user) : botAsUser(bot);
  const base = { user: who, status: member.status };
  const title = member.custom_title === undefined ? {} : { custom_title: member.custom_title };
  switch (member.status) {
    case 'creator':
      return { ...base, is_anonymous: false, ...title };
    case 'administrator': {
      const rights = adminRightsOf(chat.type).map((name) => [name, member.rights[name] === true]);
      return { ...base, can_be_edited: false, is_anonymous: false, ...Object.fromEntries(rights), ...title };
    }
    case 'restricted':
      return { ...base, is_member: true, ...member.rights, until_date: member.until_date ?? 0 };
    case 'kicked':
      return { ...base, until_date: member.until_date ?? 0 };
    case 'member':
    case 'left':
      return base;
  }
}

function requireChat(place: Place): Chat {
  if (place.kind === 'private') throw badRequest('There are no administrators in the private chat');
  return place.chat;
}

function fullChat(world: World, place: Place): Record<string, unknown> {
  const pinnedId = place.room.pinned.at(-1);
  const pinned = pinnedId === undefined ? undefined : findMessage(place, pinnedId);
  const common = {
    ...apiChat(place),
    accent_color_id: 0,
    max_reaction_count: 11,
    ...(pinned === undefined ? {} : { pinned_message: pinned }),
  };
  if (place.kind === 'private') return common;
  const { chat } = place;
  const link = chat.inviteLinks.find((invite) => invite.is_primary && !invite.is_revoked);
  const photo = chat.photoFileId === undefined ? undefined : world.files.get(chat.photoFileId);
  return {
    ...common,
    ...(chat.description === undefined ? {} : { description: chat.description }),
    ...(link === undefined ? {} : { invite_link: link.invite_link }),
    ...(chat.type === 'channel' ? {} : { permissions: chat.permissions }),
    ...(photo === undefined ? {} : { photo: { small_file_id: photo.id, big_file_id: photo.id } }),
    ...(chat.linkedChatId === undefined ? {} : { linked_chat_id: chat.linkedChatId }),
  };
}

export const chatInfoMethods: Methods = {
  getChat: (call) => ok(fullChat(call.core.world, resolvePlace(call, 'read'))),
  getChatMember: (call) => {
    const place = resolvePlace(call, 'read');
    const userId = integer(call.args, 'user_id');
    if (text(call.args, 'user_id') === '' || userId <= 0) throw badRequest('Invalid user_id specified');
    if (place.kind === 'private') {
      const isThere = userId === place.user.id || userId === call.bot.id;
      if (!isThere) throw badRequest('User not found');
      const user = userId === call.bot.id ? botAsUser(call.bot) : apiUser(place.user);
      return ok({ user, status: 'member' });
    }
    const { world } = call.core;
    if (findUser(world, userId) === undefined && !world.bots.has(userId)) throw badRequest('User not found');
    const left: Member = { userId, status: 'left', rights: {} };
    return ok(apiMember(world, place.chat, place.chat.members.get(userId) ?? left));
  },
  getChatAdministrators: (call) => {
    const chat = requireChat(resolvePlace(call, 'read'));
    const admins = [...chat.members.values()].filter(
      ({ status }) => status === 'creator' || status === 'administrator',
    );
    return ok(admins.map((member) => apiMember(call.core.world, chat, member)));
  },
  getChatMemberCount: (call) => {
    const place = resolvePlace(call, 'read');
    return ok(place.kind === 'private' ? 2 : memberCount(place.chat));
  },
  leaveChat: (call) => {
    const place = resolvePlace(call, 'read');
    if (place.kind === 'private') throw badRequest("Can't leave private chats");
    const member = place.chat.members.get(call.bot.id);
    if (isInside(member) && member !== undefined) member.status = 'left';
    call.core.touch();
    return ok(true);
  },
};
