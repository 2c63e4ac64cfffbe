import { Problem } from '../control/problem.ts';
import { createBot, createChat, createUser, rightsOfAdmin } from './create.ts';
import { storeSamples } from './samples.ts';
import { type Chat, createWorld, type Member, type Rights, type World } from './state.ts';
import type { ChatEntry, UserEntry, WorldFile } from './world-file.ts';

/** Makes a world of a file; throws a Problem for words that it does not understand. */
export function buildWorld(file: WorldFile): World {
  const world = createWorld();
  const bots = file.bots ?? (file.bot === undefined ? [] : [file.bot]);
  for (const bot of bots) createBot(world, bot);
  for (const [id, entry] of Object.entries(file.users ?? {})) addUser(world, Number(id), entry);
  for (const [id, entry] of Object.entries(file.chats ?? {})) addChat(world, Number(id), entry);
  storeSamples(world);
  return world;
}

type UserState = {
  readonly known: boolean;
  readonly started: boolean;
  readonly blocked: boolean;
  readonly deactivated: boolean;
  readonly isBot: boolean;
};

const UNKNOWN: UserState = { known: false, started: false, blocked: false, deactivated: false, isBot: false };

/** Words about a user, the telling ones first: `active` also stands in `inactive`. */
const USER_WORDS: readonly (readonly [RegExp, Partial<UserState>])[] = [
  [/deactivated|deleted/, { known: true, started: true, deactivated: true }],
  [/\bblocked\b/, { known: true, started: true, blocked: true }],
  [/never (started|met)? ?(it)?|has not started|not started/, { known: true }],
  [/\b(is )?a bot\b/, { known: true, isBot: true }],
  [/unknown|stranger/, {}],
  [/\bactive\b|\bstart(ed)?\b/i, { known: true, started: true }],
];

function userState(id: number, words: string): UserState {
  const found = USER_WORDS.find(([pattern]) => pattern.test(words.toLowerCase()));
  if (found === undefined) {
    throw new Problem(
      `User ${id}: "${words}" is not understood; write "has pressed Start", "has blocked the bot", "deactivated", "never started", "is a bot" or "unknown to the bot"`,
    );
  }
  return { ...UNKNOWN, ...found[1] };
}

function addUser(world: World, id: number, given: string | UserEntry): void {
  const entry: UserEntry = typeof given === 'string' ? { state: given } : given;
  const state = userState(id, entry.state ?? 'active');
  const { state: _, ...named } = entry;
  createUser(world, {
    id,
    first_name: `User ${id}`,
    language_code: 'en',
    ...named,
    is_bot: state.isBot,
    deactivated: state.deactivated,
  });
  if (!state.known) return;
  for (const bot of world.bots.values()) {
    bot.dialogs.set(id, {
      userId: id,
      started: state.started,
      blocked: state.blocked,
      messages: [],
      pinned: [],
    });
  }
}

function addChat(world: World, id: number, entry: ChatEntry): void {
  const type = entry.type as Chat['type'];
  const chat = createChat(world, {
    id,
    type,
    title: entry.title ?? entry.username ?? `The ${type} ${id}`,
    ...(entry.username === undefined ? {} : { username: entry.username.replace(/^@/, '') }),
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.upgraded_to === undefined ? {} : { upgradedTo: entry.upgraded_to }),
  });
  chat.deleted = entry.deleted === true;
  chat.isForum = entry.is_forum === true;
  chat.extraMembers = entry.member_count ?? 0;
  if (entry.members_may_not_send_text === true) chat.permissions = { can_send_messages: false };
  const [first] = world.bots.keys();
  const members: Record<string, string> = {
    ...entry.members,
    ...(first === undefined ? {} : { [first]: entry.bot ?? 'member' }),
  };
  for (const [userId, words] of Object.entries(members)) {
    const member = readMember(Number(userId), words, chat);
    if (member !== undefined) chat.members.set(member.userId, member);
  }
}

/** Words about a membership; undefined for somebody who is not and was not there. */
function readMember(userId: number, words: string, chat: Chat): Member | undefined {
  const plain = words.toLowerCase();
  const named = [...plain.matchAll(/can_[a-z_]+/g)].map(([right]) => right);
  if (/not a member|never/.test(plain)) return undefined;
  if (/kicked|banned/.test(plain)) return { userId, status: 'kicked', rights: {} };
  if (/\bleft\b/.test(plain)) return { userId, status: 'left', rights: {} };
  if (/creator|owner/.test(plain)) return { userId, status: 'creator', rights: rightsOfAdmin(chat.type) };
  if (/admin/.test(plain)) {
    return { userId, status: 'administrator', rights: adminRights(plain, named, chat.type) };
  }
  if (/restricted/.test(plain)) {
    return { userId, status: 'restricted', rights: Object.fromEntries(named.map((right) => [right, false])) };
  }
  if (/member/.test(plain)) return { userId, status: 'member', rights: {} };
  throw new Problem(
    `Chat ${chat.id}: "${words}" is not understood; write "administrator with can_post_messages, …", "member", "restricted without can_…", "kicked", "left" or "not a member"`,
  );
}

/** `with` lists all there are, `without` takes from all; neither means all. */
function adminRights(words: string, named: readonly string[], type: Chat['type']): Rights {
  if (named.length === 0) return rightsOfAdmin(type);
  if (/without/.test(words)) {
    return { ...rightsOfAdmin(type), ...Object.fromEntries(named.map((right) => [right, false])) };
  }
  return { can_manage_chat: true, ...Object.fromEntries(named.map((right) => [right, true])) };
}
