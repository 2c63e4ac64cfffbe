import type { Core } from '../core.ts';
import { lowerBound, memberCount, type Place } from '../world/places.ts';
import { countReactions, type ReactionCount } from '../world/reactions.ts';
import type { Bot, Dialog, Member, Room, User, World } from '../world/state.ts';
import type { Message } from '../world/types.ts';
import { findDialog, findUser } from '../world/users.ts';
import { actingBot, requireChat } from './actor.ts';
import { Problem } from './problem.ts';

const MAX_PAGE = 200;

function commandsOf(bot: Bot): Record<string, unknown> {
  const entries = [...bot.commands].flatMap(([key, commands]) => {
    const [scope, language = ''] = key.split('|');
    return scope === 'default' || scope === 'all_private_chats' ? [[language, commands] as const] : [];
  });
  return Object.fromEntries(entries);
}

function userView(user: User, dialog: Dialog | undefined): Record<string, unknown> {
  return {
    id: user.id,
    first_name: user.first_name,
    ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
    ...(user.username === undefined ? {} : { username: user.username }),
    language_code: user.language_code ?? 'en',
    ...(user.role === undefined ? {} : { role: user.role }),
    is_bot: user.is_bot,
    blocked: dialog?.blocked === true,
    started: dialog?.started === true,
    deactivated: user.deactivated,
  };
}

/** People who run a channel: the page shows them as its editors. */
function editorsOf({ chats }: World): ReadonlySet<number> {
  const channels = [...chats.values()].filter(({ type }) => type === 'channel');
  const members = channels.flatMap((chat) => [...chat.members.values()]);
  const runs = ({ status }: Member): boolean => status === 'creator' || status === 'administrator';
  return new Set(members.filter(runs).map(({ userId }) => userId));
}

/** The world as the page shows it; the synthetic users only as ranges. */
export function readWorld(core: Core): Record<string, unknown> {
  const { world, clock } = core;
  const [first] = world.bots.values();
  const editors = editorsOf(world);
  return {
    bots: [...world.bots.values()].map((bot) => ({
      id: bot.id,
      username: bot.username,
      first_name: bot.first_name,
      commands: commandsOf(bot),
    })),
    users: [...world.users.values()].map((user) => ({
      ...userView(user, first?.dialogs.get(user.id)),
      ...(editors.has(user.id) ? { role: 'editor' } : {}),
    })),
    chats: [...world.chats.values()].map((chat) => ({
      id: chat.id,
      type: chat.type,
      title: chat.title,
      ...(chat.username === undefined ? {} : { username: chat.username }),
      members: memberCount(chat),
      ...(chat.pinned.length === 0 ? {} : { pinned_message_id: chat.pinned.at(-1) }),
    })),
    subscribers: world.ranges,
    now: clock.now(),
  };
}

export type MessagesRequest = {
  readonly chat: string;
  readonly bot?: string;
  /** Only messages with lower ids. */
  readonly before?: number;
  readonly limit?: number;
};

export type MessagesPage = {
  readonly messages: Message[];
  readonly more: boolean;
  /** By message id; what nobody reacted to is left out. */
  readonly reactions: Readonly<Record<number, readonly ReactionCount[]>>;
};

function reactionsTo(room: Room, messages: readonly Message[]): MessagesPage['reactions'] {
  const reacted = messages.filter(({ message_id }) => room.reactions?.has(message_id));
  return Object.fromEntries(reacted.map(({ message_id }) => [message_id, countReactions(room, message_id)]));
}

/** A piece of a chat's messages, oldest first; of a private chat with the user's id. */
export function readMessages(core: Core, request: MessagesRequest): MessagesPage {
  const { room } = roomOf(core, request);
  const { messages } = room;
  const limit = Math.min(Math.max(request.limit ?? 50, 1), MAX_PAGE);
  const end = request.before === undefined ? messages.length : lowerBound(messages, request.before);
  const begin = Math.max(end - limit, 0);
  const page = messages.slice(begin, end);
  return { messages: page, more: begin > 0, reactions: reactionsTo(room, page) };
}

function roomOf(core: Core, request: MessagesRequest): Place {
  const id = Number(request.chat);
  if (request.chat.startsWith('@') || id < 0) {
    const chat = requireChat(core, request.chat);
    return { kind: 'chat', chat, room: chat };
  }
  const user = Number.isSafeInteger(id) ? findUser(core.world, id) : undefined;
  if (user === undefined) throw new Problem(`There is no user ${request.chat}`);
  const bot = actingBot(core, request.bot === undefined ? {} : { bot: request.bot });
  const none: Dialog = { userId: id, started: false, blocked: false, messages: [], pinned: [] };
  return { kind: 'private', user, room: findDialog(core.world, bot, id) ?? none, bot };
}
