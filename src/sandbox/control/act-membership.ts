import { nowSeconds } from '../call.ts';
import type { Core } from '../core.ts';
import { admit, changeMember, tellOfChange } from '../membership.ts';
import { apiInviteLink, whyLinkIsShut } from '../methods/invite-links.ts';
import { apiChat, apiChatOf, isInside, type Place } from '../world/places.ts';
import type { Bot, Chat, InviteLink, Member, MemberStatus, User } from '../world/state.ts';
import { apiUser, botAsUser, keepUser, openDialog } from '../world/users.ts';
import { actingBot, actingUser, requireChat } from './actor.ts';
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

/** Somebody joins; by a link that asks for approval they only ask. `{user, join: chat, invite_link?}` */
export function actJoin(core: Core, command: Fields): { status: MemberStatus; requested?: true } {
  const user = actingUser(core, command);
  const chat = requireChat(core, command['join']);
  const before = chat.members.get(user.id);
  if (before?.status === 'kicked') throw new Problem(`${user.first_name} is banned from ${chat.title}`);
  if (isInside(before) && before !== undefined) return { status: before.status };
  keepUser(core.world, user);
  const link =
    command['invite_link'] === undefined ? undefined : openLink(core, chat, command['invite_link']);
  const inviteLink = link === undefined ? undefined : apiInviteLink({ core }, link);
  if (link?.creates_join_request === true) {
    askToJoin(core, chat, user, inviteLink);
    return { status: 'left', requested: true };
  }
  admit(core, { chat, actor: apiUser(user), ...(inviteLink === undefined ? {} : { inviteLink }) }, user.id);
  return { status: 'member' };
}

function openLink(core: Core, chat: Chat, address: unknown): InviteLink {
  const link = chat.inviteLinks.find(({ invite_link }) => invite_link === address);
  if (link === undefined) throw new Problem(`${chat.title} has no invite link ${String(address)}`);
  const why = whyLinkIsShut(link, nowSeconds(core));
  if (why !== undefined) throw new Problem(`The invite link ${why}`);
  return link;
}

function askToJoin(core: Core, chat: Chat, user: User, inviteLink: unknown): void {
  chat.joinRequests.add(user.id);
  core.touch();
  const request = {
    chat: apiChatOf(chat),
    from: apiUser(user),
    user_chat_id: user.id,
    date: nowSeconds(core),
    invite_link: inviteLink,
  };
  for (const bot of core.world.bots.values()) {
    const member = chat.members.get(bot.id);
    const isAsked = member?.status === 'administrator' && member.rights['can_invite_users'] === true;
    if (isAsked) core.delivery.update(bot, 'chat_join_request', request);
  }
}

export function actLeave(core: Core, command: Fields): { status: MemberStatus } {
  const user = actingUser(core, command);
  const chat = requireChat(core, command['leave']);
  if (!isInside(chat.members.get(user.id))) throw new Problem(`${user.first_name} is not in ${chat.title}`);
  const actor = apiUser(user);
  changeMember(core, { chat, actor, next: { userId: user.id, status: 'left', rights: {} } });
  tellOfChange(core, chat, actor, { left_chat_member: actor });
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
  const next: Member = { userId: bot.id, status, rights: rights as Record<string, boolean> };
  changeMember(core, { chat, actor: apiUser(user), next });
  return { status };
}
