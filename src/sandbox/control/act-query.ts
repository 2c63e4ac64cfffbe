import { nowSeconds } from '../call.ts';
import type { Core } from '../core.ts';
import { apiChatOf, findMessage, type Place } from '../world/places.ts';
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

function requireTarget(place: Place, command: Fields): Message {
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

/** A reaction; an empty text takes it away. Channels count them, without names. */
export function actReact(core: Core, command: Fields): { message_id: number } {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const message = requireTarget(place, command);
  const emoji = stringOf(command['react'], 'react');
  const reactions = emoji === '' ? [] : [{ type: 'emoji', emoji }];
  const { message_id } = message;
  const at = { message_id, date: nowSeconds(core) };
  const isChannel = place.kind === 'chat' && place.chat.type === 'channel';
  const chat = place.kind === 'chat' ? apiChatOf(place.chat) : message.chat;
  for (const bot of watchingBots(core, place)) {
    const isAdmin = place.kind === 'private' || place.chat.members.get(bot.id)?.status === 'administrator';
    if (!isAdmin) continue;
    if (isChannel) {
      const counted = reactions.map((type) => ({ type, total_count: 1 }));
      core.delivery.update(bot, 'message_reaction_count', { chat, ...at, reactions: counted });
    } else {
      const change = { old_reaction: [], new_reaction: reactions };
      core.delivery.update(bot, 'message_reaction', { chat, ...at, user: apiUser(user), ...change });
    }
  }
  const room = place.kind === 'private' ? user.id : place.chat.id;
  core.events.emit({ type: 'reaction', chat: room, message_id, reactions });
  return { message_id };
}

/** A vote: the positions of the chosen options. */
export function actVote(core: Core, command: Fields): { poll_id: string } {
  const user = actingUser(core, command);
  const place = actingPlace(core, command, user);
  const { poll } = requireTarget(place, command);
  if (poll === undefined || poll.is_closed) throw new Problem('There is no open poll in that message');
  const given = command['vote'];
  const chosen = Array.isArray(given) ? given.map(Number) : [numberOf(given, 'vote')];
  for (const index of chosen) {
    const option = poll.options[index];
    if (option === undefined) throw new Problem(`The poll has no option ${index}`);
    option.voter_count += 1;
  }
  poll.total_voter_count += 1;
  for (const bot of watchingBots(core, place)) {
    core.delivery.update(bot, 'poll', { ...poll });
    if (poll.is_anonymous) continue;
    core.delivery.update(bot, 'poll_answer', { poll_id: poll.id, user: apiUser(user), option_ids: chosen });
  }
  return { poll_id: poll.id };
}
