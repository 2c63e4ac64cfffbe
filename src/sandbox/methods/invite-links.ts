import { createHash } from 'node:crypto';
import { badRequest } from '../answer.ts';
import type { Call, Methods } from '../call.ts';
import { nowSeconds, ok } from '../call.ts';
import { admit } from '../membership.ts';
import { checkRight, resolvePlace } from '../sending/resolve-place.ts';
import { flag, has, integer, text } from '../wire/arguments.ts';
import { isInside } from '../world/places.ts';
import type { Chat, InviteLink } from '../world/state.ts';
import { botAsUser } from '../world/users.ts';

const MAX_NAME = 32;
const MAX_MEMBERS = 99_999;

/** A link as the Bot API writes it. Only bots make links here. */
export function apiInviteLink(call: Pick<Call, 'core'>, link: InviteLink): Record<string, unknown> {
  const creator = call.core.world.bots.get(link.creatorId);
  const { creatorId: _, ...fields } = link;
  return { ...fields, ...(creator === undefined ? {} : { creator: botAsUser(creator) }) };
}

function requireChat(call: Call): Chat {
  const place = resolvePlace(call, 'write');
  if (place.kind === 'private') throw badRequest("Can't invite members to a private chat");
  checkRight(call, place, 'can_invite_users', 'Not enough rights to manage chat invite link');
  return place.chat;
}

type Terms = Pick<InviteLink, 'name' | 'expire_date' | 'member_limit' | 'creates_join_request'>;

/** What a link is to be, of the arguments; what they leave out it is not. */
function readTerms(call: Call): Terms {
  const name = text(call.args, 'name');
  const expires = integer(call.args, 'expire_date');
  const limit = integer(call.args, 'member_limit');
  const isRequest = flag(call.args, 'creates_join_request');
  if ([...name].length > MAX_NAME) throw badRequest('Invite link name is too long');
  if (limit < 0 || limit > MAX_MEMBERS) throw badRequest('Wrong member limit specified');
  if (isRequest && limit > 0) {
    throw badRequest("Member limit can't be specified for links requiring administrator approval");
  }
  return {
    ...(name === '' ? {} : { name }),
    ...(expires > 0 ? { expire_date: expires } : {}),
    ...(limit > 0 ? { member_limit: limit } : {}),
    creates_join_request: isRequest,
  };
}

function newLink(call: Call, chat: Chat, terms: Terms, isPrimary: boolean): InviteLink {
  const { world } = call.core;
  world.counters.query += 1;
  const digest = createHash('sha256').update(`${chat.id} ${world.counters.query}`).digest('base64url');
  const link: InviteLink = {
    invite_link: `https://t.me/+${digest.slice(0, 16)}`,
    creatorId: call.bot.id,
    ...terms,
    is_primary: isPrimary,
    is_revoked: false,
  };
  chat.inviteLinks.push(link);
  call.core.touch();
  return link;
}

function requireLink(call: Call, chat: Chat): InviteLink {
  const wanted = text(call.args, 'invite_link');
  const link = chat.inviteLinks.find(({ invite_link }) => invite_link === wanted);
  if (link === undefined) throw badRequest('INVITE_HASH_EXPIRED');
  return link;
}

/** Why nobody can come by this link any more; undefined where they can. */
export function whyLinkIsShut(link: InviteLink, nowSeconds: number): string | undefined {
  if (link.is_revoked) return 'was revoked';
  return link.expire_date !== undefined && link.expire_date <= nowSeconds ? 'has expired' : undefined;
}

function takeRequest(call: Call): { readonly chat: Chat; readonly userId: number } {
  const chat = requireChat(call);
  if (!has(call.args, 'user_id')) throw badRequest('Invalid user_id specified');
  const userId = integer(call.args, 'user_id');
  if (isInside(chat.members.get(userId))) throw badRequest('USER_ALREADY_PARTICIPANT');
  if (!chat.joinRequests.delete(userId)) throw badRequest('HIDE_REQUESTER_MISSING');
  call.core.touch();
  return { chat, userId };
}

export const inviteMethods: Methods = {
  createChatInviteLink: (call) => {
    const chat = requireChat(call);
    return ok(apiInviteLink(call, newLink(call, chat, readTerms(call), false)));
  },
  exportChatInviteLink: (call) => {
    const chat = requireChat(call);
    for (const link of chat.inviteLinks) if (link.is_primary) link.is_revoked = true;
    return ok(newLink(call, chat, { creates_join_request: false }, true).invite_link);
  },
  editChatInviteLink: (call) => {
    const link = requireLink(call, requireChat(call));
    const terms = readTerms(call);
    if (whyLinkIsShut(link, nowSeconds(call.core)) === 'was revoked') throw badRequest('INVITE_HASH_EXPIRED');
    for (const field of ['name', 'expire_date', 'member_limit'] as const) delete link[field];
    Object.assign(link, terms);
    call.core.touch();
    return ok(apiInviteLink(call, link));
  },
  revokeChatInviteLink: (call) => {
    const chat = requireChat(call);
    const link = requireLink(call, chat);
    link.is_revoked = true;
    if (link.is_primary) newLink(call, chat, { creates_join_request: false }, true);
    call.core.touch();
    return ok(apiInviteLink(call, link));
  },
  approveChatJoinRequest: (call) => {
    const { chat, userId } = takeRequest(call);
    admit(call.core, { chat, actor: botAsUser(call.bot) }, userId);
    return ok(true);
  },
  declineChatJoinRequest: (call) => {
    takeRequest(call);
    return ok(true);
  },
};
