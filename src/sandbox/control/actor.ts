import type { Core } from '../core.ts';
import { findChatByUsername, type Place } from '../world/places.ts';
import type { Bot, Chat, User } from '../world/state.ts';
import { findUser, openDialog } from '../world/users.ts';
import { type Fields, numberOf, Problem } from './problem.ts';

/** The user that a command names. */
export function actingUser(core: Core, command: Fields): User {
  const id = numberOf(command['user'], 'user');
  const user = findUser(core.world, id);
  if (user === undefined) throw new Problem(`There is no user ${id}`);
  if (user.deactivated) throw new Problem(`${user.first_name} (${id}) has deleted the account`);
  return user;
}

/** The bot that a command names by `bot` (its id or `@username`), or the first. */
export function actingBot(core: Core, command: Fields): Bot {
  const { bot: named } = command;
  const bots = [...core.world.bots.values()];
  const bot =
    named === undefined
      ? bots[0]
      : bots.find(({ id, username }) => id === Number(named) || `@${username}` === named);
  if (bot === undefined)
    throw new Problem(named === undefined ? 'There is no bot' : `There is no bot ${named}`);
  return bot;
}

export function requireChat(core: Core, value: unknown): Chat {
  const chat =
    typeof value === 'string' && value.startsWith('@')
      ? findChatByUsername(core.world, value.slice(1))
      : core.world.chats.get(numberOf(value, 'chat'));
  if (chat === undefined) throw new Problem(`There is no chat ${String(value)}`);
  return chat;
}

/** Where a user acts: in the chat that is named, or in the private chat with the bot. */
export function actingPlace(core: Core, command: Fields, user: User, name = 'chat'): Place {
  const bot = actingBot(core, command);
  const value = command[name];
  if (value === undefined || Number(value) === user.id || Number(value) === bot.id) {
    return { kind: 'private', user, room: openDialog(core.world, bot, user.id), bot };
  }
  const chat = requireChat(core, value);
  return { kind: 'chat', chat, room: chat };
}

/** All bots that see what people do in a place. */
export function watchingBots(core: Core, place: Place): Bot[] {
  if (place.kind === 'private') return [place.bot];
  return [...core.world.bots.values()].filter((bot) => {
    const status = place.chat.members.get(bot.id)?.status;
    return status === 'administrator' || status === 'member' || status === 'creator';
  });
}
