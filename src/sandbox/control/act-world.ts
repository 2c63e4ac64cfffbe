import type { Core } from '../core.ts';
import { createBot, createChat, createUser, rightsOfAdmin } from '../world/create.ts';
import { syntheticState } from '../world/users.ts';
import { type Fields, fieldsOf, numberOf, Problem, shareOf, stringOf } from './problem.ts';

/** Synthetic users begin here, above all that are made by hand. */
const FIRST_SYNTHETIC_ID = 7_000_000_000;

export function actCreateUser(core: Core, command: Fields): { user: number } {
  const given = fieldsOf(command['create_user'], 'create_user');
  const { world } = core;
  world.counters.user += 1;
  const id = given['id'] === undefined ? 6_000_000_000 + world.counters.user : numberOf(given['id'], 'id');
  if (world.users.has(id)) throw new Problem(`There is a user ${id} already`);
  const language = given['language_code'];
  const username = given['username'];
  createUser(world, {
    id,
    first_name: stringOf(given['first_name'], 'first_name'),
    ...(typeof given['last_name'] === 'string' ? { last_name: given['last_name'] } : {}),
    ...(typeof username === 'string' ? { username } : {}),
    language_code: typeof language === 'string' ? language : 'en',
  });
  core.touch();
  core.events.emit({ type: 'user', user: id });
  return { user: id };
}

/** `{create_chat: {type, title, username?, id?, administrators?: [user ids], members?: number}}`; the bots are made administrators. */
export function actCreateChat(core: Core, command: Fields): { chat: number } {
  const given = fieldsOf(command['create_chat'], 'create_chat');
  const type = given['type'];
  if (type !== 'channel' && type !== 'group' && type !== 'supergroup') {
    throw new Problem('type must be channel, group or supergroup');
  }
  const prefix = type === 'group' ? 0 : -1_000_000_000_000;
  const next = prefix - (2_000_000_000 + core.world.chats.size);
  const id = given['id'] === undefined ? next : numberOf(given['id'], 'id');
  if (core.world.chats.has(id)) throw new Problem(`There is a chat ${id} already`);
  const chat = createChat(core.world, {
    id,
    type,
    title: stringOf(given['title'], 'title'),
    ...(typeof given['username'] === 'string' ? { username: given['username'] } : {}),
  });
  if (given['members'] !== undefined) chat.extraMembers = numberOf(given['members'], 'members');
  const admins = Array.isArray(given['administrators']) ? given['administrators'].map(Number) : [];
  for (const userId of [...core.world.bots.keys(), ...admins]) {
    chat.members.set(userId, { userId, status: 'administrator', rights: rightsOfAdmin(type) });
  }
  core.touch();
  core.events.emit({ type: 'chat', chat: id });
  return { chat: id };
}

export function actCreateBot(core: Core, command: Fields): { bot: number; token: string } {
  const given = fieldsOf(command['create_bot'], 'create_bot');
  const username = stringOf(given['username'], 'username');
  const id = given['id'] === undefined ? 5_000_000_000 + core.world.bots.size : numberOf(given['id'], 'id');
  const token = given['token'] === undefined ? `${id}:${'S'.repeat(35)}` : stringOf(given['token'], 'token');
  if (core.world.bots.has(id)) throw new Problem(`There is a bot ${id} already`);
  createBot(core.world, { id, token, username });
  core.touch();
  return { bot: id, token };
}

/** `{subscribers: 1000000, blocked_share: 0.03}`: users who have started the bots, at next to no memory. */
export function actSubscribers(core: Core, command: Fields): Record<string, number> {
  const count = numberOf(command['subscribers'], 'subscribers');
  if (!Number.isInteger(count) || count < 1 || count > 100_000_000) {
    throw new Problem('subscribers must be a whole number from 1 to 100000000');
  }
  const { ranges } = core.world;
  const after = ranges.reduce((end, range) => Math.max(end, range.firstId + range.count), FIRST_SYNTHETIC_ID);
  const range = {
    firstId: command['first_id'] === undefined ? after : numberOf(command['first_id'], 'first_id'),
    count,
    blockedShare: shareOf(command['blocked_share'], 'blocked_share', 0),
    deactivatedShare: shareOf(command['deactivated_share'], 'deactivated_share', 0),
  };
  const last = range.firstId + count - 1;
  if (ranges.some((other) => range.firstId < other.firstId + other.count && other.firstId <= last)) {
    throw new Problem('These ids are taken by other synthetic subscribers');
  }
  ranges.push(range);
  core.touch();
  const totals = { active: 0, blocked: 0, deactivated: 0 };
  for (let id = range.firstId; id <= last; id++) totals[syntheticState(range, id)] += 1;
  return { first_id: range.firstId, last_id: last, ...totals };
}
