import { adminRightsOf } from '../methods/chat-info.ts';
import type { Bot, Chat, Rights, User, World } from './state.ts';

export function createBot(
  world: World,
  given: {
    readonly id: number;
    readonly token: string;
    readonly username: string;
    readonly first_name?: string;
  },
): Bot {
  const bot: Bot = {
    id: given.id,
    token: given.token,
    username: given.username,
    first_name: given.first_name ?? given.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    commands: new Map(),
    profile: new Map(),
    dialogs: new Map(),
    queue: { items: [], nextId: 100_000_001 },
    allowedUpdates: undefined,
    webhook: undefined,
  };
  world.bots.set(bot.id, bot);
  return bot;
}

export function createUser(
  world: World,
  given: Omit<User, 'is_bot' | 'deactivated'> & Partial<Pick<User, 'is_bot' | 'deactivated'>>,
): User {
  const user: User = { is_bot: false, deactivated: false, ...given };
  world.users.set(user.id, user);
  return user;
}

export function createChat(
  world: World,
  given: Pick<Chat, 'id' | 'type' | 'title'> & Partial<Pick<Chat, 'username' | 'description' | 'upgradedTo'>>,
): Chat {
  const chat: Chat = {
    messages: [],
    pinned: [],
    members: new Map(),
    extraMembers: 0,
    permissions: {},
    inviteLinks: [],
    joinRequests: new Set(),
    lastMessageId: 0,
    deleted: false,
    isForum: false,
    topics: new Map(),
    ...given,
  };
  world.chats.set(chat.id, chat);
  return chat;
}

/** All that an administrator of such a chat can be given. */
export function rightsOfAdmin(type: Chat['type']): Rights {
  return Object.fromEntries(adminRightsOf(type).map((right) => [right, true]));
}
