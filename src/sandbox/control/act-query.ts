import type { Core } from '../core.ts';
import { findMessage, type Place } from '../world/places.ts';
import type { Bot, User } from '../world/state.ts';
import type { Message } from '../world/types.ts';
import { apiUser } from '../world/users.ts';
import { actingBot, actingPlace, actingUser, watchingBots } from './actor.ts';
import { type Fields, numberOf, Problem, stringOf } from './problem.ts';

/** How long a press waits for its answer: as long as its update waits to be fetched. */
const CALLBACK_MS = 150_000;
const INLINE_MS = 30_000;

function newQuery(core: Core, bot: Bot, user: User, kind: 'callback' | 'inline'): string {
  const { world, clock } = core;
  world.counters.query += 1;
  const id = String(4_382_000_000_000_000_000n + BigInt(world.counters.query));
  const lifetime = kind === 'callback' ? CALLBACK_MS : INLINE_MS;
  for (const [other, query] of world.queries) {
    if (query.expiresAtMs <= clock.now()) world.queries.delete(other);
  }
  world.queries.set(id, { botId: bot.id, userId: user.id, kind, expiresAtMs: clock.now() + lifetime });
  core.touch();
  return id;
}

export function requireTarget(place: Place, command: Fields): Message {
  const id = numberOf(command['message_id'], 'message_id');
  const message = findMessage(place, id);
  if (message === undefined) throw new Problem(`There is no message ${id} there`);
  return message;
}

/** The bot whose message it is, so that its buttons reach it. */
function authorOf(core: Core, place: Place, message: Message, command: Fields): Bot {
  if (place.kind === 'private') return place.bot;
  const own = message.from === undefined ? undefined : core.world.bots.get(message.from.id);
  return own ?? watchingBots(core, place)[0] ?? actingBot(core, command);
}

export function actPress(core: Core, command: Fields): { callback_query_id: string } {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const message = requireTarget(place, command);
  const data = stringOf(command['press'], 'press');
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  if (!buttons.some((button) => button['callback_data'] === data)) {
    throw new Problem(`Message ${message.message_id} has no button with the data "${data}"`);
  }
  const bot = authorOf(core, place, message, command);
  const id = newQuery(core, bot, user, 'callback');
  const { reply_to_message: _, ...shown } = message;
  core.delivery.update(bot, 'callback_query', {
    id,
    from: apiUser(user),
    message: shown,
    chat_instance: String(place.kind === 'private' ? user.id * 31 : place.chat.id * 31),
    data,
  });
  return { callback_query_id: id };
}

export function actInlineQuery(core: Core, command: Fields): { inline_query_id: string } {
  const user = actingUser(core, command);
  const bot = actingBot(core, command);
  const id = newQuery(core, bot, user, 'inline');
  core.delivery.update(bot, 'inline_query', {
    id,
    from: apiUser(user),
    query: stringOf(command['inline_query'], 'inline_query'),
    offset: '',
    chat_type: 'sender',
  });
  return { inline_query_id: id };
}
